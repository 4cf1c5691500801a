using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Catalogue;

/// <summary>The catalogue as it is written: files beside this one, embedded. What blocks is in a file for each rule, or two.</summary>
internal static class CatalogueFiles
{
    /// <summary>The files of what blocks, and their rules.</summary>
    public static readonly IReadOnlyDictionary<string, DiagnosticDescriptor> Rules = new Dictionary<string, DiagnosticDescriptor>
    {
        ["tasks"] = DiagnosticDescriptors.TaskWait,
        ["sleeps"] = DiagnosticDescriptors.ThreadSleep,
        ["primitives"] = DiagnosticDescriptors.BlockingPrimitive,
        ["locks"] = DiagnosticDescriptors.ThreadLock,
        ["console"] = DiagnosticDescriptors.ConsoleInput,
        ["files"] = DiagnosticDescriptors.FileAccess,
        ["visual-basic"] = DiagnosticDescriptors.FileAccess,
        ["streams"] = DiagnosticDescriptors.StreamAccess,
        ["xml"] = DiagnosticDescriptors.StreamAccess,
        ["network"] = DiagnosticDescriptors.NetworkAccess,
        ["processes"] = DiagnosticDescriptors.ProcessWait,
        ["data"] = DiagnosticDescriptors.DataAccess,
        ["collections"] = DiagnosticDescriptors.BlockingCollection,
        ["parallel"] = DiagnosticDescriptors.ParallelWork,
        ["loops"] = DiagnosticDescriptors.LoopInCoroutine,
    };

    /// <summary>Streams that never block.</summary>
    public const string Memory = "memory";

    /// <summary>What does not block although it looks like it.</summary>
    public const string NonBlocking = "nonblocking";

    /// <summary>Where delegates run.</summary>
    public const string Delegates = "delegates";

    /// <summary>The entries of a file.</summary>
    public static IEnumerable<CatalogueEntry> Read(string file)
    {
        using var stream = typeof(CatalogueFiles).Assembly.GetManifestResourceStream($"CoroGen.Catalogue.{file}.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (CatalogueEntry.Parse(line) is { } entry)
                yield return entry;
        }
    }
}
