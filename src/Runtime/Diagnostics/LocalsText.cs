using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>The variables of a suspended method with their values: <c>client = "A", count = 3</c>. No code of the user's runs: of an object only the type is shown.</summary>
internal static class LocalsText
{
    private const int LongestText = 60;

    public static string Of(Frame frame) => string.Join(", ", frame.Info.LocalsAt(frame.State).SelectMany(name => Variable(frame, name)));

    private static IEnumerable<string> Variable(Frame frame, string name)
    {
        if (frame.GetType().GetField(name + "_") is not { } field)
            return [];
        var value = field.GetValue(frame);
        return IsScope(name) ? Captured(value) : [$"{UsersName(name)} = {Text(value)}"];
    }

    /// <summary>Of several variables with one name, the second is called <c>x__2</c>.</summary>
    private static string UsersName(string name) =>
        name.LastIndexOf("__", StringComparison.Ordinal) is > 0 and var end && int.TryParse(name[(end + 2)..], out _) ? name[..end] : name;

    /// <summary>Variables that lambdas capture are in an object of their own.</summary>
    private static bool IsScope(string name) => name.StartsWith("__scope", StringComparison.Ordinal);

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where the trimmer has removed the names of the variables, they are not shown.")]
    private static IEnumerable<string> Captured(object? scope) => scope?.GetType()
        .GetFields(BindingFlags.Instance | BindingFlags.Public)
        .Where(field => !field.Name.StartsWith("__", StringComparison.Ordinal))
        .Select(field => $"{field.Name} = {Text(field.GetValue(scope))}") ?? [];

    private static string Text(object? value) => value switch
    {
        null => "null",
        string { Length: > LongestText } text => $"\"{text[..LongestText]}…\"",
        string text => $"\"{text}\"",
        char character => $"'{character}'",
        bool flag => flag ? "true" : "false",
        Coroutine coroutine => $"'{coroutine.Name}' [{coroutine.Status}]",
        Array array => $"{array.GetType().GetElementType()!.Name}[{array.Length}]",
        IFormattable plain when value.GetType() is { IsPrimitive: true } or { IsEnum: true } => plain.ToString(null, CultureInfo.InvariantCulture),
        decimal or TimeSpan or DateTime or DateTimeOffset or Guid => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => $"({TypeName(value.GetType())})",
    };

    private static string TypeName(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>"
        : type.Name;
}
