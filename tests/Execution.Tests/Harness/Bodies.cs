namespace CoroGen.Execution.Tests.Harness;

/// <summary>
/// Runs each body of the derived class in both executions, with suspension points that never, always and sometimes suspend, and compares the
/// traces: the body as written is plain C#, and the state machine has to do the same.
/// </summary>
public abstract class Bodies<TBodies>
    where TBodies : Bodies<TBodies>
{
    public static TheoryData<string> Names => [.. Body.In(typeof(TBodies)).Select(body => body.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Does_what_plain_code_does(string name)
    {
        var body = Body.In(typeof(TBodies)).Single(b => b.Name == name);
        Compare(body, Suspending.Never, 0);
        Compare(body, Suspending.Always, 0);
        for (var seed = 1; seed <= 6; seed++)
            Compare(body, Suspending.Sometimes, seed);
    }

    private static void Compare(Body body, Suspending suspending, int seed)
    {
        var plain = body.RunBlocking(new Trace(suspending, seed));
        var machine = body.RunMachine(new Trace(suspending, seed));
        Assert.Equal(plain, machine);
    }
}
