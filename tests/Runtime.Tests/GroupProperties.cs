using CsCheck;

namespace CoroGen.Runtime.Tests;

/// <summary>
/// Random trees of coroutines that launch each other in all ways, fail, and cancel each other: nothing of a group is alive after it, no error is lost, and the same tree does
/// the same each time, with a blocking handle too (invariants 10 and 13).
/// </summary>
public sealed partial class GroupProperties
{
    [Fact]
    public void No_group_leaves_anything_alive_or_loses_an_error() =>
        Nodes(depth: 3).Sample(
            root =>
            {
                var trace = new Evening(root).Run(static (evening, loop) => loop.Run(evening.Top()));
                Assert.Equal(trace, new Evening(root).Run(static (evening, loop) => loop.Run(evening.Top())));
                Assert.Equal(trace, new Evening(root).Run(static (evening, loop) => evening.Top(loop.Blocking)));
            },
            iter: 3000);

    private static Gen<Node> Nodes(int depth) => Gen.Select(
        Gen.Enum<Way>(),
        Gen.Enum<Act>(),
        Gen.Int[0, 4],
        Gen.Int[0, 9],
        Gen.Bool,
        depth == 0 ? Gen.Const(Array.Empty<Node>()) : Nodes(depth - 1).Array[0, 3],
        (way, act, delay, number, cleansUp, children) => new Node(way, act, delay, number, cleansUp, children));

    /// <summary>How a node's coroutine is launched by that of its parent.</summary>
    private enum Way
    {
        Launch,
        Await,
        Wait,
        WaitAll,
        WaitAny,
        Timeout,
        Group,
        Shield,
    }

    /// <summary>What it does in the end.</summary>
    private enum Act
    {
        Return,
        Fail,
        CancelSomebody,
        FailWhenCancelled,
    }

    /// <param name="Way">How it is launched.</param>
    /// <param name="Act">What it does in the end.</param>
    /// <param name="Delay">After how many seconds.</param>
    /// <param name="Number">Whom it cancels, or how many seconds its timeout has.</param>
    /// <param name="CleansUp">Whether it has cleanup that waits.</param>
    /// <param name="Children">Those that it launches.</param>
    private sealed record Node(Way Way, Act Act, int Delay, int Number, bool CleansUp, Node[] Children);

    private sealed class FailureException(string message) : Exception(message);

    /// <summary>One run of a tree.</summary>
    private sealed partial class Evening(Node root)
    {
        private readonly VirtualTime _clock = new();
        private readonly List<string> _trace = [];
        private readonly List<(string Name, Coroutine Coroutine)> _all = [];
        private readonly List<string> _alive = [];
        private readonly List<Exception> _thrown = [];
        private readonly List<Exception> _seen = [];

        public string Run(Action<Evening, EventLoop> run)
        {
            using var loop = new EventLoop(new EventLoopOptions
            {
                TimeProvider = _clock,
                UnobservedError = (_, e) => Assert.Fail($"Unobserved: {e}"),
            });
            run(this, loop);
            Assert.Empty(_alive);
            Assert.Equal(_thrown.ToHashSet(), _seen.Where(static e => e is FailureException).ToHashSet());
            return string.Join('\n', _trace);
        }

        private void Say(string what) => _trace.Add($"{what}@{_clock.Elapsed.TotalSeconds}");

        [Coroutine]
        public void Top(Co co)
        {
            try
            {
                Groups(co, Make(root, "r"), "r");
            }
            catch (Exception e)
            {
                See(e);
            }
        }

        private Coroutine Make(Node node, string name)
        {
            var coroutine = Runs(node, name);
            _all.Add((name, coroutine));
            return coroutine;
        }

        [Coroutine]
        private void Runs(Co co, Node node, string name)
        {
            Say(name);
            try
            {
                var child = 0;
                foreach (var next in node.Children)
                    Begins(co, next, $"{name}.{child++}");
                Sleeps(co, node);
                Acts(co, node, name);
            }
            finally
            {
                if (node.CleansUp)
                    co.Shield(Sleeps(node));
                Say(name + "-ends");
            }
        }

        [Coroutine]
        private static void Sleeps(Co co, Node node) => co.Sleep(TimeSpan.FromSeconds(node.Delay));

        [Coroutine]
        private void Acts(Co co, Node node, string name)
        {
            switch (node.Act)
            {
                case Act.Fail:
                    Fail(name);
                    break;
                case Act.CancelSomebody:
                    _all[node.Number % _all.Count].Coroutine.Cancel(name);
                    break;
                case Act.FailWhenCancelled:
                    try
                    {
                        co.Sleep(1000);
                    }
                    catch (CoroutineCanceledException)
                    {
                        Fail(name);
                    }
                    break;
            }
        }

        [Coroutine]
        private void Begins(Co co, Node node, string name)
        {
            var coroutine = Make(node, name);
            switch (node.Way)
            {
                case Way.Launch:
                    co.Launch(coroutine);
                    break;
                case Way.Await:
                    co.Await(coroutine);
                    break;
                case Way.Wait:
                    co.Wait(coroutine);
                    See(coroutine);
                    break;
                case Way.WaitAll:
                    co.WaitAll(coroutine, Extra(node, name));
                    break;
                case Way.WaitAny:
                    See(co.WaitAny(coroutine, Extra(node, name)));
                    break;
                case Way.Timeout:
                    Times(co, node, coroutine);
                    break;
                case Way.Group:
                    CatchesGroup(co, node, coroutine, name);
                    break;
                case Way.Shield:
                    co.Shield(coroutine);
                    break;
            }
        }

        /// <summary>A second one for waits that take several.</summary>
        private Coroutine Extra(Node node, string name) => Make(node with { Children = [], Delay = node.Number / 2 }, name + "+");

        [Coroutine]
        private static void Times(Co co, Node node, Coroutine coroutine)
        {
            try
            {
                co.Timeout(TimeSpan.FromSeconds(node.Number), coroutine);
            }
            catch (TimeoutException)
            {
                co.Yield();
            }
        }

        /// <summary>Some catch what their group throws.</summary>
        [Coroutine]
        private void CatchesGroup(Co co, Node node, Coroutine body, string name)
        {
            try
            {
                Groups(co, body, name);
            }
            catch (Exception e) when (node.Number % 2 == 0)
            {
                See(e);
            }
        }

        [Coroutine]
        private void Groups(Co co, Coroutine body, string name)
        {
            try
            {
                co.Group(body);
            }
            finally
            {
                _alive.AddRange(_all.Where(one => one.Name.StartsWith(name, StringComparison.Ordinal) && one.Coroutine.Status == CoroutineStatus.Running).Select(one => one.Name));
            }
        }

        private void Fail(string name)
        {
            var failure = new FailureException(name);
            _thrown.Add(failure);
            throw failure;
        }

        private void See(Coroutine coroutine)
        {
            if (coroutine.Error is { } error)
                See(error);
        }

        private void See(Exception error)
        {
            if (error is AggregateException several)
                several.InnerExceptions.ToList().ForEach(See);
            else
                _seen.Add(error);
        }
    }
}
