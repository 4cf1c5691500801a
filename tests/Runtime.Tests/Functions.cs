namespace CoroGen.Runtime.Tests;

/// <summary>Delegates with a handle, with a state machine and without one: the same effects in the same order.</summary>
public sealed partial class Functions : LoopTest
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Launched_delegates_take_turns(bool isMachine)
    {
        var make = isMachine ? Machine : (Func<string, int, CoFunc<int>>)Plain;
        var a = Loop.Blocking.Launch(make("a", 3));
        var b = Loop.Blocking.Launch(make("b", 2));
        Loop.RunUntilEmpty();
        Assert.Equal((3, 2), (a.Result, b.Result));
        Assert.Equal("a0@0 b0@0 a1@1 b1@1 a2@1", Log);
    }
}
