using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>Errors that nobody was waiting for: none is lost.</content>
public sealed partial class EventLoop
{
    private CoroutineList _unobserved;

    /// <summary>Throws one error as it is, several as one; does nothing when there are none.</summary>
    internal static void ThrowAll(List<Exception> errors)
    {
        if (errors.Count == 1)
            CoroutineServices.Rethrow(errors[0]);
        if (errors.Count > 1)
            throw new AggregateException(errors);
    }

    /// <summary>Notes that somebody has seen the error of a coroutine.</summary>
    internal void ForgetError(Coroutine task)
    {
        task.IsUnobserved = false;
        _unobserved.Remove(task);
    }

    private void KeepError(Coroutine task)
    {
        task.IsUnobserved = true;
        _unobserved.Add(task);
    }

    private void ReportUnobserved()
    {
        while (_unobservedError is not null && _unobserved.First is { } task)
        {
            ForgetError(task);
            _unobservedError(task, task.Thrown!);
        }
    }

    /// <summary>At the end of a call that runs the loop: throws what nobody has seen, together with what ended the coroutine it ran for.</summary>
    private void ThrowUnobserved(Coroutine? target = null)
    {
        ReportUnobserved();
        if (_unobserved.First is null)
            return;
        var errors = new List<Exception>(_unobserved.Count + 1);
        if (target is { IsDone: true, IsUnobserved: false, Thrown: { } own })
            errors.Add(own);
        while (_unobserved.First is { } task)
        {
            ForgetError(task);
            errors.Add(task.Thrown!);
        }
        ThrowAll(errors);
    }
}
