namespace CoroGen.Fuzz.RealCode;

/// <summary>What suspended code calls.</summary>
internal static class Driver
{
    public const string Text = """
        using System;
        using System.Collections.Generic;
        using System.Runtime.ExceptionServices;
        using System.Threading;
        using CoroGen;

        internal static partial class Suspended
        {
            [ThreadStatic]
            private static Stack<EventLoop> s_loops;

            [Coroutine]
            public static T S<T>(Co co, T value)
            {
                co.Yield();
                return value;
            }

            public static T Run<T>(CoFunc<T> function) => Run(Coroutine.From(function));

            public static void Run(CoAction function) => Run(Coroutine.From(function));

            public static T Run<T>(Coroutine<T> coroutine)
            {
                Run((Coroutine)coroutine);
                return coroutine.Result;
            }

            // Plain code that a coroutine calls is run by a loop of its own, step by step: the loop under way must not run again.
            // A task that is begun inside goes on where it would have: nobody runs this loop after the coroutine.
            public static void Run(Coroutine coroutine)
            {
                var loops = s_loops ??= new Stack<EventLoop>();
                var loop = loops.Count > 0 ? loops.Pop() : new EventLoop(new EventLoopOptions { UnobservedError = (_, _) => { } });
                var context = SynchronizationContext.Current;
                try
                {
                    loop.Schedule(coroutine);
                    while (!coroutine.IsDone)
                    {
                        loop.Post(() => SynchronizationContext.SetSynchronizationContext(context));
                        loop.Tick();
                    }
                }
                finally
                {
                    loops.Push(loop);
                }

                if (coroutine.Error is { } error)
                    ExceptionDispatchInfo.Throw(error);
            }
        }
        """;
}
