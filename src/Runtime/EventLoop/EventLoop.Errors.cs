using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>Errors that nobody was waiting for: none is lost.</content>
public sealed partial class EventLoop
{
    private CoroutineTable _unobserved = new();
    private List<Exception>? _otherErrors;

    /// <summary>Throws one error as it is, several as one; does nothing when there are none.</summary>
    internal static void ThrowAll(List<Exception> errors)
    {
        if (errors.Count == 1)
            CoroutineServices.Rethrow(errors[0]);
        if (errors.Count > 1)
            throw new AggregateException(errors);
    }

    /// <summary>Does not keep the error of a coroutine any more.</summary>
    internal void ForgetError(Coroutine task)
    {
        task.IsUnobserved = false;
        _unobserved.Remove(task);
    }

    /// <summary>Keeps the error of an ended coroutine, if it failed and nobody has seen it, for its group or else for those who run the loop.</summary>
    internal void KeepError(Coroutine task)
    {
        if (task.Status != CoroutineStatus.Error || task.IsErrorSeen || task.IsUnobserved)
            return;
        if (task.Scope?.NearestGroup is { HasEnded: false } group)
        {
            group.Fail(task);
            return;
        }
        task.IsUnobserved = true;
        _unobserved.Add(task);
        LookRound();
    }

    private void ReportUnobserved()
    {
        ReportStubborn();
        while (_unobservedError is not null && _unobserved.First is { } task)
        {
            task.Observe();
            _unobservedError(task, task.Thrown!);
        }
    }

    /// <summary>Keeps an error that has ended no coroutine, for those who run the loop.</summary>
    internal void ReportError(Exception error, Coroutine? task = null)
    {
        if (_unobservedError is not null)
            _unobservedError(task, error);
        else
            (_otherErrors ??= []).Add(error);
    }

    /// <summary>Cancels a coroutine where nobody could catch what code of the user's throws that is told of cancels.</summary>
    internal void CancelSafely(Coroutine task, string? reason)
    {
        try
        {
            task.Cancel(reason);
        }
        catch (Exception e)
        {
            ReportError(e);
        }
    }

    /// <summary>At the end of a call that runs the loop: throws what nobody has seen, together with what ended the coroutine it ran for.</summary>
    private void ThrowUnobserved(Coroutine? target = null)
    {
        ReportUnobserved();
        if (_unobserved.First is null && _otherErrors is null)
            return;
        var errors = new List<Exception>();
        if (target is { IsDone: true, IsUnobserved: false, Thrown: { } own })
            errors.Add(own);
        for (; _unobserved.First is { } task; task.Observe())
            errors.Add(task.Thrown!);
        errors.AddRange(_otherErrors ?? []);
        _otherErrors = null;
        ThrowAll(errors);
    }
}
