using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>CORO113: what a coroutine reaches through the project's own code.</summary>
public sealed class PathTests
{
    [Fact]
    public Task All_that_is_called() => Check(
        """
        static string Load() => File.ReadAllText("");
        static string Deep() => Deeper();
        static string Deeper() { if (s_flag) return ""; return Load(); }
        static string Text => Load();
        static string Written { get => ""; set => File.WriteAllText("", value); }
        static bool s_flag;
        static IEnumerable<string> Lines() { yield return Load(); }
        static async Task LoadAsync() { Load(); await Task.Yield(); }
        static void Writes(StreamWriter output) => output.WriteLine("x");
        static T Both<T>(T value) { lock (typeof(T)) return value; }
        """,
        """
        _ = {|CORO113:Load|}();
        _ = {|CORO113:Deep|}();
        _ = {|CORO113:Text|};
        _ = Written;
        {|CORO113:Written|} = "x";
        foreach (var line in {|CORO113:Lines|}()) { }
        co.Await({|CORO113:LoadAsync|}());
        _ = {|CORO113:Both|}(1);
        {|CORO113:Writes|}(null!);
        _ = new {|CORO113:Opened|}("x");
        _ = new {|CORO113:Kept|}();
        _ = new {|CORO113:Derived|}();
        {|CORO113:using|} var closed = new Closed();
        {|CORO113:using|} (new Closed()) { }
        {|CORO113:foreach|} (var i in new Rows()) { }
        _ = new Sum() {|CORO113:+|} new Sum();
        int n = {|CORO113:new Sum()|};
        var (a, b) {|CORO113:=|} new Parts();
        Filled filled = {|CORO113:[1, 2]|};
        Filled filled = [];
        _ = new Filled { {|CORO113:1|} };
        new Events().Changed {|CORO113:+=|} () => { };
        _ = new Rows(){|CORO113:[1]|};
        Func<string> f = {|CORO113:Load|}; _ = f();
        void Step() => {|CORO113:Load|}(); Step();
        """);

    [Fact]
    public Task What_the_language_calls() => Check(
        """
        static Rows rows = new();
        static readonly Func<string> Kept = () => File.ReadAllText("");
        static Func<string> Property { get; } = Load;
        public static Func<string> Changed = () => File.ReadAllText("");
        """,
        """
        _ = new {|CORO113:Implicit|}();
        _ = new {|CORO113:Optional|}();
        _ = new {|CORO113:Primary|}("x");
        _ = new Chosen();
        rows{|CORO113:[^1]|}++;
        _ = rows{|CORO113:[1..]|};
        {|CORO113:foreach|} (var (a, b) in new List<Parts>()) { }
        if (new Parts() is {|CORO113:(1, 2)|}) { }
        if (new Parts() is {|CORO113:(var a, _)|} and not null) { }
        _ = new Copied() {|CORO113:with|} { Number = 2 };
        _ = $"{|CORO113:{new Told()}|}";
        _ = "a" {|CORO113:+|} new Told();
        _ = new Told() {|CORO113:+|} "a";
        if ({|CORO113:new Truth()|}) { }
        var sum = new Sum(); sum{|CORO113:++|};
        var sum = new Sum(); sum {|CORO113:+=|} new Sum();
        _ = {|CORO113:-|}new Sum();
        new Events().Changed {|CORO113:-=|} () => { };
        _ = {|CORO113:Kept|}();
        _ = Kept?.{|CORO113:Invoke|}();
        _ = {|CORO113:Property|}();
        _ = Changed();
        _ = $"{1} {new object()} {new Quiet()}" + new Quiet() + 1;
        """,
        "static string Load() => File.ReadAllText(\"\");");

