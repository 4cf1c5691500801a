using System.Reflection;

namespace CoroGen.Execution.Tests.Harness;

/// <summary>The body as written: what plain C# does.</summary>
public delegate string WrittenBody(Co co, Trace t);

/// <summary>One body and its two executions.</summary>
public sealed class Body
{
    private readonly WrittenBody _written;
    private readonly Func<Trace, Coroutine<string>> _factory;

    private Body(string name, WrittenBody written, Func<Trace, Coroutine<string>> factory) => (Name, _written, _factory) = (name, written, factory);

    public string Name { get; }

    /// <summary>All coroutines <c>string X(Co co, Trace t)</c> of a type.</summary>
    public static IEnumerable<Body> In(Type type) => type
        .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(method => method.IsDefined(typeof(CoroutineAttribute)) && !method.IsGenericMethod && method.ReturnType == typeof(string)
            && method.GetParameters().Select(p => p.ParameterType).SequenceEqual([typeof(Co), typeof(Trace)]))
        .Select(method => new Body(
            method.Name,
            method.CreateDelegate<WrittenBody>(),
            type.GetMethod(method.Name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(Trace)])!.CreateDelegate<Func<Trace, Coroutine<string>>>()));

    public string RunBlocking(Trace trace)
    {
        using var loop = new EventLoop();
        return Outcome(trace, () => _written(loop.Blocking, trace));
    }

    public string RunMachine(Trace trace)
    {
        using var loop = new EventLoop();
        return Outcome(trace, () => loop.Run(_factory(trace)));
    }

    public override string ToString() => Name;

    /// <summary>What was logged, and how it ended.</summary>
    internal static string Outcome(Trace trace, Func<string> run)
    {
        string end;
        try
        {
            end = "returned " + run();
        }
        catch (Exception e)
        {
            end = $"threw {e.GetType().Name}: {e.Message}";
        }

        return string.Join("\n", [.. trace.Lines, end]);
    }
}
