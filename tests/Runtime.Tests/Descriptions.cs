namespace CoroGen.Runtime.Tests;

/// <summary>Each queue says what those wait for who stand in it.</summary>
public sealed partial class Descriptions : LoopTest
{
    [Fact]
    public void Of_a_lock() => AssertWaitsFor("the lock held by 'Holds'", (Holds(_lock), Holds(_lock)));

    [Fact]
    public void Of_a_condition() => AssertWaitsFor("a condition", (Nothing(), WaitsForCondition()));

    [Fact]
    public void Of_a_semaphore() => AssertWaitsFor("permits of a semaphore", (Nothing(), Acquires(new CoSemaphore(0))));

    [Fact]
    public void Of_an_event() => AssertWaitsFor("an event", (Nothing(), new CoEvent().Wait()));

    [Fact]
    public void Of_a_barrier() => AssertWaitsFor("a barrier where 1 of 3 have arrived", (Nothing(), new CoBarrier(3).Wait()));

    [Fact]
    public void Of_a_receiver() => AssertWaitsFor("an item of a channel", (Nothing(), new CoChannel<int>().Receive()));

    [Fact]
    public void Of_a_sender() => AssertWaitsFor("room in a channel", (Nothing(), new CoChannel<int>().Send(1)));

    [Fact]
    public void Of_joins()
    {
        var (a, b) = (SleepsForEver(), Holds(_lock));
        AssertWaitsFor("the end of 'SleepsForEver'", (a, Awaits(a)));
        AssertWaitsFor("the ends of 'SleepsForEver', 'Holds'", (b, AwaitsAll(a, b)));
        AssertWaitsFor("the first end of 'SleepsForEver', 'Holds'", (Nothing(), AwaitsAny(a, b)));
    }

    [Fact]
    public void Of_a_sleep_without_end() => AssertWaitsFor("its cancellation", (Nothing(), SleepsForEver()));

    [Fact]
    public void Of_a_task() => AssertWaitsFor("a task or a callback", (Nothing(), AwaitsTask(new TaskCompletionSource().Task)));

    [Fact]
    public void Of_a_select() => AssertWaitsFor(
        "the first of: an item of a channel, room in a channel, 00:00:05 to pass, the end of 'SleepsForEver', an event", (Nothing(), Selects()));

    private readonly CoLock _lock = new();

    private void AssertWaitsFor(string description, (Coroutine First, Coroutine Waiter) coroutines)
    {
        foreach (var coroutine in new[] { coroutines.First, coroutines.Waiter })
        {
            if (coroutine.Status == CoroutineStatus.New)
                Loop.Schedule(coroutine);
        }
        Loop.Tick();
        Assert.Equal(description, coroutines.Waiter.Queue!.Description);
    }

    [Coroutine]
    private static void Nothing(Co co)
    {
    }

    [Coroutine]
    private static void Holds(Co co, CoLock @lock)
    {
        using (co.Lock(@lock))
            co.Sleep(1000);
    }

    [Coroutine]
    private void WaitsForCondition(Co co)
    {
        using (co.Lock(_lock))
            new CoCondition(_lock).Wait(co);
    }

    [Coroutine]
    private static void Acquires(Co co, CoSemaphore semaphore) => co.Acquire(semaphore);

    [Coroutine]
    private static void Awaits(Co co, Coroutine other) => co.Await(other);

    [Coroutine]
    private static void AwaitsAll(Co co, Coroutine a, Coroutine b) => co.WaitAll(a, b);

    [Coroutine]
    private static void AwaitsAny(Co co, Coroutine a, Coroutine b) => co.WaitAny(a, b);

    [Coroutine]
    private static void AwaitsTask(Co co, Task task) => co.Await(task);

    [Coroutine]
    private static void SleepsForEver(Co co) => co.Sleep(Timeout.InfiniteTimeSpan);

    [Coroutine]
    private static void Selects(Co co)
    {
        var channel = new CoChannel<int>();
        co.Select(channel.Receiving(), channel.Sending(1), CoSelect.After(TimeSpan.FromSeconds(5)), CoSelect.End(SleepsForEver()), CoSelect.IsSet(new CoEvent()));
    }
}
