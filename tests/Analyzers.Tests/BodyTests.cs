using CoroGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO012, CORO014, CORO015, CORO019, CORO024 and CORO203: what a body must not do round a suspension.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("Span<byte> {|CORO012:head = bytes.AsSpan()|}; co.Yield(); head.Clear();")]
    [InlineData("ref byte {|CORO012:first = ref bytes[0]|}; co.Yield(); first = 1;")]
    [InlineData("Span<byte> {|CORO012:head = bytes|}; while (head.Length > 0) { head = head[1..]; co.Yield(); }")]
    [InlineData("switch ({|CORO012:bytes.AsSpan()|}) { case [1, ..] when Sum(co, 1) > 0: break; case [2, ..]: break; }")]
    [InlineData("switch (bytes.AsSpan()) { case [1, .. var {|CORO012:rest|}] when Sum(co, 1) > 0: rest.Clear(); break; }")]
    [InlineData("var n = {|CORO012:bytes.AsSpan()|} switch { [] when Sum(co, 1) > 0 => 0, [1] => 1, _ => 2 };")]
    [InlineData("var order = new { Plate = {|CORO014:Plate|}.Count }; co.Yield(); Console.WriteLine(order.Plate);")]
    [InlineData("{|CORO014:Plate|} plate = new(); co.Yield(); Console.WriteLine(plate);")]
    [InlineData("Console.WriteLine(new System.Collections.Generic.{|CORO014:List<Plate>|}()); Console.WriteLine(Plate.Count);")]
    [InlineData("{|CORO014:Plates|}.Wash(1);")]
    [InlineData("bytes.{|CORO014:Rinse|}();")]
    [InlineData("unsafe { {|CORO015:fixed (byte* p = bytes) { co.Yield(); }|} }")]
    [InlineData("(bytes.Length > 1 ? ref bytes[0] : ref {|CORO012:First(bytes)|}) = Sum(co, 1) > 0 ? (byte)1 : (byte)2;")]
    [InlineData("unsafe { int count = 1; int* p = {|CORO019:&count|}; co.Yield(); count++; }")]
    [InlineData("unsafe { int count = 1; int* p = {|CORO019:&count|}; co.Yield(); ++*p; }")]
    [InlineData("unsafe { int count = 1; int* p = null; while (count > 0) { if (p != null) --*p; var n = count; p = {|CORO019:&n|}; co.Yield(); } }")]
    [InlineData("unsafe { (int X, int Y) pair = (1, 2); var p = {|CORO019:&pair.Y|} - 1; byte* r; r = checked((byte*)p) + 1; co.Yield(); *r = 1; }")]
    [InlineData("unsafe { int* p = {|CORO019:stackalloc int[3]|}; co.Yield(); *p = 1; }")]
    [InlineData("unsafe { int n = 1; Use({|CORO019:&n|}, Sum(co, 1)); static void Use(int* p, int count) { } }")]
    [InlineData("unsafe { int n = 1; byte* p; Find({|CORO019:&n|}, out p); co.Yield(); *p = 1; static void Find(int* from, out byte* to) => to = (byte*)from; }")]
    [InlineData("unsafe { int n = 1; int* p = Next({|CORO019:&n|}); co.Yield(); *p = 1; static int* Next(int* p) => p + 1; }")]
    [InlineData("unsafe { var c = bytes; fixed (byte* p = c) { *p = 1; } byte[]* q = {|CORO019:&bytes|}; co.Yield(); bytes[0] = 1; }")]
    [InlineData("unsafe { int a = 1, b = 2; int* p = a > 1 ? {|CORO019:&a|} : &b; co.Yield(); *p = 1; }")]
    [InlineData("unsafe { int a = 1; int* p = bytes.Length switch { 1 => {|CORO019:&(a)|}, _ => null }; co.Yield(); *p = 1; }")]
    [InlineData("unsafe { int a = 1; int*[] all = [null, {|CORO019:&a|}]; co.Yield(); *all[1] = 1; }")]
    [InlineData("unsafe { int a = 1; Pair pair = new() { To = {|CORO019:&a|} }; co.Yield(); *pair.To = 1; }")]
    [InlineData("unsafe { int a = 1; var p = Made({|CORO019:&a|}).To; co.Yield(); *p = 1; static Pair Made(int* p) => new() { To = p }; }")]
    [InlineData("unsafe { int n = 1; Find({|CORO019:&n|}, out var p); co.Yield(); *p = 1; static void Find(int* from, out int* to) => to = from; }")]
    [InlineData("_ = new Shelf { {|CORO015:[1] = Sum(co, 1)|} };")]
    [InlineData("Func<int, int> twice = {|CORO024:__state|} => __state * 2; co.Yield();")]
    [InlineData("foreach (var b in bytes) { var {|CORO024:__callee = b|}; } co.Yield();")]
    [InlineData("Action later = () => {|CORO203:{|CS9108:co|}.Yield()|};")]
    [InlineData("Local(); void Local() { {|CORO203:Serve({|CS9108:co|}, bytes)|}; }")]
    [InlineData("var sums = from b in bytes select {|CORO203:Sum({|CS9108:co|}, b)|};")]
    public Task Refused(string statements) => AnalyzerCheck.Files(Source(statements));

    [Theory]
    [InlineData("co.Yield(); Span<byte> head = bytes.AsSpan(); head.Clear(); co.Yield();")]
    [InlineData("switch (bytes.AsSpan()) { case [2, .. var rest]: rest.Clear(); break; case [1, ..] when Sum(co, 1) > 0: break; default: co.Yield(); break; }")]
    [InlineData("var n = bytes.AsSpan() switch { [1] => Sum(co, 1), [2, .. var rest] => rest.Length };")]
    [InlineData("ref byte first = ref bytes[0]; first = 1; co.Yield();")]
    [InlineData("var order = new { Client = 1 }; co.Yield(); Console.WriteLine(order.Client);")]
    [InlineData("foreach (var n in Count()) co.Yield(); static System.Collections.Generic.IEnumerable<int> Count() { yield return 1; }")]
    [InlineData("int __state = 1; co.Yield(); Console.WriteLine(__state);")]
    [InlineData("Outside(); co.Yield();")]
    [InlineData("unsafe { fixed (byte* p = bytes) { *p = 1; } } co.Yield();")]
    [InlineData("unsafe { co.Yield(); int n; Use(&n); Console.WriteLine(n); co.Yield(); static void Use(int* p) => *p = 1; }")]
    [InlineData("unsafe { for (var i = 0; i < 3; i++) { int n; Use(&n); Console.WriteLine(n); co.Yield(); } static void Use(int* p) => *p = 1; }")]
    [InlineData("unsafe { int n = 1; var copy = *&n; var isZero = &n == null; co.Yield(); Console.WriteLine(copy + $\"{isZero}\"); }")]
    [InlineData("unsafe { var p = (byte*)System.Runtime.InteropServices.NativeMemory.Alloc(1); int n = 0; Use(&n, p); co.Yield(); *p = 2; static void Use(int* n, byte* p) => *p = (byte)*n; }")]
    [InlineData("Action later = () => co_(); co.Yield(); static void co_() { }")]
    [InlineData("var sums = from b in Sums(co) select b; co.Yield();")]
    [InlineData("Func<Coroutine> later = () => Serve(bytes);")]
    public Task Fine(string statements) => AnalyzerCheck.Files(Source(statements));

    [Fact]
    public Task Parameters_have_names_of_their_own() => AnalyzerCheck.Files("""
        using CoroGen;

        abstract partial class Kitchen
        {
            [Coroutine] public abstract int Wait(Co co, int __frame, int __result);
            [Coroutine] public int Call(Co co) => Wait(co, 1, 2);
            [Coroutine] public int Serve(Co co, {|CORO024:int __frame|}, {|CORO024:int __result|}) => __frame + __result;
        }
        """);

    [Fact]
    public Task An_init_only_member_of_a_struct_needs_with() => AnalyzerCheck.In(LanguageVersion.CSharp9, """
        using CoroGen;

        struct Plate { public int Size { get => 0; init { } } }

        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co) { _ = new Plate { {|CORO015:Size = Sum(co)|} }; }
            [Coroutine] static int Sum(Co co) => 1;
        }
        """);

    [Fact]
    public Task A_function_that_outlives_the_block_of_a_variable_needs_scoped() => AnalyzerCheck.In(LanguageVersion.CSharp10, """
        using CoroGen;

        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co)
            {
                lock (typeof(Kitchen))
                {
                    var n = 1;
                    CoFunc<int> next = {|CORO015:co => { co.Yield(); return n++; }|};
                    n++;
                }
            }
        }
        """);

    private static string Source(string statements) => $$"""
        using System;
        using System.Linq;
        using CoroGen;
        file class Plate { public static int Count; }
        unsafe struct Pair { public int* To; }
        class Shelf { public int this[int i] { get => 0; init { } } }
        file static class Plates { public static void Wash(int count) { } public static void Rinse(this byte[] bytes) { } }
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, byte[] bytes)
            {
                {{statements}}
            }
            static void Outside() => Console.WriteLine(new Plate());
            [Coroutine] static int Sum(Co co, byte b) => b;
            [Coroutine] static byte[] Sums(Co co) => [];
            static ref byte First(byte[] bytes) => ref bytes[0];
        }
        """;
}
