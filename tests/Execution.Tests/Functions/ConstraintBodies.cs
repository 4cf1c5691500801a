using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

/// <summary>Type parameters with every constraint, of methods, of types, and of overrides, which inherit them.</summary>
public sealed partial class ConstraintBodies : Bodies<ConstraintBodies>
{
    private abstract partial class Base<TKey>
        where TKey : notnull
    {
        [Coroutine]
        public abstract string Class<T>(Co co, Trace t, TKey key, T? value)
            where T : class;

        [Coroutine]
        public virtual string Struct<T>(Co co, Trace t, T? value)
            where T : struct => t.S(co, $"{value is null}");

        [Coroutine]
        public virtual T? Unconstrained<T>(Co co, Trace t, T? value) => t.S(co, value);
    }

    private sealed partial class Derived : Base<string>
    {
        [Coroutine]
        public override string Class<T>(Co co, Trace t, string key, T? value)
            where T : class => t.S(co, key) + (value?.ToString() ?? "null");

        [Coroutine]
        public override string Struct<T>(Co co, Trace t, T? value) => base.Struct(co, t, value) + t.S(co, typeof(T).Name);

        [Coroutine]
        public override T? Unconstrained<T>(Co co, Trace t, T? value)
            where T : default => base.Unconstrained(co, t, t.S(co, value));
    }

    private partial interface IExplicit
    {
        [Coroutine]
        T Pick<T, U>(Co co, Trace t, T one, U two)
            where T : class, IComparable<T>
            where U : T;
    }

    private sealed partial class Explicit : IExplicit
    {
        [Coroutine]
        T IExplicit.Pick<T, U>(Co co, Trace t, T one, U two) => one.CompareTo(t.S(co, two)) < 0 ? one : t.S<T>(co, two);
    }

    private static partial class Outer<T>
        where T : allows ref struct
    {
        [Coroutine]
        public static string Name(Co co, Trace t) => t.S(co, typeof(T).Name);
    }

    [Coroutine]
    private static string NameOf<T>(Co co, Trace t)
        where T : allows ref struct
    {
        t.S(co);
        return typeof(T).Name;
    }

    [Coroutine]
    private static unsafe string Sizes<T, TEnum, TDelegate>(Co co, Trace t, T value, TEnum kind, TDelegate function)
        where T : unmanaged
        where TEnum : struct, Enum
        where TDelegate : Delegate
    {
        var copy = value;
        t.S(co, copy);
        return $"{sizeof(T)} {t.S(co, kind)} {function.Method.Name is not null}";
    }

    [Coroutine]
    private static T Nullable<T>(Co co, Trace t, T value)
        where T : class? => t.S(co, value);

    [Coroutine]
    private static string NullableReferences(Co co, Trace t) => Nullable(co, t, "a") + Nullable<string?>(co, t, null) + co.Await(Nullable(t, t.S(co, (object?)null)));

    [Coroutine]
    private static string Inherited(Co co, Trace t)
    {
        Base<string> derived = new Derived();
        return derived.Class(co, t, "a", "b") + derived.Class<object>(co, t, "c", null) + derived.Struct(co, t, (int?)1) + derived.Struct<char>(co, t, null)
            + derived.Unconstrained(co, t, 5) + derived.Unconstrained<string>(co, t, null) + co.Await(derived.Unconstrained(t, 'x'));
    }

    [Coroutine]
    private static string OfMethods(Co co, Trace t) =>
        ((IExplicit)new Explicit()).Pick(co, t, "a", "b") + NameOf<Span<int>>(co, t) + NameOf<int>(co, t) + co.Await(NameOf<ReadOnlySpan<char>>(t))
        + Outer<Span<int>>.Name(co, t) + Sizes(co, t, 1L, DayOfWeek.Monday, () => 1);
}
