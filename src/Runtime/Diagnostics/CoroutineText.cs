using System.Globalization;

namespace CoroGen;

/// <summary>The one-line text of a coroutine: <c>&lt;Coroutine 'TicTac' [Finished] ("Boum!")&gt;</c>.</summary>
internal static class CoroutineText
{
    public static string Of(Coroutine coroutine) => $"<Coroutine '{coroutine.Name}' [{coroutine.Status}]{Outcome(coroutine)}>";

    public static string Of<T>(T? result) => result switch
    {
        null => "null",
        string text => $"\"{text}\"",
        char character => $"'{character}'",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => result.ToString() ?? "",
    };

    private static string Outcome(Coroutine coroutine)
    {
        var text = coroutine.Status switch
        {
            CoroutineStatus.Finished => coroutine.ResultText,
            CoroutineStatus.Error => $"{coroutine.Thrown!.GetType().Name}: {coroutine.Thrown.Message}",
            CoroutineStatus.Canceled => coroutine.Rare?.CancelReason is { } reason ? Of(reason) : null,
            _ => null,
        };
        return text is null ? "" : $" ({text})";
    }
}
