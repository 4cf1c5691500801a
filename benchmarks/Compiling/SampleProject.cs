using System.Globalization;
using System.Text;

namespace CoroGen.Benchmarks.Compiling;

/// <summary>The sources of a project with a thousand coroutines: a hundred files, each a class with ten of them.</summary>
internal static class SampleProject
{
    public const int Files = 100;

    public static int Coroutines => Files * CoroutineText.All.Length;

    /// <param name="plain">How many ordinary methods stand beside each coroutine.</param>
    /// <param name="files">How many of the files.</param>
    public static IReadOnlyList<string> Write(int plain, int files) => [.. Enumerable.Range(1, files).Select(number => WriteFile(number, plain))];

    private static string WriteFile(int number, int plain)
    {
        var text = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Text;
            using CoroGen;

            namespace Shop.Area{{number % 10}};

            {{PlainText.Types}}

            public static partial class Shop#
            {

            """);
        text.AppendLine(PlainText.Members);
        foreach (var coroutine in CoroutineText.All)
            text.AppendLine().AppendLine(coroutine);
        for (var i = 0; i < plain * CoroutineText.All.Length; i++)
            text.AppendLine().AppendLine(PlainText.Methods[i % PlainText.Methods.Length].Replace("_N(", $"_{Text(i)}(", StringComparison.Ordinal));
        return text.AppendLine("}").ToString().Replace("#", Text(number), StringComparison.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
