#if NET
using System.Runtime.InteropServices;
#endif

namespace CoroGen;

/// <summary>
/// Lets the first signal that asks the process to end cancel all that lives in a loop. The next one ends the process as usual.
/// </summary>
internal sealed class Signals : IDisposable
{
    private readonly EventLoop _loop;
    private int _count;

#if NET
    private readonly PosixSignalRegistration[] _registrations;

    public Signals(EventLoop loop)
    {
        _loop = loop;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Receive), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Receive)];
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    private void Receive(PosixSignalContext context) => context.Cancel = Take(context.Signal.ToString());
#else
    public Signals(EventLoop loop)
    {
        _loop = loop;
        Console.CancelKeyPress += Receive;
    }

    public void Dispose() => Console.CancelKeyPress -= Receive;

    private void Receive(object? sender, ConsoleCancelEventArgs e) => e.Cancel = Take("Ctrl+C");
#endif

    /// <summary>On any thread.</summary>
    /// <returns>Whether the loop cares for the signal; else the process ends.</returns>
    private bool Take(string signal)
    {
        if (Interlocked.Increment(ref _count) > 1)
            return false;
        try
        {
            _loop.Post(() => _loop.CancelAll($"the process received {signal}"));
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }
}
