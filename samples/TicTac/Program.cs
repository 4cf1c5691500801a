using TicTac;

// A loop from nothing, in six parts: each prints what happens, in the order in which it happens.
Show("1. Step by hand", Step.Show);
Show("2. Two in one loop", Turns.Show);
Show("3. Endings", Endings.Show);
Show("4. Call", Call.Show);
Show("5. Launch", Launch.Show);
Show("6. Wait", Wait.Show);

static void Show(string title, Action part)
{
    Console.WriteLine($"--- {title}");
    part();
    Console.WriteLine();
}
