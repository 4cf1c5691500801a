using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>A lock of the thread that has been taken.</summary>
/// <param name="Taken">The call that took it.</param>
/// <param name="Kind">Which kind of lock, or of which side of one.</param>
/// <param name="What">The variable or member that was locked, or null when it is something else.</param>
/// <param name="Flag">The local that says whether it was taken, or null.</param>
internal sealed record ThreadLock(SyntaxNode Taken, string Kind, ISymbol? What, ILocalSymbol? Flag);

/// <summary>The methods that take and release .NET's locks that belong to a thread.</summary>
internal static class ThreadLocks
{
    /// <summary>The lock that a call takes, or null. A monitor that <c>lock</c> takes is not among them.</summary>
    public static ThreadLock? TakenBy(IInvocationOperation call) => KindTaken(call) is { } kind ? new ThreadLock(call.Syntax, kind, LockOf(call), FlagOf(call)) : null;

    /// <summary>The kinds of locks that a call releases, and what it releases.</summary>
    public static (IEnumerable<string> Kinds, ISymbol? What)? ReleasedBy(IInvocationOperation call)
    {
        IEnumerable<string> kinds = (TypeOf(call), call.TargetMethod.Name) switch
        {
            ("Monitor" or "Lock" or "SpinLock", "Exit") => [TypeOf(call)],
            ("Mutex", "ReleaseMutex") => ["Mutex"],
            ("ReaderWriterLockSlim", "ExitReadLock") => ["read"],
            ("ReaderWriterLockSlim", "ExitWriteLock") => ["write"],
            ("ReaderWriterLockSlim", "ExitUpgradeableReadLock") => ["upgradeable"],
            ("ReaderWriterLock", "ReleaseReaderLock" or "ReleaseWriterLock" or "ReleaseLock") => ["ReaderWriterLock"],
            _ => [],
        };
        return kinds.Any() ? (kinds, LockOf(call)) : null;
    }

    /// <summary>Whether only the result of the call tells whether the lock was taken.</summary>
    public static bool MayFail(IInvocationOperation call) => call.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean && !(TypeOf(call) == "Mutex" && call.Arguments.IsEmpty);

    private static string? KindTaken(IInvocationOperation call) => call.IsImplicit ? null : (TypeOf(call), call.TargetMethod.Name) switch
    {
        ("Monitor" or "Lock" or "SpinLock", "Enter" or "TryEnter") => TypeOf(call),
        ("Mutex", "WaitOne") => "Mutex",
        ("ReaderWriterLockSlim", "EnterReadLock" or "TryEnterReadLock") => "read",
        ("ReaderWriterLockSlim", "EnterWriteLock" or "TryEnterWriteLock") => "write",
        ("ReaderWriterLockSlim", "EnterUpgradeableReadLock" or "TryEnterUpgradeableReadLock") => "upgradeable",
        ("ReaderWriterLock", "AcquireReaderLock" or "AcquireWriterLock") => "ReaderWriterLock",
        _ => null,
    };

    /// <summary>The type whose method is called; of what a mutex inherits, that of the mutex.</summary>
    private static string TypeOf(IInvocationOperation call) =>
        (call.Instance?.Type ?? call.TargetMethod.ContainingType) is { ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } type ? type.Name : "";

    private static ISymbol? LockOf(IInvocationOperation call) => SymbolOf(call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value);

    private static ISymbol? SymbolOf(IOperation? value) => value switch
    {
        IConversionOperation conversion => SymbolOf(conversion.Operand),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        IInstanceReferenceOperation { Type: { } type } => type,
        _ => null,
    };

    /// <summary>The local that a <c>ref</c> argument sets, or to which the result is assigned.</summary>
    private static ILocalSymbol? FlagOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter is { RefKind: RefKind.Ref, Type.SpecialType: SpecialType.System_Boolean })?.Value is ILocalReferenceOperation flag ? flag.Local
        : call.Parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment && assignment.Value == call ? target.Local
        : null;
}
