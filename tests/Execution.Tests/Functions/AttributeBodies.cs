using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

/// <summary>What the factory carries of the method: nullability, attributes, defaults.</summary>
public sealed partial class AttributeBodies : Bodies<AttributeBodies>
{
    private static readonly NullabilityInfoContext s_nullability = new();

    [Fact]
    public void The_factory_has_the_methods_nullability()
    {
        var parameters = Factory(nameof(Find)).GetParameters();
        Assert.Equal(["Nullable", "NotNull", "NotNull"], parameters.Select(p => s_nullability.Create(p).ReadState.ToString()));
        Assert.Equal("Nullable", s_nullability.Create(Factory(nameof(Find)).ReturnParameter).GenericTypeArguments[0].ReadState.ToString());
    }

    [Fact]
    public void The_factory_has_the_attributes_that_callers_see()
    {
        var factory = Factory(nameof(Old));
        Assert.Equal("Use another", factory.GetCustomAttribute<ObsoleteAttribute>()!.Message);
        Assert.NotNull(factory.GetParameters()[1].GetCustomAttribute<StringSyntaxAttribute>());
        Assert.Equal("text", factory.GetParameters()[1].DefaultValue);
    }

    [Fact]
    public void The_trimmer_sees_what_the_methods_type_parameters_need()
    {
        var declared = typeof(AttributeBodies).GetMethods(BindingFlags.NonPublic | BindingFlags.Static).Where(method => method.Name.StartsWith(nameof(Members), StringComparison.Ordinal))
            .Select(method => method.GetGenericArguments()).Append(typeof(AttributeBodies).GetNestedType("Members__Frame`2", BindingFlags.NonPublic)!.GetGenericArguments()).ToList();

        Assert.Equal(4, declared.Count);
        Assert.All(declared, parameters =>
        {
            Assert.Null(parameters[0].GetCustomAttribute<DynamicallyAccessedMembersAttribute>());
            Assert.Equal(DynamicallyAccessedMemberTypes.PublicMethods, parameters[1].GetCustomAttribute<DynamicallyAccessedMembersAttribute>()!.MemberTypes);
        });
        var run = typeof(AttributeBodies).GetMethod("Members__Run", BindingFlags.NonPublic | BindingFlags.Static)!;
        Assert.Equal("IL2026", run.GetCustomAttribute<UnconditionalSuppressMessageAttribute>()!.CheckId);
    }

    [Coroutine]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A test")]
    private static int Members<T, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] U>(Co co, T item)
    {
        co.Yield();
        return item is null ? 0 : typeof(U).GetMethods().Length;
    }

    /// <summary>What a method requires, its callers are told; nothing that is generated of it is told besides.</summary>
    [Fact]
    public void The_trimmer_sees_what_a_method_requires()
    {
        const BindingFlags All = BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var type in new[] { typeof(AttributeBodies), typeof(Reflecting) })
        {
            var members = type.GetMethods(All).Where(method => method.Name.StartsWith("Reflects", StringComparison.Ordinal)).ToList();
            Assert.Contains(members, method => method.Name == "Reflects__Run");
            Assert.All(members, method => Assert.Equal("by name", method.GetCustomAttribute<RequiresUnreferencedCodeAttribute>()?.Message));
            Assert.All(members, method => Assert.Equal("by emitting", method.GetCustomAttribute<RequiresDynamicCodeAttribute>()?.Message));
            var frames = type.GetNestedTypes(All).Where(frame => frame.Name.EndsWith("__Frame", StringComparison.Ordinal) && frame.Name.StartsWith("Reflects", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(frames);
            Assert.All(frames, frame => Assert.Equal(
                ["IL2026", "IL3050"],
                frame.GetMethod("Resume", All)!.GetCustomAttributes<UnconditionalSuppressMessageAttribute>().Select(suppression => suppression.CheckId).Order()));
        }

        Assert.Contains(typeof(Reflecting).GetMethods(All), method => method.Name == "Reflects__Body");
        Assert.Equal(4, typeof(AttributeBodies).GetNestedTypes(All).Count(frame => frame.Name.StartsWith("Reflects", StringComparison.Ordinal)));
    }

    [Coroutine]
    [RequiresUnreferencedCode("by name")]
    [RequiresDynamicCode("by emitting")]
    private static string Reflects(Co co, Trace t, string name)
    {
        [Coroutine]
        string Inner(Co inner) => t.S(inner, Name());

        string Name()
        {
            return name += ".";
        }

        CoFunc<string> lambda = inner => t.S(inner, Type.GetType(name)?.Name ?? "none");
        Func<string> later = Name;
        return Inner(co) + lambda(co) + later();
    }

    private partial class Reflecting
    {
        [Coroutine]
        [RequiresUnreferencedCode("by name")]
        [RequiresDynamicCode("by emitting")]
        public virtual string Reflects(Co co, Trace t) => t.S(co, "virtual");
    }

    [Coroutine]
    private static string CallsWhatReflects(Co co, Trace t) => Reflects(co, t, "Name") + new Reflecting().Reflects(co, t) + co.Await(Reflects(t, "x"));

    [Coroutine]
    private static List<string?>? Find(Co co, Trace? t, List<string> names, string name)
    {
        t!.S(co, name);
        return [.. names];
    }

    [Coroutine]
    [Obsolete("Use another")]
    private static string Old(Co co, Trace t, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern = "text") => t.S(co, pattern);

    [Obsolete("Never", error: true)]
    private sealed class Outdated
    {
        public int Value => 3;
    }

    /// <summary>What is obsolete may use what is, also where that is an error.</summary>
    [Coroutine]
    [Obsolete("As it uses it")]
    private static string Outdating(Co co, Trace t, Outdated? given = null)
    {
        [Coroutine]
        int Inner(Co inner) => t.S(inner, given!.Value + Plain());

        int Plain() => (given ??= new Outdated()).Value;

        Func<Outdated> later = () => given ?? new();
        Func<int> plain = Plain;
        CoFunc<int> lambda = inner => t.S(inner, new Outdated().Value);
        Outdated kept = later();
        t.S(co, kept.Value);
        return $"{kept.Value} {plain()} {Inner(co)} {lambda(co)}";
    }

    private partial class Outdater
    {
        [Coroutine]
        [Obsolete("As it uses it")]
        public virtual int Get(Co co, Trace t) => t.S(co, new Outdated().Value);
    }

    [Coroutine]
    private static string Called(Co co, Trace t)
    {
#pragma warning disable CS0618
        return Find(co, t, ["a"], "b")![0] + Old(co, t) + co.Await(Old(t)) + co.Await(Find(t, ["c"], "d"))!.Count + Outdating(co, t) + co.Await(Outdating(t)) + new Outdater().Get(co, t);
#pragma warning restore CS0618
    }

    private static MethodInfo Factory(string name) => typeof(AttributeBodies).GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
        .Single(method => method.Name == name && typeof(Coroutine).IsAssignableFrom(method.ReturnType));
}
