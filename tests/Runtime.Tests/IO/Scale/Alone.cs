namespace CoroGen.Runtime.Tests.IO.Scale;

/// <summary>Tests that need the machine for themselves.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
#pragma warning disable CA1711 // It names a collection of tests.
public static class Alone;
