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

    /// <summary>Keeps the error of an ended coroutine, if it failed and nobody has seen it, for those who run the loop.</summary>
    internal void KeepError(Coroutine task)
    {
        if (task.Status != CoroutineStatus.Error || task.IsErrorSeen || task.IsUnobserved)
            return;
        task.IsUnobserved = true;
        _unobserved.Add(task);
    }

    private void ReportUnobserved()
    {
        while (_unobservedError is not null && _unobserved.First is { } task)
        {
            task.Observe();
            _unobservedError(task, task.Thrown!);
        }
    }

    /// <summary>Keeps an error that no coroutine has thrown, for those who run the loop.</summary>
    internal void ReportError(Exception error)
    {
        if (_unobservedError is not null)
            _unobservedError(null, error);
        else
            (_otherErrors ??= []).Add(error);
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
