namespace CoroGen.Runtime.Tests;

/// <summary>Barriers: all go on when the last has arrived, phase after phase.</summary>
public sealed partial class Barriers : ExecutionsTest<Barriers>
{
    private readonly CoBarrier _barrier = new(3);
    private bool _isStopped;

    [Fact]
    public void All_go_on_when_the_last_has_arrived_and_the_last_one_knows() =>
        Always(
            "2/0 c:True@3 a:False@3 b:False@3 0/1 c:True@6 a:False@6 b:False@6 0/2",
            test => test.RunsPhases,
            test => test.RunsPhases());

    [Fact]
    public void One_that_comes_again_at_once_belongs_to_the_next_phase() =>
        Always("1/1 a-again", test => test.ComesAgain, test => test.ComesAgain());

    [Fact]
    public void A_cancelled_waiter_takes_its_arrival_back() =>
        Always("2 Canceled 1 c:True@0 a:False@0", test => test.CancelsWaiter, test => test.CancelsWaiter());

    [Fact]
    public void One_that_is_let_go_on_does_so_though_it_is_cancelled_before_its_step() =>
        Always("a:False@0 Finished", test => test.CancelsTooLate, test => test.CancelsTooLate());

    [Fact]
    public void A_barrier_for_one_never_waits_but_does_not_starve_others()
    {
        RunAll(PassesUntil(new CoBarrier(1)), Stops());
        Assert.Equal("stop stopped", Log);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_barrier_for_nobody_is_an_argument_error(int participants) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CoBarrier(participants));

    [Fact]
    public void A_barrier_belongs_to_one_loop_also_for_the_last_one()
    {
        using var other = new EventLoop();
        Schedule(Arrives("a", 0), Arrives("b", 0));
        Loop.Tick();
        Loop.Tick();
        Assert.Throws<InvalidOperationException>(() => other.Run(_barrier.Wait()));
        Assert.Equal((2, 0), (_barrier.Waiting, _barrier.Phase));
    }

    private void SayFigures() => Say($"{_barrier.Waiting}/{_barrier.Phase}");

    [Coroutine]
    private void Arrives(Co co, string name, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        var isLast = _barrier.Wait(co);
        SayWhen($"{name}:{isLast}");
    }

    [Coroutine]
    private void RunsPhases(Co co)
    {
        for (var phase = 0; phase < 2; phase++)
        {
            var all = new[] { co.Launch(Arrives("a", 1)), co.Launch(Arrives("b", 2)), co.Launch(Arrives("c", 3)) };
            if (phase == 0)
            {
                co.Sleep(2500);
                SayFigures();
            }
            co.WaitAll(all);
            SayFigures();
        }
    }

    [Coroutine]
    private void ArrivesTwice(Co co)
    {
        _barrier.Wait(co);
        _barrier.Wait(co);
        Say("a-again");
    }

    [Coroutine]
    private void ComesAgain(Co co)
    {
        var twice = co.Launch(ArrivesTwice());
        co.Launch(_barrier.Wait());
        co.Yield();
        _barrier.Wait(co);
        co.Yield();
        SayFigures();
        co.WaitAll(_barrier.Wait(), _barrier.Wait(), twice);
    }

    [Coroutine]
    private void CancelsWaiter(Co co)
    {
        co.Launch(Arrives("a", 0));
        var canceled = co.Launch(Arrives("b", 0));
        co.Yield();
        co.Yield();
        Say(_barrier.Waiting);
        canceled.Cancel();
        co.Yield();
        Say(canceled.Status);
        Say(_barrier.Waiting);
        co.Launch(_barrier.Wait());
        co.Yield();
        co.Await(Arrives("c", 0));
        co.Yield();
    }

    [Coroutine]
    private void CancelsTooLate(Co co)
    {
        var canceled = co.Launch(Arrives("a", 0));
        co.Launch(_barrier.Wait());
        co.Yield();
        co.Yield();
        _barrier.Wait(co);
        canceled.Cancel();
        co.Yield();
        Say(canceled.Status);
    }

    [Coroutine]
    private void PassesUntil(Co co, CoBarrier barrier)
    {
        while (!_isStopped)
            barrier.Wait(co);
        Say("stopped");
    }

    [Coroutine]
    private void Stops(Co co)
    {
        co.Yield();
        _isStopped = true;
        Say("stop");
    }
}
