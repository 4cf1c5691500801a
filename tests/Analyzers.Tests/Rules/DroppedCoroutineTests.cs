using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO300.</summary>
public sealed class DroppedCoroutineTests
{
    private const string Kitchen = """
        [Coroutine] static void Serve(Co co, string client) { co.Yield(); }
        [Coroutine] static int Cook(Co co, int plates = 1) { co.Yield(); return plates; }
        [Coroutine] static T Make<T>(Co co, T dish) { co.Yield(); return dish; }
        """;

    [Theory]
    [InlineData("{|CORO300:Serve|}(\"A\");")]
    [InlineData("_ = {|CORO300:Serve|}(\"A\");")]
    [InlineData("var dead = {|CORO300:Cook|}();")]
    [InlineData("Coroutine dead; dead = {|CORO300:Cook|}();")]
    [InlineData("Coroutine dead = {|CORO300:Cook|}(2);")]
    [InlineData("{|CORO300:Make<string>|}(\"A\");")]
    [InlineData("Kitchen.{|CORO300:Serve|}(\"A\");")]
    [InlineData("other.{|CORO300:Wash|}(1);")]
    [InlineData("other?.{|CORO300:Wash|}(1);")]
    [InlineData("if (other != null) {|CORO300:Serve|}(\"A\"); else {|CORO300:Cook|}();")]
    [InlineData("clients.ForEach(client => {|CORO300:Serve|}(client));")]
    [InlineData("Action later = () => {|CORO300:Serve|}(\"A\");")]
    [InlineData("CoAction body = co => {|CORO300:Serve|}(\"A\"); body(co);")]
    [InlineData("Local(); void Local() { {|CORO300:Serve|}(\"A\"); }")]
    [InlineData("Coroutine.{|CORO300:From|}(co => co.Yield());")]
    [InlineData("for (;; {|CORO300:Cook|}()) co.Yield();")]
    [InlineData("co.Await(async () => { await {|CORO300:Serve|}(\"A\"); });")]
    [InlineData("co.Await(async () => 1 + await {|CORO300:Cook|}());")]
    public Task Dropped(string statement) => RuleCheck<DroppedCoroutine>.Of(Source(statement));

    [Fact]
    public Task Dropped_of_extension_blocks() => RuleCheck<DroppedCoroutine>.Of("""
        static partial class Texts
        {
            extension(string text) { [Coroutine] public void Serve(Co co, int n) => co.Yield(); [Coroutine] public static void Open(Co co) => co.Yield(); }
            [Coroutine] static void Use(Co co) { "a".{|CORO300:Serve|}(1); Texts.{|CORO300:Serve|}("a", 1); string.{|CORO300:Open|}(); Texts.{|CORO300:Open|}(); "a".Serve(co, 1); string.Open(co); }
        }
        """);

    [Theory]
    [InlineData("Serve(co, \"A\"); _ = Cook(co);")]
    [InlineData("co.Launch(Serve(\"A\"));")]
    [InlineData("var served = co.Launch(Serve(\"A\"));")]
    [InlineData("var made = Cook(); co.Wait(made);")]
    [InlineData("var made = Cook(); Action later = () => made.Cancel();")]
    [InlineData("var all = clients.Select(client => Serve(client)).ToArray(); co.WaitAll(all);")]
    [InlineData("Func<Coroutine> factory = () => Serve(\"A\");")]
    [InlineData("_kept = Cook();")]
    [InlineData("Coroutine[] all = [Cook(), Serve(\"A\")];")]
    [InlineData("co.Loop.Schedule(Serve(\"A\"));")]
    [InlineData("_ = nameof(Serve); Console.WriteLine(Cook());")]
    [InlineData("var child = Cook(); child = co.Launch(child);")]
    [InlineData("Fluent(Cook());")]
    [InlineData("var loop = co.Loop; co.Await(async () => { await loop.Schedule(Cook()); var made = Cook(); await made; });")]
    public Task Harmless(string statement) => RuleCheck<DroppedCoroutine>.Of(Source(statement));

    [Theory]
    [InlineData("{|CORO300:Serve|}(\"A\");")]
    [InlineData("_ = {|CORO300:Cook|}();")]
    [InlineData("var dead = {|CORO300:Cook|}();")]
    [InlineData("this.other?.{|CORO300:Wash|}(1);")]
    [InlineData("Action later = () => {|CORO300:Serve|}(\"A\");")]
    [InlineData("clients.ForEach(client => {|CORO300:Serve|}(client));")]
    [InlineData("void Local() => {|CORO300:Serve|}(\"A\"); Local();")]
    [InlineData("Coroutine.{|CORO300:From|}(body);")]
    [InlineData("writer.{|CORO300:WaitClosed|}();")]
    [InlineData("Func<Task> later = async () => await {|CORO300:Serve|}(\"A\");")]
    [InlineData("async Task<int> Local() { var plates = await ({|CORO300:Cook|}()); return plates; } _ = Local();")]
    public Task Dropped_in_plain_code(string statement) => RuleCheck<DroppedInPlainCode>.Of(Plain(statement));

