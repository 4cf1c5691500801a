namespace CoroGen.Analyzers.Tests.Harness;

/// <summary>One-line coroutines: each line is the body of one. They share a class with a field of each kind of thing that can block.</summary>
internal static class Probes
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Collections.Concurrent; using System.Data; using System.Data.Common; using System.Diagnostics; using System.IO; using System.IO.Compression;
        using System.IO.MemoryMappedFiles; using System.IO.Pipes; using System.Linq; using System.Net; using System.Net.Http; using System.Net.Mail; using System.Net.NetworkInformation; using System.Net.Security;
        using System.Net.Sockets; using System.Security.Cryptography; using System.Text; using System.Text.Json; using System.Threading; using System.Threading.Tasks; using System.Transactions; using System.Xml; using System.Xml.Linq; using CoroGen;
        """;

    private const string Things = """
            static Task task = null!; static Task<int> number = null!; static Task<int>[] numbers = null!; static ValueTask plain; static ValueTask<int> value; static IAsyncResult result = null!;
            static object gate = new(); static Lock modern = new(); static Thread thread = null!; static Mutex mutex = null!; static WaitHandle handle = null!; static WaitHandle[] handles = null!;
            static ManualResetEventSlim slim = null!; static SemaphoreSlim semaphore = null!; static CountdownEvent countdown = null!; static Barrier barrier = null!; static ReaderWriterLockSlim rw = null!;
            static ReaderWriterLock old = null!; static SynchronizationContext context = null!; static Stream stream = null!; static FileStream file = null!; static TextReader reader = null!; static StreamReader text = null!;
            static TextWriter writer = null!; static BinaryReader binary = null!; static BinaryWriter output = null!; static FileInfo info = null!; static DirectoryInfo directory = null!; static Socket socket = null!;
            static EndPoint place = null!; static TcpClient client = null!; static TcpListener listener = null!; static UdpClient udp = null!; static HttpClient http = null!; static HttpRequestMessage request = null!;
            static HttpContent content = null!; static HttpListener server = null!; static Process process = null!; static DbConnection connection = null!; static DbCommand command = null!; static DbBatch batch = null!;
            static DbDataReader rows = null!; static DbTransaction transaction = null!; static DbDataAdapter adapter = null!; static DataSet data = null!; static IDbConnection connected = null!; static IDbCommand commanded = null!;
            static IDataReader read = null!; static IDbTransaction transacted = null!; static BlockingCollection<int> queue = null!; static BlockingCollection<int>[] queues = null!; static List<int> list = null!;
            static byte[] bytes = null!; static string path = ""; static bool flag; static CancellationToken token; static List<Task> tasks = null!; static IAsyncEnumerable<int> items = null!; static EventLoop loop = null!;
        """;

    /// <summary>Checks the lines, in which what is to be reported is marked.</summary>
    public static Task Check(string lines) => AnalyzerCheck.Files(Source(lines));

    /// <summary>Checks lines in which places are marked, <c>{|#0:Exists|}</c>, where the rule reports information.</summary>
    public static Task Information(string id, string lines, string configuration = "") => AnalyzerCheck.Information(id, Source(lines), configuration);

    public static string Source(string lines)
    {
        var bodies = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return $"{Usings}\nstatic partial class Probe\n{{\n{Things}\n{string.Join('\n', bodies.Select(Coroutine))}\n}}\n";
    }

    private static string Coroutine(string body, int index) => $"    [Coroutine] static void P{index}(Co co) {{ {body} }}";
}
