using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO200.</summary>
public sealed class LockAcrossSuspensionTests
{
    [Fact]
    public Task Held() => RuleCheck<LockAcrossSuspension>.Of(Source(
        "Monitor.{|CORO200:Enter|}(s_gate); try { co.Yield(); } finally { Monitor.Exit(s_gate); }",
        "Monitor.{|CORO200:Enter|}(s_gate); if (n > 0) co.Yield(); Monitor.Exit(s_gate);",
        "if (n > 0) Monitor.{|CORO200:Enter|}(s_gate); co.Yield(); if (n > 0) Monitor.Exit(s_gate);",
        "var taken = false; try { Monitor.{|CORO200:Enter|}(s_gate, ref taken); Serve(co); } finally { if (taken) Monitor.Exit(s_gate); }",
        "if (Monitor.{|CORO200:TryEnter|}(s_gate)) { co.Yield(); Monitor.Exit(s_gate); }",
        "if (!Monitor.{|CORO200:TryEnter|}(s_gate, 10)) return; co.Yield(); Monitor.Exit(s_gate);",
        "var taken = Monitor.{|CORO200:TryEnter|}(s_gate); if (taken) { co.Yield(); Monitor.Exit(s_gate); }",
        "s_lock.{|CORO200:Enter|}(); co.Yield(); s_lock.Exit();",
        "mutex.{|CORO200:WaitOne|}(); co.Yield(); mutex.ReleaseMutex();",
        "if (mutex.{|CORO200:WaitOne|}(10)) { co.Yield(); mutex.ReleaseMutex(); }",
        "s_slim.{|CORO200:EnterReadLock|}(); try { co.Yield(); } finally { s_slim.ExitReadLock(); }",
        "s_slim.{|CORO200:EnterWriteLock|}(); co.Yield(); s_slim.ExitWriteLock();",
        "s_slim.{|CORO200:EnterUpgradeableReadLock|}(); s_slim.EnterWriteLock(); s_slim.ExitWriteLock(); co.Yield(); s_slim.ExitUpgradeableReadLock();",
        "s_old.{|CORO200:AcquireReaderLock|}(1); co.Yield(); s_old.ReleaseLock();",
        "var taken = false; s_spin.{|CORO200:Enter|}(ref taken); co.Yield(); if (taken) s_spin.Exit();",
        "Monitor.{|CORO200:Enter|}(s_gate); Monitor.Enter(mutex); Monitor.Exit(mutex); co.Yield(); Monitor.Exit(s_gate);",
        "Monitor.{|CORO200:Enter|}(s_gate); try { Log(n); } finally { co.Yield(); Monitor.Exit(s_gate); }",
        "Monitor.{|CORO200:Enter|}(s_gate); foreach (var item in channel) Log(item); Monitor.Exit(s_gate);",
        "for (var i = 0; i < n; i++) { co.Yield(); Monitor.{|CORO200:Enter|}(s_gate); if (i == 2) continue; Monitor.Exit(s_gate); }",
        "CoAction body = inner => { Monitor.{|CORO200:Enter|}(s_gate); inner.Yield(); Monitor.Exit(s_gate); };",
        "using (new Timer(_ => { })) { Monitor.{|CORO200:Enter|}(s_gate); co.Launch(Serve()); co.Sleep(1); Monitor.Exit(s_gate); }"));

    [Fact]
    public Task Harmless() => RuleCheck<LockAcrossSuspension>.Of(Source(
        "co.Yield(); Monitor.Enter(s_gate); Log(n); Monitor.Exit(s_gate); co.Yield();",
        "Monitor.Enter(s_gate); try { Log(n); } finally { Monitor.Exit(s_gate); } co.Yield();",
        "var taken = false; try { Monitor.Enter(s_gate, ref taken); Log(n); } finally { if (taken) Monitor.Exit(s_gate); } co.Yield();",
        "while (!Monitor.TryEnter(s_gate)) co.Yield(); Log(n); Monitor.Exit(s_gate);",
        "if (Monitor.TryEnter(s_gate)) { Log(n); Monitor.Exit(s_gate); } else { co.Yield(); }",
        "var taken = Monitor.TryEnter(s_gate); if (taken) Monitor.Exit(s_gate); else co.Yield();",
        "lock (s_gate) Log(n); co.Yield();",
        "using (s_lock.EnterScope()) Log(n); co.Yield();",
        "s_slim.EnterReadLock(); s_slim.ExitReadLock(); co.Yield(); s_slim.EnterWriteLock(); s_slim.ExitWriteLock();",
        "mutex.WaitOne(); mutex.ReleaseMutex(); co.Yield();",
        "semaphore.Wait(); co.Yield(); semaphore.Release();",
        "handle.WaitOne(); co.Yield();",
        "Monitor.Enter(s_gate); co.Launch(Serve()); Monitor.Exit(s_gate); co.Yield();",
        "Monitor.Enter(s_gate); Action later = () => Log(n); CoAction body = inner => inner.Yield(); Monitor.Exit(s_gate); co.Await(co.Launch(body));",
        "co.Offload(() => { Monitor.Enter(s_gate); Monitor.Exit(s_gate); });",
        "while (n > 0) { try { if (n > 2) { co.Yield(); continue; } Monitor.Enter(s_gate); break; } finally { Log(n); } } Monitor.Exit(s_gate);",
        "Monitor.Enter(s_gate); if (n > 0) { Monitor.Exit(s_gate); co.Yield(); return; } Monitor.Exit(s_gate);",
        "Monitor.Enter(s_gates[n]); Monitor.Exit(s_gates[n]); co.Yield();",
        "using (co.Lock(new CoLock())) co.Yield();"));

    private static string Source(params string[] statements) => $$"""
        static partial class Kitchen
        {
            static readonly object s_gate = new();
            static readonly object[] s_gates = [];
            static readonly Lock s_lock = new();
            static readonly ReaderWriterLockSlim s_slim = new();
            static readonly ReaderWriterLock s_old = new();
            static SpinLock s_spin;
            static void Log(int n) { }
            [Coroutine] static void Serve(Co co) { co.Yield(); }
            {{Methods.Each(statements, "int n, Mutex mutex, SemaphoreSlim semaphore, WaitHandle handle, CoChannel<int> channel")}}
        }
        """;
}