    [Fact]
    public Task Delegates_that_only_their_type_writes() => Check(
        """
        static Func<string> initial = () => File.ReadAllText("");
        static Func<string> set = () => "";
        static Func<string>? chosen;
        static Func<string>? late;
        static Action<int> both = Nothing;
        static Func<string> Own { get; set; } = Load;
        public static Func<string> Shown { get; private set; } = Load;
        static event Action? Raised;
        static void Setup() { set = Load; chosen = list.Count > 0 ? Load : null; late ??= () => File.ReadAllText(""); both += Pause; Raised += static () => Thread.Sleep(1); }
        static void Nothing(int n) { }
        static void Pause(int n) => Thread.Sleep(n);
        static string Through() => initial();

        static Func<string> harmless = () => "";
        static Func<string> given = Load;
        static Func<string> referenced = Load;
        static Func<string> shadowed = () => "";
        internal static Func<string> seen = Load;
        public static Func<string> Settable { get; set; } = Load;
        static Func<string> Offered { get; } = () => "";
        static event Action? Quiet;
        static void Take(Func<string> load) { given = load; Interlocked.Exchange(ref referenced, load); harmless = () => "b"; Quiet += () => { }; Quiet -= () => Thread.Sleep(1); }
        static void Other() { Func<string> shadowed = Load; shadowed = () => File.ReadAllText(""); }
        """,
        """
        _ = {|CORO113:initial|}();
        _ = {|CORO113:set|}();
        _ = {|CORO113:chosen|}!();
        _ = late?.{|CORO113:Invoke|}();
        {|CORO113:both|}(1);
        _ = {|CORO113:Own|}();
        _ = {|CORO113:Shown|}();
        Raised?.{|CORO113:Invoke|}();
        _ = {|CORO113:Through|}();
        _ = new {|CORO113:Loader|}().{|CORO113:Load|}();
        _ = harmless() + given() + referenced() + shadowed() + seen() + Settable() + Offered();
        Quiet?.Invoke();
        """,
        """
        static string Load() => File.ReadAllText("");
        class Loader { private readonly Func<string> _load; private Func<string> _other; public Loader() { _load = Read; _other = Read; _other(); } private static string Read() => File.ReadAllText(""); public string Load() => this._load(); }
        """);

    [Fact]
    public Task Static_members_of_type_parameters() => Check(
        """
        interface IWorker<T> where T : IWorker<T> { static abstract void Work(); static abstract string Name { get; } static abstract T operator +(T one, T other); static virtual void Rest() { } }
        class Slow : IWorker<Slow> { public static void Work() => Thread.Sleep(1); public static string Name => File.ReadAllText(""); public static Slow operator +(Slow one, Slow other) { Thread.Sleep(1); return one; } }
        class Fast : IWorker<Fast> { public static void Work() { } public static string Name => ""; public static Fast operator +(Fast one, Fast other) => one; }
        static void Do<T>() where T : IWorker<T> => T.Work();
        static void DoTwice<T>() where T : IWorker<T> { Do<T>(); Do<T>(); }
        static string Told<T>() where T : IWorker<T> => T.Name;
        static T Make<T>() where T : new() => new T();
        class Pause { public Pause() => Thread.Sleep(1); }
        static T Sum<T>(T one) where T : IWorker<T> => one + one;
        class Team<T> where T : IWorker<T> { public static void Each() => T.Work(); public static void Both<TOther>() where TOther : IWorker<TOther> { Each(); TOther.Work(); } }
        static Action Chosen<T>() where T : IWorker<T> => T.Work;
        static void Through<T>() where T : IWorker<T> => Team<T>.Both<Fast>();
        static void Other<T>() where T : IWorker<T> => Team<Fast>.Both<T>();
        class Crew<T> where T : IWorker<T> { public void All() => Do<T>(); public static void Each() => T.Work(); }
        """,
        """
        {|CORO113:Do|}<Slow>();
        {|CORO113:Through|}<Slow>();
        {|CORO113:Other|}<Slow>();
        Through<Fast>();
        Other<Fast>();
        Team<Slow>.{|CORO113:Both|}<Fast>();
        Team<Fast>.{|CORO113:Both|}<Slow>();
        Team<Fast>.Both<Fast>();
        {|CORO113:DoTwice|}<Slow>();
        _ = {|CORO113:Told|}<Slow>();
        {|CORO113:Sum|}(new Slow());
        new Crew<Slow>().{|CORO113:All|}();
        Crew<Slow>.{|CORO113:Each|}();
        Slow.{|CORO113:Work|}();
        _ = {|CORO113:Make|}<Pause>();
        _ = Make<object>();
        Do<Fast>(); DoTwice<Fast>(); _ = Told<Fast>(); Sum(new Fast()); new Crew<Fast>().All(); Crew<Fast>.Each();
        """);

    [Fact]
    public Task What_runs_once_in_the_middle_of_a_way_is_information() => AnalyzerCheck.Information("CORO113",
        """
        using System; using System.IO; using System.Threading; using CoroGen;

        static class Menu { public static readonly string Text = File.ReadAllText(""); }
        static class Names { public static readonly string First = "A"; }
        static class Prices { public static readonly int Base = Menu.Text.Length; }
        class Oven { static readonly Lazy<string> s_heat = new(() => File.ReadAllText("")); public string Heat => s_heat.Value; }

        static partial class Kitchen
        {
            static string Show() => Head() + Names.First;
            static string Head() => Menu.Text;
            static string Quick() => Names.First;
            static string Slow() => Menu.Text + File.ReadAllText("");
            [Coroutine] static void Serve(Co co)
            {
                _ = {|#0:Show|}();
                _ = new Oven().{|#1:Heat|};
                _ = Prices.{|#2:Base|};
                _ = Quick();
            }

            [Coroutine] static void Warned(Co co) => {|CORO113:Slow|}();
        }
        """);

