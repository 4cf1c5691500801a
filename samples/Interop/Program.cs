using Interop;

// Coroutines and the rest of .NET: each part prints what happens, in the order in which it happens.
Show("1. Async code in a coroutine", AsyncCode.Show);
Show("2. Async streams", Streams.Show);
Show("3. Coroutines in async code", Awaited.Show);
Show("4. Blocking work", BlockingWork.Show);
Show("5. Tokens", Tokens.Show);
Show("6. Two loops", TwoLoops.Show);

static void Show(string title, Action part)
{
    Console.WriteLine($"--- {title}");
    part();
    Console.WriteLine();
}
