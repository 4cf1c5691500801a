using System.Globalization;

namespace CoroGen.Fuzz.RealCode;

/// <summary>Reads code from a folder, and writes what becomes of it to another.</summary>
internal static class SuspendedFolder
{
    /// <summary>0 when all that was generated compiles, else 1.</summary>
    public static int Write(DirectoryInfo source, DirectoryInfo target, double share, Random random, IReadOnlyCollection<string> symbols, IReadOnlyCollection<string> references)
    {
        var files = source.EnumerateFiles("*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(source.FullName, file.FullName)).Where(IsOfTheProject).Order(StringComparer.Ordinal);
        var code = new SuspendedCode(files.Select(path => (path, File.ReadAllText(Path.Combine(source.FullName, path)))), symbols, references);
        code.Suspend(share, random);
        foreach (var (path, text) in code.Files)
        {
            var full = Path.Combine(target.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }

        code.Refusals.ForEach(refusal => Console.WriteLine($"{refusal.Method.Place}: {refusal.Rule}"));
        code.Misfits.ForEach(misfit => Console.WriteLine($"{misfit.Method.Place}: {misfit.Error.Id} {misfit.Error.GetMessage(CultureInfo.InvariantCulture)}"));
        code.Errors.ForEach(Console.WriteLine);
        Console.WriteLine($"{code.Methods} bodies are coroutines, {code.Nested} of them call coroutines or have functions that are");
        Console.WriteLine($"{code.Left.Values.Sum()} are none: {string.Join(", ", code.Left.Select(pair => $"{pair.Value} {pair.Key}"))}");
        Console.WriteLine($"{code.Refusals.Count} were refused, with what is in them or without");
        Console.WriteLine($"{code.Errors.Count} errors in generated code");
        return code.Errors.Count == 0 ? 0 : 1;
    }

    private static bool IsOfTheProject(string path) => path.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj");
}
