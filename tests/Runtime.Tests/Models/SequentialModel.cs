namespace CoroGen.Runtime.Tests.Models;

/// <summary>
/// What a script must do: lists, and one thing after the other. Who can go on stands in one line; who waits stands in the lines of what it waits for, each place with
/// what happens when its turn comes.
/// </summary>
internal sealed class SequentialModel
{
    private readonly Script _script;
    private readonly List<string> _trace = [];
    private readonly Queue<Action> _ready = new();
    private readonly List<(int Time, Action Due)> _timers = [];
    private readonly Actor[] _actors;
    private int _now;
    private bool _isEnded;

    private readonly List<Place> _lockLine = [], _conditionLine = [], _semaphoreLine = [], _senders = [], _receivers = [], _eventLine = [], _barrierLine = [];
    private readonly Queue<int> _items = new();
    private Actor? _owner;
    private int _permits = Script.Permits;
    private bool _isClosed, _isSet;

    private SequentialModel(Script script)
    {
        _script = script;
        _actors = script.Coroutines.Select((ops, id) => new Actor(id, ops)).ToArray();
    }

    public static List<string> Run(Script script)
    {
        var model = new SequentialModel(script);
        foreach (var actor in model._actors)
            model._ready.Enqueue(() => model.GoOn(actor));
        do
        {
            while (model._ready.TryDequeue(out var step))
                step();
        }
        while (model.MoveTime() || model.EndWhatIsStuck());
        model._trace.Add($"left {model._items.Count}");
        return model._trace;
    }

    private bool MoveTime()
    {
        if (_timers.Count == 0)
            return false;
        _now = _timers.Min(timer => timer.Time);
        foreach (var due in _timers.Where(timer => timer.Time == _now).ToList())
        {
            _timers.Remove(due);
            due.Due();
        }
        return true;
    }

    private bool EndWhatIsStuck()
    {
        if (_isEnded)
            return false;
        _isEnded = true;
        foreach (var actor in _actors)
            Cancel(actor);
        return true;
    }

    private void GoOn(Actor actor)
    {
        while (actor.Place < actor.Ops.Length)
        {
            if (Do(actor, actor.Ops[actor.Place]) is not { } outcome)
                return;
            Note(actor, outcome);
        }
        Unlock(actor);
        GiveBack(actor);
        actor.IsDone = true;
        _trace.Add($"{actor.Id} ends");
    }

    private void Note(Actor actor, string outcome) => _trace.Add($"{actor.Id}.{actor.Place++} {outcome}");

