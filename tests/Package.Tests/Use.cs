using System.Text.Json;

namespace CoroGen.Package.Tests;

/// <summary>A stranger's projects: they have the package, and know nothing of this repository.</summary>
[Collection(nameof(PackageFixture))]
public class Use(PackageFixture package)
{
    [Fact]
    public void The_readme_s_program_prints_what_the_readme_says()
    {
        var readme = File.ReadAllText(PackageFixture.Readme);
        var folder = package.Folder("readme",
            ("readme.csproj", Project("<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>", Reference)),
            ("Program.cs", Block(readme, "```csharp\n")));

        Assert.Equal([Block(readme, "It prints\n\n```\n").Trim()], DotNet.Succeed(folder, "run").Lines);

        static string Block(string page, string opening)
        {
            var start = page.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
            return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        }
    }

    [Fact]
    public void Locks_joins_and_the_blocking_handle_work_in_a_program()
    {
        var folder = package.Folder("program",
            ("program.csproj", Project("<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>", Reference)),
            ("Program.cs", """
                using System;
                using CoroGen;

                using var loop = new EventLoop(new EventLoopOptions { TimeProvider = new VirtualTime() });
                Console.WriteLine(loop.Run(Kitchen.Prepare("A")));
                Console.WriteLine(Kitchen.Prepare(loop.Blocking, "B"));

                static partial class Kitchen
                {
                    static readonly CoLock SodaMachine = new();

                    [Coroutine]
                    static void GetSoda(Co co, string client)
                    {
                        using (co.Lock(SodaMachine))
                        {
                            Console.WriteLine($"> filling a cup for {client}");
                            co.Sleep(TimeSpan.FromSeconds(2));
                            Console.WriteLine($"< the soda of {client} is ready");
                        }
                    }

                    [Coroutine]
                    public static string Prepare(Co co, string client)
                    {
                        GetSoda(co, client);
                        co.Wait(GetSoda(client + "1"), GetSoda(client + "2"));
                        return "tray of " + client;
                    }
                }
                """));

        var run = DotNet.Succeed(folder, "run");

        string[] expected = [.. Tray("A"), .. Tray("B")];
        Assert.Equal(expected, run.Lines);

        static string[] Tray(string client) =>
            [.. new[] { client, client + "1", client + "2" }.SelectMany(c => new[] { $"> filling a cup for {c}", $"< the soda of {c} is ready" }), $"tray of {client}"];
    }

    [Fact]
    public void A_library_for_netstandard_in_CSharp_9_is_used_by_a_program()
    {
        var library = package.Folder("library",
            ("library.csproj", Project("<TargetFramework>netstandard2.1</TargetFramework><LangVersion>9</LangVersion>", Reference)),
            ("Counter.cs", """
                using CoroGen;

                namespace Library
                {
                    public static partial class Counter
                    {
                        [Coroutine]
                        public static int CountTo(Co co, int last)
                        {
                            var sum = 0;
                            for (var i = 1; i <= last; i++)
                            {
                                co.Yield();
                                sum += i;
                            }

                            return sum;
                        }
                    }
                }
                """));
        var folder = package.Folder("user",
            ("user.csproj", Project(
                "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>",
                $"{Reference}<ProjectReference Include=\"{library}/library.csproj\" />")),
            ("Program.cs", """
                using System;
                using CoroGen;
                using Library;

                using var loop = new EventLoop();
                Console.WriteLine(loop.Run(Twice.Run(4)));

                static partial class Twice
                {
                    [Coroutine]
                    public static int Run(Co co, int last) => Counter.CountTo(co, last) + co.Await(Counter.CountTo(last));
                }
                """));

        Assert.Equal(["20"], DotNet.Succeed(folder, "run").Lines);
    }

    [Fact]
    public void A_strict_project_has_nothing_to_complain_of()
    {
        var key = Path.Combine(Path.GetDirectoryName(PackageFixture.Readme)!, "CoroGen.snk");
        var folder = package.Folder("strict",
            ("strict.csproj", Project(
                "<TargetFramework>netstandard2.1</TargetFramework><LangVersion>9</LangVersion><GenerateDocumentationFile>true</GenerateDocumentationFile>"
                    + "<AnalysisMode>All</AnalysisMode><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>"
                    + $"<SignAssembly>true</SignAssembly><AssemblyOriginatorKeyFile>{key}</AssemblyOriginatorKeyFile>",
                Reference)),
            ("Reader.cs", """
                using System;
                using System.Collections.Generic;
                using CoroGen;

                [assembly: CLSCompliant(true)]

                namespace Strict
                {
                    /// <summary>Reads what a channel gives.</summary>
                    public sealed partial class Reader
                    {
                        private readonly CoChannel<string> words;

                        /// <summary>Makes one.</summary>
                        /// <param name="words">Where from.</param>
                        public Reader(CoChannel<string> words) => this.words = words;

                        /// <summary>Reads what is left.</summary>
                        /// <param name="co">The handle.</param>
                        /// <param name="filter">Which words are wanted; null for all.</param>
                        /// <returns>The words.</returns>
                        [Coroutine]
                        public IReadOnlyList<string> Rest(Co co, Func<string, bool>? filter = null)
                        {
                            var all = new List<string>();
                            foreach (var word in this.words)
                            {
                                if (filter is null || filter(word))
                                    all.Add(word);
                                co.Yield();
                            }

                            return all;
                        }
                    }
                }
                """));

        var build = DotNet.Succeed(folder, "build", "--tl:off");

        Assert.DoesNotContain(build.Lines, line => line.Contains(": warning ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_refusal_is_one_error_on_the_user_s_own_line_with_a_link_to_its_page()
    {
        var folder = package.Folder("refusal",
            ("refusal.csproj", Project("<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ErrorLog>log.sarif</ErrorLog>", Reference)),
            ("Program.cs", """
                using System;
                using CoroGen;

                new EventLoop().Run(Kitchen.Wait());

                static partial class Kitchen
                {
                    [Coroutine]
                    public static int Wait(Co co)
                    {
                        Span<int> portions = new int[5];
                        co.Yield();
                        return portions[0];
                    }
                }
                """));

        var build = DotNet.Run(folder, "build", "--tl:off");

        Assert.NotEqual(0, build.ExitCode);
        var error = Assert.Single(build.Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct());
        Assert.Contains("Program.cs(11,", error, StringComparison.Ordinal);
        Assert.Contains(": error CORO012: ", error, StringComparison.Ordinal);
        using var log = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "log.sarif")));
        var rule = log.RootElement.GetProperty("runs")[0].GetProperty("rules").GetProperty("CORO012");
        Assert.EndsWith("/docs/rules/CORO012.md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
    }

    private static string Reference => $"<PackageReference Include=\"CoroGen\" Version=\"{PackageFixture.Version}\" />";

    private static string Project(string properties, string items) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>{properties}<TreatWarningsAsErrors>true</TreatWarningsAsErrors><Nullable>enable</Nullable></PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """;
}
