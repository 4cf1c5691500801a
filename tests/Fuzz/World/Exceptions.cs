namespace CoroGen.Fuzz.World;

/// <summary>What generated programs throw.</summary>
public class OopsException(string message) : Exception(message);

/// <inheritdoc cref="OopsException"/>
public sealed class BangException(string message) : OopsException(message);
