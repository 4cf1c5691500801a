using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>One-line coroutines as one finds them in services: blocking calls in all kinds of expressions, and through helpers.</summary>
public sealed class EverydayTests
{
    [Fact]
    public Task Calls() => Probes.Check(
        """
        using (var f = new {|CORO105:FileStream|}(path, FileMode.Open)) _ = new System.Xml.Serialization.XmlSerializer(typeof(int)).{|CORO106:Deserialize|}(f);
        new System.Xml.Serialization.XmlSerializer(typeof(int)).{|CORO106:Serialize|}(file, 1);
        _ = Console.In.{|CORO104:ReadToEnd|}();
        _ = new System.Security.Cryptography.X509Certificates.X509Chain().{|CORO107:Build|}(null!);
        _ = System.Security.Cryptography.X509Certificates.X509CertificateLoader.{|CORO105:LoadPkcs12FromFile|}(path, "");
        _ = Dns.{|CORO107:GetHostAddresses|}("x");
        new NamedPipeClientStream("x").{|CORO107:Connect|}();
        using var view = MemoryMappedFile.{|CORO105:CreateFromFile|}(path).CreateViewAccessor(); view.{|CORO105:Flush|}();
        _ = Task.Factory.StartNew(() => 1).{|CORO100:Result|};
        _ = number.ConfigureAwait(false).GetAwaiter().{|CORO100:GetResult|}();
        _ = value.AsTask().GetAwaiter().{|CORO100:GetResult|}();
        Task.{|CORO100:WaitAll|}([task]);
        Task.{|CORO100:WaitAll|}(list.Select(i => Task.Delay(i)).ToArray());
        number.GetAwaiter().OnCompleted(() => { }); _ = number.GetAwaiter().{|CORO100:GetResult|}();
        {|CORO103:lock|} (modern) { }
        using (modern.{|CORO103:EnterScope|}()) { }
        var w = new SpinWait(); while (!flag) w.{|CORO101:SpinOnce|}();
        while (!Volatile.Read(ref flag)) Thread.{|CORO101:SpinWait|}(10);
        context.{|CORO102:Send|}(_ => { }, null);
        using var r = File.{|CORO105:OpenText|}(path);
        _ = ((DbCommandBuilder)null!).{|CORO109:GetInsertCommand|}();
        _ = new {|CORO106:System.Data.SqlTypes.SqlXml|}(XmlReader.{|CORO106:Create|}(path));
        """);

    [Fact]
    public Task Expressions() => Probes.Check(
        """
        flag = number is { {|CORO100:Result|}: > 0 and < 5 };
        _ = $"{number.{|CORO100:Result|}:D}{File.{|CORO105:ReadAllText|}(path)}";
        _ = (from i in list join j in list on i equals number.{|CORO100:Result|} select j).ToList();
        _ = (from i in list let t = File.{|CORO105:ReadAllText|}(path) orderby t.Length select t).ToList();
        _ = path switch { "a" => File.{|CORO105:ReadAllText|}(path), _ => "" };
        flag = flag || semaphore.{|CORO102:Wait|}(100);
        path ??= File.{|CORO105:ReadAllText|}("x");
        var t = (File.{|CORO105:ReadAllText|}(path), 1);
        _ = new { A = number.{|CORO100:Result|} };
        int[] all = [number.{|CORO100:Result|}, .. File.{|CORO105:ReadAllBytes|}(path)];
        _ = new List<string> { File.{|CORO105:ReadAllText|}(path) };
        _ = new Dictionary<string, string> { ["a"] = File.{|CORO105:ReadAllText|}(path) };
        throw new Exception(number.{|CORO100:Result|}.ToString());
        Func<int> f = () => number.{|CORO100:Result|}; _ = f.Invoke();
        Action l = () => Thread.{|CORO101:Sleep|}(1); Action m = l; m();
        void L() => Thread.{|CORO101:Sleep|}(1); Action a = L; a();
        _ = new ConcurrentDictionary<string, string>().GetOrAdd("x", k => File.{|CORO105:ReadAllText|}(k));
        """);

    [Fact]
    public Task Helpers() => AnalyzerCheck.Of(
        """
        using System.Collections.Generic; using System.IO; using System.Net.Http; using System.Threading; using System.Threading.Tasks;

        static class Extensions
        {
            public static T ResultOf<T>(this Task<T> task) => task.GetAwaiter().GetResult();
            public static HttpResponseMessage Get(this HttpClient http, string url) => http.GetAsync(url).Result;
            public static string ReadAll(this string path) => File.ReadAllText(path);
        }

        interface IDefault { void Do() => Thread.Sleep(1); }
        class Default : IDefault { public void Do() => ((IDefault)this).Do(); }
        class List : System.Collections.IEnumerable
        {
            public void Add(int n) => Thread.Sleep(n);
            public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();
        }
        class Slow { public virtual void Do() => Thread.Sleep(1); }
        sealed class Slower : Slow { public override void Do() => base.Do(); }
        record Order(int Number) { public int Count { get => 1; init => Thread.Sleep(value); } }

        static partial class Kitchen
        {
            static IEnumerable<string> Lines() { foreach (var line in File.ReadLines("")) yield return line; }
            static void Indirectly() { Action work = () => Thread.Sleep(1); work(); }
            static T Ended<T>(Task<T> task) { if (!task.IsCompleted) ((IAsyncResult)task).AsyncWaitHandle.WaitOne(); return task.GetAwaiter().GetResult(); }
            static async Task<int> CountAsync() { await Task.Yield(); return 1; }

            [Coroutine] static void Serve(Co co, HttpClient http, Task<int> number)
            {
                _ = number.{|CORO113:ResultOf|}();
                _ = http.{|CORO113:Get|}("x");
                _ = new Uri("x").ToString() + "x".{|CORO113:ReadAll|}();
                new Default().{|CORO113:Do|}();
                _ = new List { {|CORO113:1|}, {|CORO113:2|} };
                new Slower().{|CORO113:Do|}();
                _ = new Order(1) { {|CORO113:Count|} = 2 };
                _ = string.Join(",", {|CORO113:Lines|}());
                {|CORO113:Indirectly|}();
                _ = {|CORO113:Ended|}(number);
                _ = CountAsync().{|CORO100:Result|};
            }
        }
        """);

    [Fact]
    public Task Information() => Probes.Information("CORO105",
        """
        _ = System.Reflection.Assembly.{|#0:Load|}("x");
        _ = System.Reflection.Assembly.{|#1:LoadFrom|}(path);
        _ = AppDomain.CurrentDomain.{|#2:Load|}("x");
        _ = File.{|#3:GetLastWriteTime|}(path);
        _ = Environment.{|#4:GetLogicalDrives|}();
        _ = new DriveInfo("c").{|#5:AvailableFreeSpace|};
        _ = new FileInfo(path).{|#6:LastWriteTime|};
        _ = TimeZoneInfo.{|#7:FindSystemTimeZoneById|}("x");
        _ = Activator.{|#8:CreateInstanceFrom|}(path, "x");
        _ = System.ComponentModel.LicenseManager.{|#9:IsLicensed|}(typeof(int));
        _ = typeof(int).Assembly.{|#10:GetFiles|}();
        """);
}