    /// <summary>The outcome, or null when the actor waits.</summary>
    private string? Do(Actor actor, Op op)
    {
        var item = Script.Item(actor.Id, actor.Place);
        switch (op.Kind)
        {
            case Kind.Yield:
                if (actor.IsCancelled)
                    return Canceled;
                _ready.Enqueue(() => End(actor, ""));
                return null;
            case Kind.Sleep: return Wait(actor, () => AtTime(actor, op.Count, () => Ready(actor, "")));
            case Kind.Cancel: Cancel(_actors[op.Argument % _actors.Length]); return "";
            case Kind.Lock or Kind.TryLock when _owner == actor: return "has it";
            case Kind.TryLock when _owner is null: _owner = actor; return "True";
            case Kind.TryLock: return "False";
            case Kind.Lock when _owner is null: _owner = actor; return "";
            case Kind.Lock: return Wait(actor, () => Stand(actor, _lockLine, () => { _owner = actor; Ready(actor, ""); }));
            case Kind.Unlock: return Unlock(actor) ? "" : "has it not";
            case Kind.Wait or Kind.Notify or Kind.NotifyAll when _owner != actor: return nameof(SynchronizationLockException);
            case Kind.Wait when actor.IsCancelled: return Canceled;
            case Kind.Wait: Unlock(actor); return WaitForNotify(actor);
            case Kind.Notify: Wake(_conditionLine, op.Count); return "";
            case Kind.NotifyAll: Wake(_conditionLine); return "";
            case Kind.Acquire or Kind.TryAcquire when actor.Permits > 0: return "has some";
            case Kind.TryAcquire when _semaphoreLine.Count > 0 || op.Count > _permits: return "has none";
            case Kind.TryAcquire: Take(actor, op.Count); return $"has {op.Count}";
            case Kind.Acquire when _semaphoreLine.Count == 0 && op.Count <= _permits: Take(actor, op.Count); return "";
            case Kind.Acquire: return Wait(actor, () => Stand(actor, _semaphoreLine, () => { Take(actor, op.Count); Ready(actor, ""); }, op.Count));
            case Kind.Release: return $"{GiveBack(actor)}";
            case Kind.Send or Kind.TrySend when _isClosed: return Closed;
            case Kind.TrySend: return $"{TrySend(item)}";
            case Kind.Send: return TrySend(item) ? "" : Wait(actor, () => StandWithItem(actor, item, ""));
            case Kind.TryReceive: return TryReceive(out var tried) ? $"{tried}" : _isClosed ? Closed : "none";
            case Kind.Receive when TryReceive(out var received): return $"{received}";
            case Kind.Receive when _isClosed: return Closed;
            case Kind.Receive: return Wait(actor, () => Stand(actor, _receivers, () => Ready(actor, Received(Closed))));
            case Kind.Close: Close(); return "";
            case Kind.SetEvent: _isSet = true; Wake(_eventLine); return "";
            case Kind.ResetEvent: _isSet = false; return "";
            case Kind.WaitEvent when _isSet: return "";
            case Kind.WaitEvent: return Wait(actor, () => Stand(actor, _eventLine, () => Ready(actor, "")));
            case Kind.Arrive when _barrierLine.Count + 1 == Script.Participants: Wake(_barrierLine); return "True";
            case Kind.Arrive: return Wait(actor, () => Stand(actor, _barrierLine, () => Ready(actor, "False")));
            default: return Select(actor, op, item);
        }
    }

    private const string Canceled = nameof(CoroutineCanceledException);
    private const string Closed = nameof(ChannelClosedException);

    /// <summary>Waits, unless it is cancelled.</summary>
    private static string? Wait(Actor actor, Action stand)
    {
        if (actor.IsCancelled)
            return Canceled;
        actor.WhenCancelled = null;
        stand();
        return null;
    }

    private static void Stand(Actor actor, List<Place> line, Action turn, int wanted = 1)
    {
        var place = new Place(line, turn, wanted);
        line.Add(place);
        actor.Places.Add(place);
    }

    /// <summary>The operation is over, when the actor's turn to step has come.</summary>
    private void Ready(Actor actor, string outcome)
    {
        Leave(actor);
        _ready.Enqueue(() => End(actor, outcome));
    }

    private void End(Actor actor, string outcome)
    {
        Note(actor, outcome);
        GoOn(actor);
    }

    private void Leave(Actor actor)
    {
        foreach (var place in actor.Places)
            place.Line?.Remove(place);
        actor.Places.Clear();
        _timers.RemoveAll(timer => actor.Timers.Contains(timer.Due));
        actor.Timers.Clear();
    }

    private void Cancel(Actor actor)
    {
        if (actor.IsDone || actor.IsCancelled)
            return;
        actor.IsCancelled = true;
        if (actor.MustHaveLock || (actor.Places.Count == 0 && actor.Timers.Count == 0))
            return;
        var whenCancelled = actor.WhenCancelled ?? (() => End(actor, Canceled));
        Leave(actor);
        Grant();
        _ready.Enqueue(whenCancelled);
    }

    private void AtTime(Actor actor, int seconds, Action due)
    {
        _timers.Add((_now + seconds, due));
        actor.Timers.Add(due);
    }

    private static void Wake(List<Place> line, int count = int.MaxValue)
    {
        for (; count > 0 && line.Count > 0; count--)
            line[0].Turn();
    }

    private bool Unlock(Actor actor)
    {
        if (_owner != actor)
            return false;
        _owner = null;
        Wake(_lockLine, 1);
        return true;
    }

    private string? WaitForNotify(Actor actor)
    {
        actor.WhenCancelled = () => ComeBack(actor, Canceled);
        Stand(actor, _conditionLine, () =>
        {
            Leave(actor);
            _ready.Enqueue(() => ComeBack(actor, "True"));
        });
        return null;
    }

