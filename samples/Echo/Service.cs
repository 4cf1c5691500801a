using CoroGen;

namespace Echo;

/// <summary>What all servers do between a message and its answer, which is the same again: they think about it.</summary>
/// <param name="thinkingTime">For how long.</param>
/// <param name="log">Told of each message.</param>
internal partial class Service(TimeSpan thinkingTime, Action<string> log)
{
    [Coroutine]
    public virtual void Think(Co co, int length)
    {
        log($"thinking about {length} bytes");
        co.Sleep(thinkingTime);
    }
}
