using CoroGen.Generator.Tests.Harness;

namespace CoroGen.Generator.Tests;

/// <summary>The whole chain, seen from outside.</summary>
public sealed class PipelineTests
{
    [Fact]
    public void A_coroutine_gets_a_factory_that_other_coroutines_see()
    {
        GeneratorRun.Of("""
            using CoroGen;
            namespace Shop;
            static partial class Kitchen
            {
                [Coroutine]
                internal static string Serve(Co co, string client, int tries = 3) { co.Yield(); return client; }

                [Coroutine]
                internal static int Open(Co co)
                {
                    var serving = co.Launch(Serve("A"));
                    string served = co.Await(serving);
                    return served.Length;
                }
            }
            """);
    }
}
