using CoroGen.Analyzers.Catalogue;
using CoroGen.Analyzers.Flow;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>What a body does on its thread, and which of it blocks, by which rule.</summary>
internal sealed class BlockingCalls
{
    /// <summary>The rules for which the ways to a call matter.</summary>
    private static readonly DiagnosticDescriptor?[] s_followed = [DiagnosticDescriptors.TaskWait, DiagnosticDescriptors.StreamAccess, DiagnosticDescriptors.NetworkAccess];

    private static readonly IReadOnlyList<IMethodSymbol> s_none = [];

    private readonly KnownMembers _members;
    private readonly Compilation _compilation;
    private readonly AnalyzerConfigOptions _options;
    private readonly Func<ISymbol, BlockingMember?> _find;
    private readonly IOperation _body;
    private readonly CalledMembers _called;
    private readonly ReachedCode _code;

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body, as <c>GetOperation</c> gives it.</param>
    /// <param name="coroutine">The coroutine that it is of, or null for a plain method's.</param>
    /// <param name="model">The model that the body is from.</param>
    /// <param name="members">The catalogue.</param>
    /// <param name="configuration">What <c>.editorconfig</c> says.</param>
    public BlockingCalls(IOperation body, SyntaxNode? coroutine, SemanticModel model, KnownMembers members, AnalyzerConfigOptionsProvider configuration)
    {
        _members = members;
        _compilation = model.Compilation;
        _options = configuration.GetOptions(body.Syntax.SyntaxTree);
        _find = members.In(_options);
        _body = body;
        _called = new CalledMembers(model, members.Exact, coroutine);
        _code = ReachedCode.Of(body, model, members.Delegates, withUnknown: _options.TryGetValue("corogen.unknown_delegates", out var value) && value == "here");
    }

    /// <summary>What runs on the thread.</summary>
    public IReadOnlyList<IOperation> Operations => _code.Operations;

    /// <summary>The call that the operation is, or null when it does not block, as far as the catalogue knows.</summary>
    public BlockingCall? Of(IOperation operation)
    {
        if (operation is ILockOperation { Body: var inside })
            return inside.Descendants().OfType<IInvocationOperation>().Any(call => IsSuspension(call.TargetMethod)) ? null : new BlockingCall(operation, "lock", DiagnosticDescriptors.ThreadLock, IsInfo: false, Advice.Lock, Replacement: null, MayMove: false);
        foreach (var member in _called.Of(operation))
        {
            if (Of(operation, member) is { } call)
                return call;
        }

        return null;
    }

    /// <summary>The methods that the operation calls of which only their bodies can tell whether they block.</summary>
    public IReadOnlyList<IMethodSymbol> Callees(IOperation operation)
    {
        List<IMethodSymbol>? callees = null;
        foreach (var member in _called.ExactlyOf(operation))
        {
            if (member is IMethodSymbol method && !_code.HasEntered(method) && _find(method) is null && !IsSuspension(method))
                (callees ??= []).Add(method);
        }

        return callees ?? s_none;
    }

    private BlockingCall? Of(IOperation operation, ISymbol member)
    {
        if (_find(member) is not { Rule: not null, Entry.IsSource: false } known || IsSuspension(member) || (known.Entry.IsInfo && IsMadeByLanguage(operation)) || !Blocks(operation, known))
            return null;
        known = Source(operation, known);
        if (known.Entry.OnlyIf is { } key && !(_options.TryGetValue("corogen." + key, out var value) && value == "true"))
            return null;
        var replacement = Replacement.Of(member, known.Entry, _compilation);
        return new BlockingCall(operation, MemberNames.Full(member), known.Rule!, known.Entry.IsInfo, Advice.Of(member, known, replacement), replacement, MayMove(operation, known), IsVague(operation, known));
    }

    /// <summary>That a stream is closed at the end of a <c>using</c> is no news.</summary>
    private static bool IsMadeByLanguage(IOperation operation) => operation is IUsingOperation or IUsingDeclarationOperation or IForEachLoopOperation;

    /// <summary>What belongs to its thread cannot be taken or waited for by another one.</summary>
    private static bool MayMove(IOperation operation, BlockingMember known) =>
        known.Rule != DiagnosticDescriptors.ThreadLock && !known.Entry.Has("affine") && operation is not IInvocationOperation { Instance.Type.Name: nameof(Mutex) };

    /// <summary>A <c>TextWriter</c> may be anything, mostly the console or a string.</summary>
    private static bool IsVague(IOperation operation, BlockingMember known) => known.Entry.Has("vague") && operation is IInvocationOperation { Instance.Type.IsAbstract: true };

    private static bool IsSuspension(ISymbol member) => member is IMethodSymbol method && WellKnownAttributes.SuspensionKindOf(method) != SuspensionKind.None;

    private bool Blocks(IOperation operation, BlockingMember known) =>
        !Timeouts.IsZero(operation) && !ReadArchives.AreClosedBy(operation) && !(s_followed.Contains(known.Rule) && _members.Harmless.Contain(operation, _body));

    /// <summary>What streams do counts as what they come from: <c>Console.In.ReadLine()</c> is console input.</summary>
    private BlockingMember Source(IOperation operation, BlockingMember known) =>
        known.Rule == DiagnosticDescriptors.StreamAccess
        && operation is IInvocationOperation { Instance: IPropertyReferenceOperation { Property: { } property } }
        && _find(property) is { Entry.IsSource: true } source
            ? source
            : known;
}
