using CoroGen;

namespace Cancellation;

/// <summary>A group: parts of a page are fetched concurrently, and when one cannot be had the others are not needed.</summary>
internal static partial class Pages
{
    [Coroutine]
    public static void Show(Co co)
    {
        Console.WriteLine(Fetch(co, "text", "image"));
        try
        {
            Fetch(co, "text", "broken", "image");
        }
        catch (IOException e)
        {
            Console.WriteLine(e.Message);
        }
        try
        {
            co.Timeout(TimeSpan.FromSeconds(2), Fetch("text", "film"));
        }
        catch (TimeoutException e)
        {
            Console.WriteLine(e.Message);
        }
    }

    [Coroutine]
    private static string Fetch(Co co, params string[] parts)
    {
        var fetched = new List<string>();
        co.Group(co =>
        {
            foreach (var part in parts)
                co.Launch(FetchPart(part, fetched));
        });
        return string.Join(", ", fetched);     // here all have ended
    }

    [Coroutine]
    private static void FetchPart(Co co, string part, List<string> fetched)
    {
        try
        {
            co.Sleep(TimeSpan.FromSeconds(part == "broken" ? 1 : part.Length));
            fetched.Add(part != "broken" ? $"the {part}" : throw new IOException("There is no such part."));
        }
        catch (CoroutineCanceledException e)
        {
            Console.WriteLine(e.Message);
            throw;
        }
    }
}
