using System.Runtime.CompilerServices;
using CoroGen.CompilerServices;

namespace CoroGen.Runtime.Tests;

/// <summary>
/// The plain-call protocol in the runtime: nested calls allocate nothing in steady state, completed frames hold nothing, deep recursion does not overflow the
/// stack (SPEC, section 2).
/// </summary>
public sealed partial class Frames : LoopTest
{
    private WeakReference<object>? _lastObject;

    [Fact]
    public void Calls_that_suspend_allocate_nothing_in_steady_state()
    {
        var coroutine = Loop.Schedule(CallsInALoop(new CoLock(), new CoSemaphore(1)));
        for (var i = 0; i < 100; i++)
            Loop.Tick();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Loop.Tick();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        coroutine.Cancel();
    }

    [Fact]
    public void Sleeps_and_contended_locks_allocate_nothing_in_steady_state()
    {
        var @lock = new CoLock();
        Coroutine[] coroutines = [LocksInALoop(@lock), LocksInALoop(@lock), LocksInALoop(@lock)];
        Schedule(coroutines);
        PassSeconds(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        PassSeconds(1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_launched_coroutine_is_one_object_of_128_bytes_and_what_is_its_own()
    {
        Assert.Equal(128, BytesOf(static () => Yields()));
        Assert.Equal(128 + (2 * sizeof(long)), BytesOf(static () => ReturnsNumber(7)));
    }

    [Fact]
    public void A_completed_call_holds_no_references_to_what_it_worked_on()
    {
        Schedule(CallsWithNewObject());
        var target = Run();
        GC.Collect();
        Assert.False(target.TryGetTarget(out _));

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference<object> Run()
        {
            Loop.RunUntilEmpty();
            return _lastObject!;
        }
    }

    [Fact]
    public void A_failed_call_holds_no_references_to_what_it_worked_on()
    {
        Schedule(CatchesFailureWithNewObject());
        Loop.RunUntilEmpty();
        GC.Collect();
        Assert.False(_lastObject!.TryGetTarget(out _));
    }

    [Fact]
    public void An_ended_coroutine_holds_its_result_and_nothing_else()
    {
        var coroutine = Loop.Schedule(KeepsObject());
        Loop.RunUntilEmpty();
        GC.Collect();
        Assert.False(_lastObject!.TryGetTarget(out _));
        Assert.Equal("result", coroutine.Result);
    }

    [Theory]
    [InlineData(100_000, false)]
    [InlineData(100_000, true)]
    public void Deep_recursion_does_not_overflow_the_stack(int depth, bool yields)
    {
        Assert.Equal(depth, Loop.Run(Depth(depth, yields)));
    }

    [Fact]
    public void Deep_recursion_does_not_overflow_a_small_stack()
    {
        var depth = 0;
        var thread = new Thread(() => depth = Loop.Run(Depth(20_000, yields: true)), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(20_000, depth);
    }

    [Fact]
    public void An_exception_passes_through_a_deep_recursion()
    {
        Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(FailsAtDepth(20_000)));
    }

    [Fact]
    public void A_switch_without_a_match_throws_what_plain_csharp_throws()
    {
        foreach (var input in new object?[] { 5, "text", null })
        {
#pragma warning disable CS8509 // That an input is not matched is the point.
            var plain = Record.Exception(() => input switch { 1 => 2 });
#pragma warning restore CS8509
            var services = CoroutineServices.NoMatch(input);
            Assert.Equal((plain!.GetType(), plain.Message), (services.GetType(), services.Message));
        }
    }

    /// <summary>What a launch allocates when the loop has room.</summary>
    private long BytesOf(Func<Coroutine> factory)
    {
        var bytes = 0L;
        for (var round = 0; round < 2; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
                Loop.Schedule(factory());
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            Loop.RunUntilEmpty();
        }
        return bytes / 100;
    }

    private void PassSeconds(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            Loop.Tick();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private object NewObject()
    {
        var made = new object();
        _lastObject = new WeakReference<object>(made);
        return made;
    }
}
