using System.Reflection;
using System.Runtime.CompilerServices;
using CoroGen.CompilerServices;

namespace CoroGen.Fuzz.Oracles;

/// <summary>Fills the fields of suspended frames that their resume points do not load with garbage: who reads them nevertheless is found out.</summary>
internal static class Poison
{
    public static void Fill(Coroutine root, LiveFields fields)
    {
        foreach (var frame in Frames.Of(root))
        {
            var type = frame.GetType();
            if (fields.At(PathOf(type), frame.State) is not { } live)
                continue;
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                if (!live.Contains(field.Name))
                    field.SetValue(frame, Garbage(field.FieldType));
            }
        }
    }

    private static string PathOf(Type type) => type.FullName!.Split('[')[0];

    private static object? Garbage(Type type)
    {
        if (type == typeof(string))
            return "garbage";
        if (type == typeof(int))
            return 0x5EED;
        if (type == typeof(bool))
            return true;
        if (type == typeof(Exception))
            return new InvalidOperationException("garbage");
        if (type.IsArray)
            return Array.CreateInstance(type.GetElementType()!, new int[type.GetArrayRank()]);
        if (type.IsAbstract || type.IsInterface || typeof(Delegate).IsAssignableFrom(type))
            return null;
        return Nullable.GetUnderlyingType(type) is { } underlying ? Garbage(underlying) : RuntimeHelpers.GetUninitializedObject(type);
    }
}
