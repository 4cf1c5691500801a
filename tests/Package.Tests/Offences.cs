using System.Text.RegularExpressions;

namespace CoroGen.Package.Tests;

/// <summary>A stranger's project that does twenty things wrong: the build says what and where, the code fixes correct it, and then it builds and runs.</summary>
[Collection(nameof(PackageFixture))]
public partial class Offences(PackageFixture package)
{
    /// <summary>What is wrong in a line stands behind it.</summary>
    private const string Program = """
        using System;
        using System.Collections.Concurrent;
        using System.IO;
        using System.Net;
        using System.Threading;
        using System.Threading.Tasks;
        using CoroGen;

        using var loop = new EventLoop();
        var path = Path.GetTempFileName();
        loop.Run(Kitchen.Open(path, path + ".copy"));
        Console.WriteLine("closed");

        static class Bar // CORO004
        {
            [Coroutine]
            public static void Pour(Co co) => co.Yield();
        }

        static partial class Kitchen
        {
            private static readonly CoLock s_machine = new();
            private static readonly SemaphoreSlim s_cooks = new(3);
            private static bool s_isReady;

            [Coroutine]
            public static void Open(Co co, string path, string copy)
            {
                File.WriteAllText(path, "menu"); // CORO105
                File.Copy(path, copy); // CORO105
                using (var text = new StringReader("first\nsecond"))
                    Console.WriteLine(text.ReadLine());
                Console.WriteLine(co.Await(File.ReadAllTextAsync(copy))); // CORO401
                Thread.Sleep(1); // CORO101
                Count().Wait(); // CORO100
                Console.WriteLine(Count().Result); // CORO100
                Task.WaitAll(Count(), Count()); // CORO100
                s_cooks.Wait(); // CORO102
                s_cooks.Release();
                Console.WriteLine(Dns.GetHostAddresses("127.0.0.1").Length); // CORO107
                Read(co, copy);
                Compute(co);
                co.Launch(Prepare());
                while (!s_isReady) // CORO204
                {
                }

                Take(co);
                Wash(co);
                Bar.Pour(co);
                Console.WriteLine(Price(co, 2));
                Serve("A"); // CORO300
                Close(co);
            }

            [Coroutine]
            private static void Read(Co co, string path)
            {
                using var stream = co.Offload(() => File.OpenRead(path));
                Console.WriteLine(stream.ReadByte()); // CORO106
            }

            [Coroutine]
            private static void Compute(Co co)
            {
                using var queue = new BlockingCollection<int>();
                co.Offload(() => queue.Add(3));
                Console.WriteLine(queue.Take()); // CORO110
                Parallel.For(0, 3, _ => { }); // CORO111
                Console.WriteLine(Fry(4)); // CORO112
                Rest(); // CORO113
            }

            [Coroutine]
            private static void Take(Co co)
            {
                co.Lock(s_machine); // CORO201
                co.Yield();
            }

            private static void Wash(Co co) => co.Yield(); // CORO002

            [Coroutine]
            private static int Price(Co co, int plates) => 3 * plates; // CORO206

            [Coroutine]
            private static void Prepare(Co co)
            {
                co.Yield();
                s_isReady = true;
            }

            [Coroutine]
            private static void Serve(Co co, string client)
            {
                co.Yield();
                Console.WriteLine($"served {client}");
            }

            [Coroutine]
            private static void Close(Co co)
            {
                try
                {
                    co.Yield();
                }
                catch (Exception) // CORO400
                {
                }
                finally
                {
                    co.Sleep(1); // CORO207
                }
            }

            [Blocking]
            private static int Fry(int plates) => plates;

            private static void Rest() => Thread.Sleep(1);

            private static async Task<int> Count()
            {
                await Task.Yield();
                return 3;
            }
        }
        """;

    [Fact]
    public void Twenty_offences_are_reported_fixed_and_gone()
    {
        var folder = package.Folder("offences",
            ("offences.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
                  <ItemGroup><PackageReference Include="CoroGen" Version="{PackageFixture.Version}" /></ItemGroup>
                </Project>
                """),
            // What is only a note is not printed otherwise.
            (".editorconfig", "[*.cs]\ndotnet_diagnostic.CORO206.severity = warning\ndotnet_diagnostic.CORO401.severity = warning\n"),
            ("Program.cs", Program));
        var expected = Program.Split('\n').Select((line, index) => (Rule: Mark().Match(line).Groups[1].Value, Line: index + 1)).Where(offence => offence.Rule.Length > 0).ToList();
        Assert.True(expected.Count >= 20);

        Assert.Equal(expected.Select(offence => $"{offence.Line} {offence.Rule}"), Reported(DotNet.Run(folder, "build", "--tl:off", "--no-incremental")));

        string[] fix = ["format", "analyzers", "--no-restore", "--severity", "warn", "--diagnostics", .. expected.Select(offence => offence.Rule).Distinct()];
        // What one fix writes another one may make better: a token for what is now awaited.
        for (var before = ""; before != Source(folder);)
        {
            before = Source(folder);
            DotNet.Succeed(folder, fix);
        }

        var build = DotNet.Run(folder, "build", "--tl:off", "--no-incremental");
        Assert.True(build.ExitCode == 0 && Reported(build).Count == 0, $"{build.Output}\n{Source(folder)}");
        var run = DotNet.Succeed(folder, "run", "--no-build");
        Assert.Equal(["first", "menu", "3", "1", "109", "3", "4", "6", "served A", "closed"], run.Lines);
    }

    private static string Source(string folder) => File.ReadAllText(Path.Combine(folder, "Program.cs"));

    /// <summary>What the compiler printed, once each: line and rule.</summary>
    private static List<string> Reported(CommandResult build) =>
        [.. build.Lines.Select(line => Printed().Match(line)).Where(match => match.Success)
            .Select(match => (Line: int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), Rule: match.Groups[2].Value)).Distinct().Order()
            .Select(offence => $"{offence.Line} {offence.Rule}")];

    [GeneratedRegex(@"// (CORO\d+)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"Program\.cs\((\d+),\d+\): (?:error|warning) (\w+):")]
    private static partial Regex Printed();
}