    [Theory]
    [InlineData("loop.Schedule(Serve(\"A\")); loop.Run(Cook());")]
    [InlineData("var made = Cook(); loop.Run(made);")]
    [InlineData("Func<Coroutine> factory = () => Serve(\"A\");")]
    [InlineData("Coroutine Local() => Serve(\"A\"); loop.Run(Local());")]
    [InlineData("kept = Cook();")]
    [InlineData("Coroutine[] all = [Cook(), Serve(\"A\")];")]
    [InlineData("Log(Cook()); Log(1);")]
    [InlineData("async Task Local() { await loop.Schedule(Cook()); var made = Cook(); loop.Schedule(made); await made; } _ = Local();")]
    [InlineData("_ = nameof(Serve);")]
    [InlineData("new Bell().Serve();")]
    public Task Harmless_in_plain_code(string statement) => RuleCheck<DroppedInPlainCode>.Of(Plain(statement));

    [Fact]
    public Task Dropped_by_members_of_all_kinds() => RuleCheck<DroppedInPlainCode>.Of($$"""
        Kitchen.{|CORO300:Serve|}("A");
        partial class Kitchen
        {
            {{Kitchen.Replace("static ", "public static ", StringComparison.Ordinal)}}
            public Kitchen() => {|CORO300:Serve|}("A");
            public int Plates { get { {|CORO300:Serve|}("A"); return 1; } set => {|CORO300:Serve|}("A"); }
            public static Coroutine Again() => Serve("A");
            public void Open() => {|CORO300:Serve|}("A");
            [Coroutine] public void InCoroutine(Co co) { Serve("A"); co.Yield(); }
        }
        """, OutputKind.ConsoleApplication);

    [Fact]
    public Task An_expression_body_drops_too() => RuleCheck<DroppedCoroutine>.Of($$"""
        static partial class Kitchen
        {
            {{Kitchen}}
            [Coroutine] static void Open(Co co) => {|CORO300:Serve|}("A");
            [Coroutine] static Coroutine Close(Co co) => Serve("A");
        }
        """);

    [Fact]
    public Task Called_with_the_handle() => RuleFixCheck<DroppedCoroutine, CallWithHandleFix>.Of(
        Fixed("""
            // Now.
            {|CORO300:Serve|}("A"); // A
            _ = {|CORO300:Serve|}("B");
            var served = {|CORO300:Serve|}("C");
            _ = {|CORO300:Cook|}();
            var meal = {|CORO300:Cook|}(
                2);
            {|CORO300:Serve|}(client: "D");
            "E".{|CORO300:Bill|}(5);
            "E".{|CORO300:Bill|}(tip: 1, sum: 5);
            CoAction body = inner => {|CORO300:Serve|}("F");
            """),
        Fixed("""
            // Now.
            Serve(co, "A"); // A
            Serve(co, "B");
            Serve(co, "C");
            _ = Cook(co);
            var meal = Cook(
                co, 2);
            Serve(co, client: "D");
            "E".Bill(5, co);
            "E".Bill(tip: 1, sum: 5, co: co);
            CoAction body = inner => Serve(inner, "F");
            """));

    [Fact]
    public Task Launched() => RuleFixCheck<DroppedCoroutine, LaunchFix>.Of(
        Fixed("""
            // Now.
            {|CORO300:Serve|}("A"); // A
            _ = {|CORO300:Cook|}();
            var meal = {|CORO300:Cook|}(2);
            CoAction body = inner => {|CORO300:Serve|}("F");
            """),
        Fixed("""
            // Now.
            co.Launch(Serve("A")); // A
            _ = co.Launch(Cook());
            var meal = co.Launch(Cook(2));
            CoAction body = inner => inner.Launch(Serve("F"));
            """));

    [Fact]
    public Task In_a_plain_lambda_there_is_no_handle_to_call_with() => RuleFixCheck<DroppedCoroutine, CallWithHandleFix>.None(
        Fixed("Action later = () => {|CORO300:Serve|}(\"A\");"));

    private static string Fixed(string statements) => $$"""
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, string client) { co.Yield(); }
            [Coroutine] static int Cook(Co co, int plates = 1) { co.Yield(); return plates; }
            [Coroutine] static int Bill(this string client, int sum, Co co, int tip = 0) { co.Yield(); return sum + tip; }
            [Coroutine] static void Open(Co co)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        """;

    private static string Source(string statement) => $$"""
        partial class Other { [Coroutine] public virtual void Wash(Co co, int plates) { co.Yield(); } }
        static partial class Kitchen
        {
            static Coroutine? _kept;
            static void Fluent(Coroutine coroutine) { }
            {{Kitchen}}
            [Coroutine] static void Open(Co co, Other other, List<string> clients)
            {
                {{statement}}
            }
        }
        """;

    private static string Plain(string statement) => $$"""
        partial class Kitchen
        {
            {{Kitchen}}
            [Coroutine] void Wash(Co co, int n) => co.Yield();
            static void Log(object what) { }
            Kitchen? other; Coroutine? kept;
            void Open(EventLoop loop, List<string> clients, CoWriter writer, CoAction body) { {{statement}} }
        }
        class Bell { public void Serve() { } }
        """;
}
