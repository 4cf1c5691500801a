using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Tests.Signatures;

/// <summary>Generated members stand among the user's own usings, namespaces and types, so that copied code means the same there.</summary>
public sealed class HomeTests
{
    [Fact]
    public void Usings_aliases_and_nested_namespaces_are_kept()
    {
        var run = GeneratorRun.Of("""
            using System.Text; // text
            using Meal = System.Collections.Generic.List<string>;
            using static System.Math;
            using CoroGen;
            namespace Outer
            {
                using System.Linq;
                namespace Inner.@class
                {
                    using Table = System.Int32;
                    partial class Kitchen
                    {
                        [Coroutine] static string Serve(Co co, Table table)
                        {
                            var meal = new Meal { "soup" };
                            co.Yield();
                            return new StringBuilder(meal.First()).Append(Max(table, 3)).ToString();
                        }
                    }
                }
            }
            """);

        Assert.Equal("Outer.Inner.class.Kitchen.Serve.g.cs", Assert.Single(run.Files).Key);
        string[] kept = ["using Meal = System.Collections.Generic.List<string>;", "using static System.Math;", "namespace Outer\n", "    using System.Linq;", "namespace Inner.@class", "using Table = System.Int32;"];
        Assert.All(kept, line => Assert.Contains(line, run.File, StringComparison.Ordinal));
    }

    [Fact]
    public void Global_usings_are_not_repeated()
    {
        var run = GeneratorRun.Of(
            "global using CoroGen; global using System.Linq; using System.Text; partial class Kitchen { [Coroutine] void Serve(Co co) { co.Yield(); } }",
            "global using System.Text;");

        Assert.DoesNotContain("global using", run.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Usings_of_file_local_types_are_not_repeated()
    {
        var run = GeneratorRun.Of("""
            using CoroGen;
            using Plate = Shop.Plate;
            using Plates = System.Collections.Generic.List<Shop.Plate>;
            namespace Shop
            {
                using System.Diagnostics;
                using Diagnostics = System.Diagnostics.Debug;
                using static Washing;
                partial class Kitchen
                {
                    [Coroutine] static void Serve(Co co) { co.Yield(); Diagnostics.WriteLine("served"); }
                    static void Wash() => Rinse(new Plates() { new Plate() }[0]);
                }
                file class Plate { }
                file static class Washing { public static void Rinse(Plate plate) { } }
            }
            """);

        Assert.Contains("using Diagnostics = System.Diagnostics.Debug;", run.File, StringComparison.Ordinal);
        Assert.All(["Plate", "Washing"], name => Assert.DoesNotContain(name, run.File, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_scoped_namespace_becomes_a_block()
    {
        var run = GeneratorRun.Of("using CoroGen; namespace Shop; using System.Linq; partial class Kitchen { [Coroutine] int Serve(Co co, int[] x) { co.Yield(); return x.First(); } }");

        Assert.Contains("namespace Shop\n{\n", run.File, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("partial class Box<T> where T : class, new()", "partial class Box<T>")]
    [InlineData("public sealed partial record Box<T>(T Value)", "partial record Box<T>")]
    [InlineData("readonly partial record struct Box<T>(T Value)", "partial record struct Box<T>")]
    [InlineData("unsafe partial struct Box<@in, T>", "unsafe partial struct Box<@in, T>")]
    [InlineData("partial interface Box<T>", "partial interface Box<T>")]
    public void Containing_types_are_repeated_without_what_one_part_says(string type, string part)
    {
        var run = GeneratorRun.Of($$"""
            using CoroGen;
            partial class Outer<K>
            {
                {{type}}
                {
                    [Coroutine] public static T? Serve<U>(Co co, T? value, K key, U[] list) { co.Yield(); return value; }
                    static Coroutine<T?> Use(K key) => Serve(default(T), key, new[] { 1 });
                }
            }
            """);

        Assert.Contains($"    {part}\n", run.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Extern_aliases_of_the_file_are_kept()
    {
        var library = MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location, new MetadataReferenceProperties(aliases: ["Lib"]));
        var run = GeneratorRun.Of(Sources.Compile("extern alias Lib; using CoroGen; partial class Kitchen { [Coroutine] void Serve(Co co) { co.Yield(); } }").AddReferences(library));

        Assert.Contains("extern alias Lib;\n", run.File, StringComparison.Ordinal);
    }
}
