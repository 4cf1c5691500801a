using System.ComponentModel;
using System.Diagnostics;

namespace CoroGen.Benchmarks.Echo;

/// <summary>The programs in other languages: C is compiled when it is needed, to a folder that is gone afterwards.</summary>
internal sealed class NativeTools : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("corogen-echo-");

    public static string Source(string file) => Path.Combine(AppContext.BaseDirectory, "Echo", "native", file);

    /// <returns>The program; null when there is no C compiler.</returns>
    public string? Compile(string source)
    {
        if (Find("cc") is not { } compiler)
            return null;
        var program = Path.Combine(_folder.FullName, Path.GetFileNameWithoutExtension(source));
        using var process = Process.Start(compiler, ["-O2", "-o", program, Source(source)]);
        process.WaitForExit();
        return process.ExitCode == 0 ? program : throw new InvalidOperationException($"{source} does not compile.");
    }

    /// <returns>The name, when there is a program of this name that runs; null when there is none.</returns>
    public static string? Find(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? program : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
