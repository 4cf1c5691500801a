namespace CoroGen;

/// <summary>
/// Coroutines that end together: the body of a <c>co.Group</c> and all that is launched inside. The first failure cancels the others; the group ends when
/// none of them lives any more.
/// </summary>
/// <remarks>
/// Whose failure it is does not depend on who came first: that of a coroutine launched by <c>co.Launch</c> is the group's, also when somebody waits for it. One that
/// was launched by a wait is that wait's, as long as it lasts.
/// </remarks>
internal sealed class Group : Scope
{
    private readonly EventLoop _loop;
    private readonly Coroutine _body;

    /// <summary>The members in the order of their launches, those in shields included. Ended ones are taken out now and then.</summary>
    private readonly List<Coroutine> _members = [];
    private readonly ErrorList _errors = new();
    private int _live;
    private bool _isCanceled;
    private string? _reason;

    /// <summary>Whether a member ended because the group was cancelled: then its work is not complete.</summary>
    private bool _isCut;

    /// <param name="loop">The loop.</param>
    /// <param name="outer">Where the group is.</param>
    /// <param name="body">The coroutine that the group is made for. It is to be launched into it.</param>
    public Group(EventLoop loop, Scope? outer, Coroutine body)
    {
        _loop = loop;
        _body = body;
        IsShielded = outer is { IsShielded: true };
        End = new GroupEnd(this);
    }

    /// <inheritdoc/>
    public override bool IsShielded { get; }

    /// <inheritdoc/>
    public override Group NearestGroup => this;

    /// <summary>Where the one waits that the group was made by.</summary>
    public WaitQueue End { get; }

    public bool HasEnded => _live == 0;

    /// <inheritdoc/>
    public override void Add(Coroutine coroutine)
    {
        base.Add(coroutine);
        if (_isCanceled)
            coroutine.Cancel(_reason);
    }

    /// <summary>Notes that a coroutine lives, here or in a shield inside.</summary>
    public void Count(Coroutine member)
    {
        if (_members.Count >= Math.Max(16, 2 * _live))
            _members.RemoveAll(static member => member.IsDone);
        _members.Add(member);
        _live++;
    }

    /// <summary>Notes that a member has ended.</summary>
    /// <param name="member">The member.</param>
    /// <param name="isWatched">Whether somebody was waiting for it.</param>
    public void Discount(Coroutine member, bool isWatched)
    {
        if (member.Status == CoroutineStatus.Error && !(member.IsLaunchedByWait && (isWatched || member.IsErrorSeen)))
            Fail(member);
        else if (member.Status == CoroutineStatus.Canceled && member.Scope == this)
        {
            _isCut |= _isCanceled;
            if (member == _body)
                Cancel(member.Rare?.CancelReason);
        }
        if (--_live == 0)
            Finish();
    }

    /// <summary>Takes the error of a member, and cancels the others.</summary>
    public void Fail(Coroutine member)
    {
        member.IsErrorSeen = true;
        _errors.Add(member.Thrown!);
        Cancel($"'{member.Name}' failed in the same group");
    }

    /// <summary>At the end: throws what has failed or, when the caller is cancelled and therefore not all is done, that.</summary>
    public void ThrowIfFailed(Coroutine caller)
    {
        _errors.Throw();
        if (_isCut && caller.IsCancellationRequested)
            throw caller.NewCanceledException();
    }

    private void Cancel(string? reason)
    {
        if (_isCanceled)
            return;
        _isCanceled = true;
        _reason = reason;
        foreach (var member in _members.ToArray())
        {
            if (member.Scope == this)
                _loop.CancelSafely(member, reason);
        }
    }

    private void Finish()
    {
        _members.Clear();
        if (!End.IsEmpty)
            End.WakeFirst();
        else
            _errors.ReportTo(_loop); // Plain code may have given up.
    }

    /// <summary>The queue of the one who waits for the end. A cancel of it cancels the members, and the wait goes on.</summary>
    private sealed class GroupEnd(Group group) : WaitQueue("the end of a group")
    {
        public override string Description => $"the end of the group of '{group._body.Name}'";

        public override IReadOnlyList<Coroutine> WaitsFor => group._members;

        public override bool Abandon(Coroutine task)
        {
            group.Cancel(task.Rare?.CancelReason);
            return false;
        }
    }
}
