using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CoroGen.CompilerServices;

public static partial class CoroutineServices
{
    /// <summary>Sets an init-only property of an object whose initializer suspends before it: C# itself has no way to do that.</summary>
    /// <typeparam name="T">The class that declares the property.</typeparam>
    /// <typeparam name="TValue">The property's type.</typeparam>
    /// <param name="target">The object.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="value">Its value.</param>
    public static void Initialize<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.NonPublicProperties)] T, TValue>(T target, string property, TValue value)
        where T : class => Setters<T, TValue>.Of(property)(target, value);

    private static class Setters<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.NonPublicProperties)] T, TValue>
    {
        private static readonly ConcurrentDictionary<string, Action<T, TValue>> s_byName = new();

        public static Action<T, TValue> Of(string property) => s_byName.GetOrAdd(property, static name =>
        {
            var declared = typeof(T).GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)!;
            return (Action<T, TValue>)Delegate.CreateDelegate(typeof(Action<T, TValue>), declared.SetMethod!);
        });
    }
}
