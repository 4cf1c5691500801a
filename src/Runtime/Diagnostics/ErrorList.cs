namespace CoroGen;

/// <summary>Errors in the order in which they occurred, the same exception once.</summary>
internal sealed class ErrorList
{
    private readonly List<Exception> _errors = [];

    public void Add(Exception error)
    {
        if (!_errors.Exists(other => ReferenceEquals(other, error)))
            _errors.Add(error);
    }

    /// <summary>Throws one error as it is, several as one; does nothing when there are none.</summary>
    public void Throw() => EventLoop.ThrowAll(_errors);

    /// <summary>Hands them to those who run the loop: nobody else will throw them.</summary>
    public void ReportTo(EventLoop loop) => _errors.ForEach(error => loop.ReportError(error));
}