    [Fact]
    public Task What_the_first_use_of_a_type_runs_is_information() => AnalyzerCheck.Information("CORO113",
        """
        using System.IO; using System.Threading; using CoroGen;

        static class Menu { public static readonly string Text = File.ReadAllText(""); public const int Size = 1; public static void Show() { } public static string Quoted => "'" + Text; }
        static class Oven { static Oven() => Thread.Sleep(1); public static int Heat { get; set; } }
        static class Names { public static readonly string First = "A"; }
        class Cook { private static readonly string s_name = File.ReadAllText(""); public override string ToString() => s_name; }

        static partial class Kitchen
        {
            static readonly string s_own = File.ReadAllText("");
            [Coroutine] static void Serve(Co co)
            {
                _ = Menu.{|#0:Text|};
                _ = Menu.{|#1:Quoted|};
                Menu.Show();
                Oven.{|#2:Heat|} = 1;
                _ = new Cook().{|#3:ToString|}();
                _ = Menu.Size + Names.First + s_own + nameof(Menu.Text);
            }
        }
        """);

    [Fact]
    public Task What_ends_a_way() => Check(
        """
        static void Work(Func<string> load) { }
        static void Offloaded() { ThreadPool.QueueUserWorkItem(_ => File.ReadAllText("")); Task.Run(() => Thread.Sleep(1)); }
        static void Given() => Work(() => File.ReadAllText(""));
        [NonBlocking] static void Trusted() => File.ReadAllText("");
        [Coroutine] static void Own(Co co) => co.Yield();
        static void Ping() => Pong();
        static void Pong() => Ping();
        static void Asks() => File.Exists("");
        static void InMemory() { var s = new MemoryStream(); s.WriteByte(1); }
        static void Completed(Task<int> task) { if (task.IsCompleted) _ = task.Result; }
        #pragma warning disable CORO105
        static void Disabled() => File.ReadAllText("");
        #pragma warning restore CORO105
        #pragma warning disable
        static void AllDisabled() => File.ReadAllText("");
        #pragma warning restore
        [System.Diagnostics.CodeAnalysis.SuppressMessage("CoroGen", "CORO105:files")] static void Suppressed() => File.ReadAllText("");
        [System.Diagnostics.CodeAnalysis.SuppressMessage("CoroGen", "CORO113")] static void SuppressedAll() => File.ReadAllText("");
        #pragma warning disable CORO113
        static void Between() => Suppressible();
        #pragma warning restore CORO113
        static void Suppressible() => File.ReadAllText("");
        static void Around() => Between();
        static void Tells(TextWriter output) => output.WriteLine("x");
        static async Task Elsewhere() { await Task.Yield(); }
        """,
        """
        Offloaded();
        Given();
        Trusted();
        Own(co);
        Ping();
        Asks();
        InMemory();
        Completed(null!);
        Disabled();
        AllDisabled();
        Suppressed();
        SuppressedAll();
        Around();
        Tells(null!);
        co.Await(Elsewhere());
        co.Offload(() => Load());
        _ = nameof(Load);
        IStore store = null!; store.Load();
        Base based = null!; based.Load();
        """,
        "static string Load() => File.ReadAllText(\"\");");

    [Fact]
    public Task Recursion_ends_and_still_finds() => Check(
        """
        static void Even(int n) { if (n > 0) Odd(n - 1); }
        static void Odd(int n) { if (n > 0) Even(n - 1); else File.ReadAllText(""); }
        """,
        """
        {|CORO113:Even|}(4);
        {|CORO113:Odd|}(3);
        """);

    [Fact]
    public Task Sealed_and_overriding_members() => Check(
        "",
        """
        new Fast().Load();
        new Slow().{|CORO113:Load|}();
        """);

