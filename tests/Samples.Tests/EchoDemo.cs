using Echo;

namespace CoroGen.Samples.Tests;

/// <summary>The echo sample's four parts.</summary>
public partial class EchoDemo
{
    private static readonly string[] s_answers = ["spam", "eggs", "bacon", "sausage", "beans"];

    [Fact]
    public void The_blocking_server_thinks_about_one_message_at_a_time()
    {
        var service = new Busy();
        Assert.Equal(s_answers, Run(new Demo(service, TextWriter.Null).AskBlocking()));
        Assert.Equal(1, service.Most);
    }

    /// <summary>Nobody stops thinking before all five think at once.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_others_think_about_all_five_at_once(int part)
    {
        var demo = new Demo(new Meeting(s_answers.Length), TextWriter.Null);
        Assert.Equal(s_answers, Run(part switch { 2 => demo.AskSockets(), 3 => demo.AskStreams(), _ => demo.AskUnixStreams() }));
    }

    /// <summary>Ends with an error what would never end.</summary>
    private static string[] Run(Coroutine<string[]> part)
    {
        using var loop = new EventLoop();
        return loop.Run(WithinAMinute(part));
    }

    [Coroutine]
    private static string[] WithinAMinute(Co co, Coroutine<string[]> part) => co.Timeout(TimeSpan.FromMinutes(1), part);

    /// <summary>Notes how many messages are thought about at once.</summary>
    private sealed partial class Busy() : Service(TimeSpan.Zero, static _ => { })
    {
        private int _now;

        public int Most { get; private set; }

        [Coroutine]
        public override void Think(Co co, int length)
        {
            Most = Math.Max(Most, ++_now);
            co.Sleep(TimeSpan.FromMilliseconds(1));
            _now--;
        }
    }

    private sealed partial class Meeting(int participants) : Service(TimeSpan.Zero, static _ => { })
    {
        private readonly CoBarrier _barrier = new(participants);

        [Coroutine]
        public override void Think(Co co, int length) => _barrier.Wait(co);
    }
}