    private void ComeBack(Actor actor, string outcome)
    {
        if (_owner is null)
        {
            _owner = actor;
            End(actor, outcome);
            return;
        }
        actor.MustHaveLock = true;
        Stand(actor, _lockLine, () =>
        {
            actor.MustHaveLock = false;
            _owner = actor;
            Ready(actor, outcome);
        });
    }

    private void Take(Actor actor, int count)
    {
        _permits -= count;
        actor.Permits = count;
    }

    private int GiveBack(Actor actor)
    {
        var count = actor.Permits;
        actor.Permits = 0;
        _permits += count;
        Grant();
        return count;
    }

    private void Grant()
    {
        while (_semaphoreLine.Count > 0 && _semaphoreLine[0].Wanted <= _permits)
            _semaphoreLine[0].Turn();
    }

    private int? _handedOver;

    private string Received(string closed)
    {
        var item = _handedOver;
        _handedOver = null;
        return item is null ? closed : $"{item}";
    }

    private bool TrySend(int item)
    {
        if (_receivers.Count > 0)
        {
            _handedOver = item;
            _receivers[0].Turn();
        }
        else if (_items.Count < _script.Capacity)
            _items.Enqueue(item);
        else
            return false;
        return true;
    }

    private bool TryReceive(out int item)
    {
        if (_items.TryDequeue(out item))
        {
            if (_senders.Count > 0)
                _items.Enqueue(TakeFromSender());
            return true;
        }
        item = _senders.Count > 0 ? TakeFromSender() : -1;
        return item >= 0;
    }

    private int TakeFromSender()
    {
        var item = _senders[0].Wanted;
        _senders[0].Turn();
        return item;
    }

    private void StandWithItem(Actor actor, int item, string outcome) =>
        Stand(actor, _senders, () => Ready(actor, _isClosed ? Closed : outcome), item);

    private void Close()
    {
        _isClosed = true;
        Wake(_senders);
        Wake(_receivers);
    }

    private string? Select(Actor actor, Op op, int item)
    {
        var cases = Script.Cases(op.Argument);
        foreach (var each in cases)
        {
            if (each == Choice.Receive && TryReceive(out var received))
                return $"{received}";
            if (each == Choice.Receive && _isClosed)
                return "closed";
            if (each == Choice.Send && _isClosed)
                return Closed;
            if (each == Choice.Send && TrySend(item))
                return "Send";
            if (each == Choice.Event && _isSet)
                return "Event";
        }
        return Wait(actor, () => cases.ForEach(each => StandFor(each, actor, op, item)));
    }

    private void StandFor(Choice each, Actor actor, Op op, int item)
    {
        switch (each)
        {
            case Choice.Receive: Stand(actor, _receivers, () => Ready(actor, Received("closed"))); break;
            case Choice.Send: StandWithItem(actor, item, "Send"); break;
            case Choice.Event: Stand(actor, _eventLine, () => Ready(actor, "Event")); break;
            default: StandForTime(actor, op); break;
        }
    }

    /// <summary>When the time has come its stand-in is ready, and takes the case in its own step, if no other was taken by then.</summary>
    private void StandForTime(Actor actor, Op op)
    {
        var place = new Place(null, () => { }, 0);
        actor.Places.Add(place);
        AtTime(actor, op.Count, () => _ready.Enqueue(() =>
        {
            if (actor.Places.Contains(place))
                Ready(actor, "Time");
        }));
    }

    private sealed class Actor(int id, Op[] ops)
    {
        public int Id => id;
        public Op[] Ops => ops;
        public int Place { get; set; }
        public int Permits { get; set; }
        public bool IsCancelled { get; set; }
        public bool IsDone { get; set; }
        public bool MustHaveLock { get; set; }
        public Action? WhenCancelled { get; set; }
        public List<Place> Places { get; } = [];
        public List<Action> Timers { get; } = [];
    }

    /// <param name="line">Where it stands.</param>
    /// <param name="turn">What happens when its turn comes. It leaves the line.</param>
    /// <param name="wanted">How many permits, or which item.</param>
    private sealed class Place(List<Place>? line, Action turn, int wanted)
    {
        public List<Place>? Line => line;
        public Action Turn => turn;
        public int Wanted => wanted;
    }
}
