namespace CoroGen.Runtime.Tests;

/// <summary><see cref="EventLoop.Dump"/>: what a loop shows of its coroutines.</summary>
public sealed partial class Dumps : LoopTest
{
    private const string File = "Dumps.Bodies.cs";

    private readonly CoLock _stove = new();

    [Fact]
    public void It_shows_the_calls_the_lines_the_variables_that_are_needed_and_why_they_wait()
    {
        Schedule(Cooks("soup", [1, 2]), Serves("A", 3));
        Loop.Tick();
        Assert.Equal(
            [
                "2 coroutines at 2000-01-01 00:00:00Z",
                "'Cooks' sleeps for 00:00:02 more",
                $"    Dumps.Cooks in {File}:{_lines["cooks"]}: dish = \"soup\", pots = Object[2]",
                "'Serves' waits for the lock held by 'Cooks'",
                $"    Dumps.Fries in {File}:{_lines["fries"]}: client = \"A\", time = 00:00:00, isHungry = true",
                $"    Dumps.Serves in {File}:{_lines["serves"] - 1}: price = 7.5",
            ],
            Dump());
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void It_shows_what_lambdas_capture_and_of_objects_the_type()
    {
        Schedule(Captures([1, 2]));
        Loop.Tick();
        var line = Dump()[^1];
        Assert.Contains("numbers = (List<Int32>)", line, StringComparison.Ordinal);
        Assert.Contains("sum = 1", line, StringComparison.Ordinal);
        Assert.Contains("add = (Action)", line, StringComparison.Ordinal);
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void It_shows_values_as_C_sharp_writes_them()
    {
        Schedule(Values(null, new string('x', 100), 'c', Cooks("soup", [])));
        Loop.Tick();
        Assert.Contains($"none = null, text = \"{new string('x', 60)}…\", letter = 'c', other = 'Cooks' [{CoroutineStatus.New}]", Dump()[2], StringComparison.Ordinal);
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void It_shows_what_is_ready_what_has_not_begun_and_what_runs()
    {
        var writer = new StringWriter();
        Schedule(DumpsItself(writer), Cooks("soup", []));
        Assert.Equal(
            ["2 coroutines at 2000-01-01 00:00:00Z", "'DumpsItself' is ready", "'Cooks' is ready"],
            Dump().Where(line => !line.StartsWith(' ')));
        Loop.Tick();
        Loop.Tick();
        Assert.Contains("'DumpsItself' runs", Lines(writer));
        Loop.RunUntilEmpty();
        Assert.Equal(["0 coroutines at 2000-01-01 00:00:02Z"], Dump());
    }

    [Fact]
    public void Two_locks_taken_in_opposite_order_are_a_circle_with_files_and_lines()
    {
        var table = new CoLock();
        var left = TakesBoth("left", _stove, table);
        var right = TakesBoth("right", table, _stove);
        Schedule(left, right);
        Loop.Tick();
        Loop.Tick();
        var circle = $"'TakesBoth' ({File}:{_lines["left"]}) waits for 'TakesBoth' ({File}:{_lines["right"]}) waits for 'TakesBoth'";
        Assert.Equal($"deadlock: {circle}", Dump()[^1]);
        Assert.Equal($"The coroutine 'TakesBoth' can never go on: {circle}.", Assert.Throws<DeadlockException>(Loop.RunUntilEmpty).Message);
        left.Cancel();
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void It_changes_nothing()
    {
        Schedule(Cooks("soup", []), Serves("A", 3));
        Loop.Tick();
        Assert.Equal(Dump(), Dump());
        Loop.RunUntilEmpty();
        Assert.Equal("A! soup 0 A True 00:00:00", Log);
    }

    private string[] Dump()
    {
        var writer = new StringWriter();
        Loop.Dump(writer);
        return Lines(writer);
    }

    private static string[] Lines(StringWriter writer) => writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
