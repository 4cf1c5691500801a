namespace CoroGen;

/// <summary>Lets coroutines say <c>foreach</c> where async code says <c>await foreach</c>.</summary>
public static class AsyncEnumerableExtensions
{
    /// <summary>
    /// For <c>foreach (var item in items)</c> in a coroutine: it waits for each item, and at its end for the enumerator's <c>DisposeAsync</c>. Both run on the loop's thread and come
    /// back to it.
    /// </summary>
    /// <remarks>
    /// The enumerator is given the coroutine's token. A cancel while it waits for an item does not leave that wait behind: the enumerator ends it, by its token, or goes on
    /// with the item. In plain code <c>foreach</c> blocks the thread, as the calls of the blocking handle do. Collections that are enumerable without waiting, too, are
    /// enumerated so.
    /// </remarks>
    public static CoEnumerator<T> GetEnumerator<T>(this IAsyncEnumerable<T> items)
    {
        Guard.NotNull(items);
        return new CoEnumerator<T>(items);
    }
}
