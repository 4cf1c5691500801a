using System.Diagnostics;

namespace CoroGen.Execution.Tests.Debugging;

/// <summary>An exception that has passed calls that were resumed shows the user's lines, as if they had been plain calls.</summary>
public sealed class StackTraceTests
{
    [Fact]
    public void Each_call_shows_its_file_and_line()
    {
        var frames = new StackTrace(Throw(Nested.Outer(2)), fNeedFileInfo: true).GetFrames().Where(frame => frame.GetMethod()?.DeclaringType == typeof(Nested)).ToList();
        Assert.Equal(["Inner__Run", "Middle__Run", "Outer__Run"], frames.Select(frame => frame.GetMethod()!.Name));
        Assert.All(frames, frame => Assert.Equal("Nested.cs", Path.GetFileName(frame.GetFileName())));
        Assert.Equal(Nested.Lines, frames.Select(frame => frame.GetFileLineNumber()));
    }

    [Fact]
    public void Nothing_stands_between_them()
    {
        var lines = Throw(Nested.Outer(2)).StackTrace!.Split('\n').Select(line => line.Trim()).ToList();
        Assert.Contains(".Inner__Run(", lines[0]);
        Assert.Contains(".Middle__Run(", lines[1]);
        Assert.Contains(".Outer__Run(", lines[2]);
        Assert.StartsWith("at CoroGen.EventLoop.Run", lines[3]);
        Assert.Contains(nameof(StackTraceTests), lines[4]);
    }

    [Fact]
    public void The_error_of_a_launched_coroutine_shows_who_waited_after_it()
    {
        var lines = Throw(Nested.Waiting()).StackTrace!.Split('\n').Select(line => line.Trim()).ToList();
        Assert.Contains(".Inner__Run(", lines[0]);
        Assert.Contains(".Middle__Run(", lines[1]);
        Assert.Contains(".Waiting__Run(", lines[2]);
        Assert.EndsWith($"Nested.cs:line {Nested.Waits}", lines[2]);
        Assert.StartsWith("at CoroGen.EventLoop.Run", lines[3]);
    }

    private static InvalidOperationException Throw(Coroutine coroutine)
    {
        using var loop = new EventLoop();
        return Assert.Throws<InvalidOperationException>(() => loop.Run(coroutine));
    }
}
