using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

/// <summary>Members of the base, which only the type's own code can reach.</summary>
public sealed partial class BaseCallBodies : Bodies<BaseCallBodies>
{
    private partial class Room(Trace trace)
    {
        protected readonly Trace Trace = trace;
        private int _size = 1;

        protected virtual int Size
        {
            get => _size;
            set
            {
                Trace.Log($"room {value}");
                _size = value;
            }
        }

        protected virtual int this[int index] => index * 10;

        [Coroutine]
        public virtual string Open(Co co, int n) => Trace.S(co, $"room {n} ");

        protected virtual string Plain(int n) => $"plain {n} ";
    }

    private sealed partial class Kitchen(Trace trace) : Room(trace)
    {
        protected override int Size
        {
            get => base.Size + 100;
            set => base.Size = value * 2;
        }

        protected override int this[int index] => -1;

        [Coroutine]
        public override string Open(Co co, int n)
        {
            Func<string> plain = () => base.Plain(n++);
            var text = base.Open(co, Trace.S(co, n)) + plain() + base.Plain(Trace.S(co, n));
            base.Size = Trace.S(co, 5);
            base.Size += Trace.S(co, 6);
            Size += Trace.S(co, 7);
            text += base[Trace.S(co, 3)] + this[Trace.S(co, 3)];
            return text + Local() + base.Size + Trace.S(co, Size) + co.Await(base.Open(9)) + base.ToString()!.Length;

            string Local() => base.Plain(n) + plain();
        }

        public override string ToString() => "kitchen";

        protected override string Plain(int n) => "never";
    }

    [Coroutine]
    private static string InBodiesAndLambdas(Co co, Trace t)
    {
        Room room = new Kitchen(t);
        return room.Open(co, 1) + co.Await(room.Open(2));
    }
}
