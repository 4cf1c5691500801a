using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

public sealed partial class InheritanceBodies : Bodies<InheritanceBodies>
{
    private abstract partial class Animal(Trace trace)
    {
        protected Trace Trace { get; } = trace;

        [Coroutine]
        public abstract string Name(Co co);

        [Coroutine]
        public virtual string Speak(Co co, int times)
        {
            var log = "";
            for (var i = 0; i < times; i++)
                log += Trace.S(co, Name(co)) + i;
            return log;
        }

        [Coroutine]
        public string Hidden(Co co) => Trace.S(co, "animal");

        [Coroutine]
        protected virtual void Sleep(Co co, string where) => Trace.S(co, "animal sleeps " + where);

        [Coroutine]
        public void Rest(Co co) => Sleep(co, Name(co));
    }

    private partial class Dog(Trace trace) : Animal(trace)
    {
        [Coroutine]
        public override string Name(Co co) => Trace.S(co, "dog");

        [Coroutine]
        public override string Speak(Co co, int times)
        {
            var quiet = base.Speak(co, 1);
            return Trace.S(co, quiet) + base.Speak(co, Trace.S(co, times)) + "!";
        }

        [Coroutine]
        public new string Hidden(Co co) => base.Hidden(co) + Trace.S(co, "dog");

        [Coroutine]
        protected override void Sleep(Co co, string where)
        {
            base.Sleep(co, where + "house");
            Trace.S(co, "dog sleeps");
        }
    }

    private sealed partial class Puppy(Trace trace) : Dog(trace)
    {
        [Coroutine]
        public sealed override string Name(Co co)
        {
            Func<string> suffix = () => "py" + ToString();
            return base.Name(co) + suffix();
        }

        public override string ToString() => "?";
    }

    [Coroutine]
    private static string Overrides(Co co, Trace t)
    {
        foreach (Animal animal in new Animal[] { new Dog(t), new Puppy(t) })
        {
            t.S(co, animal.Speak(co, 2));
            animal.Rest(co);
            t.S(co, animal.Hidden(co));
            t.S(co, ((Dog)animal).Hidden(co));
            t.S(co, co.Await(co.Launch(animal.Speak(1))));
        }

        return "end";
    }

    private partial interface IStore<T>
    {
        [Coroutine]
        T Load(Co co, Trace t, string key);

        [Coroutine]
        void Save(Co co, Trace t, string key, T value);

        [Coroutine]
        T LoadTwice(Co co, Trace t, string key)
        {
            Load(co, t, key);
            return t.S(co, Load(co, t, key));
        }
    }

    private partial interface IReset
    {
        [Coroutine]
        void Reset(Co co, Trace t);

        [Coroutine]
        static string Describe(Co co, Trace t, IReset reset)
        {
            reset.Reset(co, t);
            return t.S(co, reset.GetType().Name);
        }
    }

    private sealed partial class Implicit : IStore<int>, IReset
    {
        private readonly Dictionary<string, int> _values = [];

        [Coroutine]
        public int Load(Co co, Trace t, string key) => _values.TryGetValue(t.S(co, key), out var value) ? value : -1;

        [Coroutine]
        public void Save(Co co, Trace t, string key, int value) => _values[key] = t.S(co, value);

        [Coroutine]
        public void Reset(Co co, Trace t)
        {
            _values.Clear();
            t.S(co, "cleared");
        }
    }

    private sealed partial class Explicit : IStore<string>, IStore<char>, IReset
    {
        [Coroutine]
        string IStore<string>.Load(Co co, Trace t, string key) => t.S(co, key + "string");

        [Coroutine]
        char IStore<char>.Load(Co co, Trace t, string key) => t.S(co, key[0]);

        [Coroutine]
        void IStore<string>.Save(Co co, Trace t, string key, string value) => t.S(co, key + value);

        [Coroutine]
        void IStore<char>.Save(Co co, Trace t, string key, char value) => t.S(co, value);

        [Coroutine]
        char IStore<char>.LoadTwice(Co co, Trace t, string key) => t.S(co, '2');

        [Coroutine]
        void IReset.Reset(Co co, Trace t) => t.S(co, "reset");

        [Coroutine]
        public void Reset(Co co, Trace t) => t.S(co, "another reset");
    }

    private readonly partial struct Fixed(int n) : IStore<int>
    {
        [Coroutine]
        public int Load(Co co, Trace t, string key) => t.S(co, n + key.Length);

        [Coroutine]
        void IStore<int>.Save(Co co, Trace t, string key, int value) => t.S(co, "read only");
    }

    [Coroutine]
    private static T RoundTrip<TStore, T>(Co co, Trace t, TStore store, T value)
        where TStore : IStore<T>
    {
        store.Save(co, t, "key", value);
        return store.Load(co, t, t.S(co, "key"));
    }

    [Coroutine]
    private static string Interfaces(Co co, Trace t)
    {
        IStore<int> store = new Implicit();
        store.Save(co, t, "a", 1);
        t.S(co, store.LoadTwice(co, t, "a"));
        t.S(co, IReset.Describe(co, t, (IReset)store));
        t.S(co, store.Load(co, t, "a"));
        var both = new Explicit();
        both.Reset(co, t);
        t.S(co, IReset.Describe(co, t, both));
        t.S(co, ((IStore<string>)both).LoadTwice(co, t, "x"));
        t.S(co, ((IStore<char>)both).LoadTwice(co, t, "x"));
        t.S(co, co.Await(co.Launch(((IStore<char>)both).Load(t, "yes"))));
        return RoundTrip(co, t, new Implicit(), 5) + RoundTrip(co, t, both, "z") + RoundTrip(co, t, both, 'q') + RoundTrip(co, t, new Fixed(10), 1);
    }
}
