using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>The forms that need the stack, or a function of their own, round a suspension: docs/conformance.md lists them.</summary>
public sealed class RefusedFormTests
{
    [Theory]
    [InlineData("{|CORO012:R(1)|} = S(co);")]
    [InlineData("{|CORO012:R(1)|} += S(co);")]
    [InlineData("R(1)++; F(ref {|CORO012:R(1)|}, S(co));")]
    [InlineData("I({|CORO012:R(1)|}, S(co));")]
    [InlineData("I(in {|CORO012:R(1)|}, S(co));")]
    [InlineData("I({|CORO012:Current|}, S(co));")]
    [InlineData("F(ref {|CORO012:Current|}, S(co));")]
    [InlineData("(c ? ref array[0] : ref {|CORO012:R(1)|}) = S(co);")]
    [InlineData("F(ref c ? ref array[0] : ref {|CORO012:array.AsSpan()[1]|}, S(co));")]
    [InlineData("ref int {|CORO012:r = ref array[0]|}; r = S(co);")]
    [InlineData("ref int {|CORO012:r = ref array[0]|}; r += S(co);")]
    [InlineData("ref int {|CORO012:r = ref array[0]|}; F(ref r, S(co));")]
    [InlineData("ref Plate {|CORO012:r = ref plate|}; r.Size = S(co);")]
    [InlineData("ref Plate {|CORO012:r = ref plate|}; r.Wash(S(co));")]
    [InlineData("Span<int> {|CORO012:span = array|}; {|CORO012:span[0]|} = S(co);")]
    [InlineData("Span<int> {|CORO012:span = array|}; {|CORO012:span[0]|} += S(co);")]
    [InlineData("Span<int> {|CORO012:span = array|}; _ = span[S(co)];")]
    [InlineData("Span<int> span = array; G({|CORO012:span|}, S(co));")]
    [InlineData("G({|CORO012:array.AsSpan()|}, S(co));")]
    [InlineData("_ = {|CORO012:array.AsSpan()|}.IndexOf(S(co));")]
    [InlineData("G({|CORO012:stackalloc int[2]|}, S(co));")]
    [InlineData("_ = {|CORO015:__reftype(__makeref(array[S(co)]))|};")]
    [InlineData("_ = {|CORO015:__refvalue(__makeref(array[S(co)]), int)|};")]
    [InlineData("{|CORO015:fixed (int* p = array) { S(co); }|}")]
    [InlineData("foreach (ref var x in {|CORO012:array.AsSpan()|}) S(co);")]
    [InlineData("foreach (var x in {|CORO012:array.AsSpan()|}) S(co);")]
    [InlineData("foreach (var x in {|CORO012:new Numbers()|}) S(co);")]
    [InlineData("using ({|CORO012:new Scoped()|}) S(co);")]
    [InlineData("using var {|CORO012:scoped = new Scoped()|}; S(co);")]
    [InlineData("{|CORO203:lock (array) { S(co); }|}")]
    [InlineData("try { } catch (Exception) {|CORO203:when (S(co) > 0)|} { }")]
    [InlineData("System.Linq.Expressions.Expression<Func<int>> e = () => {|CORO203:S({|CS9108:co|})|};")]
    [InlineData("Func<int> f = delegate { return {|CORO203:S({|CS9108:co|})|}; };")]
    [InlineData("static int {|CORO002:Local|}(Co co) => S(co);")]
    [InlineData("{ S(co); goto {|CS0159:inside|}; } { inside: ; }")]
    [InlineData("{|CS8648:goto end;|} using var d = new Disposable(); S(co); end: ;")]
    [InlineData("again: ; using var d = new Disposable(); S(co); {|CS8649:goto again;|}")]
    [InlineData("switch (array.AsSpan()) { case [1, .. var {|CORO012:rest|}] when S(co) > 0: rest.Clear(); break; }")]
    [InlineData("Handler h = {|CORO012:$\"{1}{S(co)}\"|};")]
    [InlineData("_ = string.Create(null, {|CORO012:$\"{1}{S(co)}\"|});")]
    [InlineData("_ = new Late { Number = 1, {|CORO015:Seen = S(co)|} };")]
    [InlineData("_ = from x in array from y in Ys({|CORO203:S({|CS9108:co|})|}) select x;")]
    [InlineData("_ = from x in array where x > {|CORO203:S({|CS9108:co|})|} select x;")]
    [InlineData("_ = from x in array orderby {|CORO203:S({|CS9108:co|})|} select x;")]
    [InlineData("_ = from x in array let y = {|CORO203:S({|CS9108:co|})|} select x;")]
    [InlineData("_ = from x in array group x by {|CORO203:S({|CS9108:co|})|};")]
    [InlineData("System.TypedReference {|CORO012:tr = __makeref(array[0])|}; S(co); _ = __refvalue(tr, int);")]
    [InlineData("scoped Span<int> {|CORO012:span = stackalloc int[1]|}; S(co); span.Clear();")]
    public Task Refused(string statements) => AnalyzerCheck.Of(Source(statements));

    private static string Source(string statements) => $$"""
        using System.Linq;
        using System.Runtime.CompilerServices;
        struct Plate { public int Size; public void Wash(int n) { Size = n; } }
        [InlineArray(4)] struct Four { private int _first; }
        ref struct Scoped { public void Dispose() { } }
        class Disposable : IDisposable { public void Dispose() { } }
        class Numbers { public Each GetEnumerator() => default; public ref struct Each { public int Current => 1; public bool MoveNext() => false; } }
        class Late { public Late() { } public required int Number; public required int Seen { get => 1; init { } } }
        [InterpolatedStringHandler] ref struct Handler { public Handler(int a, int b) { } public void AppendFormatted(int n) { } public void AppendLiteral(string s) { } }
        static unsafe partial class Kitchen
        {
            static int s_field;
            static ref int R(int n) => ref s_field;
            static ref int Current => ref s_field;
            static int[] Ys(int n) => [];
            static void F(ref int a, int b) { }
            static void F(int a, int b) { }
            static void I(in int a, int b) { }
            static void P(int a, int b) { }
            static void V(__arglist) { }
            static void G(Span<int> a, int b) { }
            [Coroutine] static int S(Co co) { co.Yield(); return 1; }
            [Coroutine] static void Serve(Co co, int[] array, Plate plate, bool c)
            {
                int* pointer = null; Plate* plates = null;
                {{statements}}
            }
        }
        """;
}
