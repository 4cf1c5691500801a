using System.Globalization;

namespace CoroGen.Runtime.Tests.IO.Scale;

/// <summary>The file descriptors of this process, as Linux tells them.</summary>
internal static class OpenFiles
{
    /// <summary>Those that input and output of a loop make: sockets, by their numbers, and how many of the others there are.</summary>
    public static IReadOnlyList<string> OfLoops() =>
    [
        .. Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(Target).OfType<string>()
            .Where(static target => target.StartsWith("socket:", StringComparison.Ordinal) || target is "anon_inode:[eventpoll]" or "anon_inode:[eventfd]").Order(StringComparer.Ordinal),
    ];

    /// <summary>Fails when the machine does not let a process have as many: then the test says nothing about CoroGen.</summary>
    public static void Require(int count)
    {
        const string name = "Max open files";
        var line = File.ReadLines("/proc/self/limits").Single(line => line.StartsWith(name, StringComparison.Ordinal));
        var limit = line[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        Assert.True(
            limit == "unlimited" || int.Parse(limit, CultureInfo.InvariantCulture) >= count,
            $"This test needs {count} open files, and the limit of this process is {limit}: raise it (ulimit -n {count}) to run the test.");
    }

    /// <returns>Null when it has been closed meanwhile.</returns>
    private static string? Target(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
