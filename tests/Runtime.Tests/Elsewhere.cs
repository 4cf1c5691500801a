using CoroGen;

namespace Elsewhere;

/// <summary>A file that knows <c>CoroGen</c> by its <c>using</c> only.</summary>
internal static partial class Importing
{
    [Coroutine]
    public static void Enumerates(Co co, IAsyncEnumerable<int> items, Action<object> say)
    {
        foreach (var item in items)
            say(item);
    }
}
