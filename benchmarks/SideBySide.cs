using BenchmarkDotNet.Attributes;

namespace CoroGen.Benchmarks;

/// <summary>Two loops on the benchmark's one thread: ours, and one for C#'s own async.</summary>
public abstract class SideBySide : IDisposable
{
    private protected EventLoop Loop { get; } = new();

    private protected AsyncLoop AsyncLoop { get; } = new();

    [GlobalCleanup]
    public void Dispose()
    {
        Loop.Dispose();
        GC.SuppressFinalize(this);
    }
}
