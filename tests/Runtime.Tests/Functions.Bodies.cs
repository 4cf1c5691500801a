using CoroGen.CompilerServices;

namespace CoroGen.Runtime.Tests;

public sealed partial class Functions
{
    /// <summary>As generated code makes it of <c>co => Counts(co, name, times)</c>.</summary>
    private CoFunc<int> Machine(string name, int times) => CoroutineServices.Function(() => Counts(name, times));

    /// <summary>As C# compiles it.</summary>
    private CoFunc<int> Plain(string name, int times) => co => Counts(co, name, times);

    [Coroutine]
    private int Counts(Co co, string name, int times)
    {
        for (var i = 0; i < times; i++)
        {
            SayWhen(name + i);
            if (i % 2 == 0)
                co.Sleep(1000);
            else
                co.Yield();
        }
        return times;
    }
}
