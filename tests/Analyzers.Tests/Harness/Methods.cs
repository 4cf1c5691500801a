namespace CoroGen.Analyzers.Tests.Harness;

/// <summary>Makes a coroutine of each of some bodies, so that one compilation checks them all.</summary>
internal static class Methods
{
    public static string Each(IEnumerable<string> bodies, string parameters = "") =>
        string.Join("\n    ", bodies.Select((body, index) => $"[Coroutine] static void Case{index + 1}(Co co{(parameters.Length > 0 ? ", " : "")}{parameters}) {{ {body} }}"));
}
