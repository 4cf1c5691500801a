using System.Collections;
using System.Reflection;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Tests.Incremental;

/// <summary>
/// Models are text and numbers: a symbol, node or location in one would keep a whole compilation alive, and never equal the next one's; nor would an array.
/// </summary>
public sealed class ModelTests
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(SyntaxToken), typeof(SyntaxTrivia), typeof(Location), typeof(Compilation),
        typeof(SemanticModel), typeof(IOperation), typeof(AttributeData), typeof(Diagnostic), typeof(Delegate),
    ];

    /// <summary>Functions of all kinds, what they capture, generics, temporaries, regions, types without a name, and bodies that are refused or have errors.</summary>
    private const string Bodies = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using CoroGen;
        partial class Bodies<T> where T : struct
        {
            [Coroutine] int Functions(Co co, int n)
            {
                var total = 0;
                for (var i = 0; i < n; i++)
                {
                    var copy = i;
                    Action add = () => total += copy;
                    add();
                    co.Yield();
                }

                [Coroutine] int Fry<U>(Co co, U value) { co.Yield(); total++; return Twice(total); }
                int Twice(int value) => value + n;
                Func<int, int> later = Twice;
                co.Wait(co.Launch(co => { co.Yield(); total++; }), co.Launch(co => Fry(co, total)));
                return later(total);
            }
            [Coroutine] object Nameless(Co co, IEnumerable<T> items)
            {
                var pairs = items.Select(item => new { Item = item, Text = item.ToString() }).ToList();
                co.Yield();
                foreach (var pair in pairs)
                    co.Yield();
                return pairs[Functions(co, 1)].Text + (Functions(co, 2), Functions(co, 3));
            }
            [Coroutine] int Regions(Co co, int? x)
            {
                try { if (x is > 3 and var y && Functions(co, y) > 0) return y; throw new Exception(); }
                catch (Exception e) when (e.Message == "") { co.Yield(); throw; }
                finally { co.Sleep(1); }
            }
            [Coroutine] int Switched(Co co, object value) => value switch { int n when Functions(co, n) > 0 => n, string { Length: var l } => l, _ => 0 };
            [Coroutine] void Escapes(Co co) { var other = co; }
            [Coroutine] void Locked(Co co) { lock (this) { co.Yield(); } }
            [Coroutine] void Unknown(Co co) { Nowhere(co); }
            [Coroutine] void ByReference(Co co, ref int x) { co.Yield(); }
            [Coroutine] Span<int> Slice(Co co) => default;
        }
        """;

    private readonly IncrementalRun _run = new(Robustness.RichSource.Text, Bodies);

    /// <summary>All steps but the one that makes the compilation in which bodies are bound, of which nothing is kept, and the one that compares what is declared, and so keeps the files.</summary>
    public static TheoryData<string> Steps =>
    [
        .. typeof(WellKnownTrackingNames).GetFields().Select(constant => (string)constant.GetValue(null)!).Where(step => step is not (WellKnownTrackingNames.Binding or WellKnownTrackingNames.Declarations)),
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    public void No_model_holds_a_symbol_node_or_location(string step)
    {
        Assert.NotEmpty(_run.Outputs(step));
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (value, _) in _run.Outputs(step))
            Walk(value, value.GetType().Name, seen);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Models_of_equal_sources_are_equal(string step)
    {
        var again = new IncrementalRun(Robustness.RichSource.Text, Bodies);

        var (one, other) = (_run.Outputs(step).Select(output => output.Value).ToList(), again.Outputs(step).Select(output => output.Value).ToList());
        Assert.Equal(one.Count, other.Count);
        Assert.All(one.Zip(other), pair => Assert.True(pair.First.Equals(pair.Second) && pair.First.GetHashCode() == pair.Second.GetHashCode(), $"{pair.First}"));
    }

    [Fact]
    public void The_sources_have_all_kinds_of_models()
    {
        var files = _run.Outputs(WellKnownTrackingNames.Files).Select(output => (GeneratedFile)output.Value).ToList();

        Assert.Equal(5, files.Count(file => file.Signature.Home.Path == "Bodies{T}" && file.Machine is null));
        Assert.Contains(files, file => file.Machine?.Functions.Any(function => function is FunctionModel.Coroutine) == true);
        Assert.Contains(files, file => file.Machine?.Functions.Any(function => function is FunctionModel.Copied) == true);
        Assert.Contains(files, file => file.Machine?.Scopes.Count > 0);
        Assert.Contains(files, file => file.Machine?.Fields.Any(field => field.IsUntyped) == true);
        Assert.Contains(files, file => file.Machine?.Body.Any(code => code is TryCode) == true);
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
            return;
        Assert.False(Forbidden.Any(type => type.IsInstanceOfType(value)), $"{path} is a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, path + "[]", seen);
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Assert.False(IsRecord(type) && IsCollectionWithoutEquality(field.FieldType), $"{path}.{field.Name} is a {field.FieldType}, which is equal to itself only");
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }

    /// <summary>A record compares its fields; any other model compares what it has by hand.</summary>
    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    private static bool IsCollectionWithoutEquality(Type type) =>
        typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string) && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>));
}