    [Fact]
    public Task Objects_that_are_made_in_sight() => Check(
        """
        static readonly Base kept = new Slow();
        static Base own = new Slow();
        static Base given = new Slow();
        public static Base Shown { get; } = new Slow();
        internal static Base open = new Slow();
        static IStore stored = new Fast();
        static void Take(Base other) => given = other;
        abstract class Shelf { public abstract string First { get; } public abstract void Put(int n); }
        class Wood : Shelf { public override string First => Load(); public override void Put(int n) { } }
        class Quick : IStore { public void Load() { } }
        class Disk : IStore, IDisposable { void IStore.Load() => File.ReadAllText(""); public void Dispose() => File.Delete(""); }
        static void Through() { IStore store = new Disk(); store.Load(); }
        """,
        """
        Base based = new Slow(); based.{|CORO113:Load|}();
        IStore store = new Disk(); store.{|CORO113:Load|}();
        kept.{|CORO113:Load|}(); own.{|CORO113:Load|}(); Shown.{|CORO113:Load|}();
        Shelf shelf = new Wood(); _ = shelf.{|CORO113:First|}; shelf.Put(1);
        {|CORO113:using|} IDisposable disk = new Disk();
        {|CORO113:Through|}();
        given.Load(); open.Load(); stored.Load();
        Base based = new Slow(); if (list.Count > 1) based = new Fast(); based.Load();
        Base based = new Slow(); void Change(ref Base b) => b = new Fast(); Change(ref based); based.Load();
        IStore store = new Quick(); store.Load();
        """,
        "static string Load() => File.ReadAllText(\"\");");

    [Fact]
    public Task Constructors_and_initializers_of_coroutine_lambdas() => Check(
        "static string Load() => File.ReadAllText(\"\");",
        """
        co.Launch(co => {|CORO113:Load|}());
        list.ForEach(i => {|CORO113:Load|}());
        """);

    private static Task Check(string members, string lines, string more = "") => AnalyzerCheck.Files(
        $$"""
        using System; using System.Collections.Generic; using System.IO; using System.Threading; using System.Threading.Tasks; using CoroGen;

        static partial class Kitchen
        {
            static List<int> list = null!;
            {{members}}
            {{more}}
            {{string.Join('\n', lines.Split('\n').Select((line, index) => $"[Coroutine] static void P{index}(Co co) {{ {line} }}"))}}
        }

        class Opened(string path) { readonly string _text = File.ReadAllText(path); public override string ToString() => _text; }
        class Kept { public string Text { get; } = File.ReadAllText(""); }
        class Derived : Kept { public Derived() : base() { } }
        class Closed : IDisposable { public void Dispose() => File.Delete(""); }
        class Rows
        {
            public Rows GetEnumerator() => this;
            public int Current => 1;
            public bool MoveNext() { Thread.Sleep(1); return false; }
            public int this[int i] { get => File.ReadAllText("").Length; set { } }
            public int Length => 1;
            public int Slice(int start, int length) => File.ReadAllText("").Length;
        }
        class Sum
        {
            public static Sum operator +(Sum a, Sum b) { Thread.Sleep(1); return a; }
            public static Sum operator -(Sum a) { Thread.Sleep(1); return a; }
            public static Sum operator ++(Sum a) { Thread.Sleep(1); return a; }
            public static implicit operator int(Sum a) { Thread.Sleep(1); return 1; }
        }
        class Parts { public void Deconstruct(out int a, out int b) { Thread.Sleep(1); a = b = 1; } }
        class Events { public event Action Changed { add { Thread.Sleep(1); } remove { Thread.Sleep(1); } } }
        class Waits { protected Waits() => Thread.Sleep(1); protected Waits(int n) { } }
        class Implicit : Waits { }
        class Chosen : Waits { public Chosen() : base(1) { } }
        class Late(int n = 1) { public int Number { get; } = Pause(n); static int Pause(int n) { Thread.Sleep(n); return n; } }
        class Optional : Late { public Optional() { } }
        class Named(string path) { public string Path => path; }
        class Primary(string path) : Named(File.ReadAllText(path)) { }
        record Copied { public int Number { get; init; } protected Copied(Copied other) => Thread.Sleep(1); public Copied() { } }
        class Told { public override string ToString() => File.ReadAllText(""); }
        class Quiet { public override string ToString() => "quiet"; }
        class Filled : System.Collections.IEnumerable { public void Add(int n) => Thread.Sleep(n); public System.Collections.IEnumerator GetEnumerator() => null!; }
        class Truth
        {
            public static bool operator true(Truth a) { Thread.Sleep(1); return true; }
            public static bool operator false(Truth a) => false;
        }
        interface IStore { void Load(); }
        class Base : IStore { public virtual void Load() { } }
        class Slow : Base { public override void Load() => File.ReadAllText(""); }
        sealed class Fast : Base { public override void Load() { } }
        """);
}
