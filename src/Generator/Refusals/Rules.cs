using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Refusals;

/// <summary>The rules of what the generator refuses: one descriptor each, all errors, each with its page.</summary>
internal static class Rules
{
    public const string HelpRoot = "https://github.com/corogen/corogen/blob/main/docs/rules/";

    public static readonly DiagnosticDescriptor MissingHandle = Error("CORO001", "A coroutine needs a handle",
        "The coroutine '{0}' has no parameter of type 'Co': add one, as in '{0}(Co co)'");

    public static readonly DiagnosticDescriptor MissingAttribute = Error("CORO002", "A method with a handle needs [Coroutine]",
        "The {0} takes a 'Co' but is no coroutine: {1}");

    public static readonly DiagnosticDescriptor BadHandle = Error("CORO003", "A coroutine takes one handle, by value",
        "The coroutine '{0}' must take one 'Co', by value and without a default value");

    public static readonly DiagnosticDescriptor NotPartial = Error("CORO004", "The type of a coroutine must be partial",
        "The type '{0}' contains the coroutine '{1}': declare it 'partial', so that the state machine can be added to it");

    public static readonly DiagnosticDescriptor AsyncOrIterator = Error("CORO005", "A coroutine is neither async nor an iterator",
        "The coroutine '{0}' must not be {1} as well: use {2} instead");

    public static readonly DiagnosticDescriptor ByReference = Error("CORO006", "A coroutine cannot take or return references or ref structs",
        "The coroutine '{0}' outlives {1}: use a value, an array, 'Memory<T>' or an object that holds it");

    public static readonly DiagnosticDescriptor FactoryClash = Error("CORO007", "The factory would clash with another member",
        "The coroutine '{0}' gets the member '{1}', which the type has already: rename one of them");

    public static readonly DiagnosticDescriptor MutatingStructMember = Error("CORO008", "A coroutine of a struct must be readonly",
        "The coroutine '{0}' of the struct '{1}' runs on a copy: declare it 'readonly'");

    public static readonly DiagnosticDescriptor CovariantResult = Error("CORO009", "A coroutine cannot return a covariant type parameter",
        "The coroutine '{0}' returns the covariant type parameter '{1}', but 'Coroutine<T>' is invariant: remove its 'out'");

    public static readonly DiagnosticDescriptor HandleEscapes = Error("CORO010", "The handle must not leave its coroutine",
        "The handle '{0}' may only be used to call its members or be passed to a coroutine; here it is {1}");

    public static readonly DiagnosticDescriptor MissingBody = Error("CORO011", "A coroutine needs a body",
        "The coroutine '{0}' has no body to compile: give it one, or make it abstract");

    public static readonly DiagnosticDescriptor RefLikeAcrossSuspension = Error("CORO012", "A reference or ref struct does not survive a suspension",
        "'{0}' is a reference or a ref struct and is needed after a suspension, where the stack it points to is gone: {1}");

    public static readonly DiagnosticDescriptor FileLocalType = Error("CORO014", "A coroutine cannot use file-local types",
        "'{0}' is local to this file, and the state machine stands in another one: make it internal");

    public static readonly DiagnosticDescriptor UnsupportedForm = Error("CORO015", "This form cannot contain a suspension",
        "A suspension inside {0} is not supported: {1}");

    public static readonly DiagnosticDescriptor LanguageVersion = Error("CORO016", "CoroGen needs C# 9 or later",
        "The coroutine '{0}' needs C# 9 or later, but the project uses C# {1}: set LangVersion");

    public static readonly DiagnosticDescriptor NotGenerated = Error("CORO017", "A coroutine depends on another generator's code",
        "The coroutine '{0}' uses members that another source generator makes, which this generator cannot see: move that use into an ordinary method");

    public static readonly DiagnosticDescriptor NestedCoroutine = Error("CORO018", "Only methods, and functions inside coroutines, can be coroutines",
        "The {0} cannot be a coroutine: {1}");

    public static readonly DiagnosticDescriptor AddressTaken = Error("CORO019", "An address on the stack does not survive a suspension",
        "'{0}' is needed after a suspension, but this address is on the stack, which is left there: take it afterwards, of a variable that is not kept, or in an ordinary method");

    public static readonly DiagnosticDescriptor OverridesPlainMethod = Error("CORO020", "A coroutine overrides coroutines only",
        "The coroutine '{0}' overrides '{1}', which is no coroutine: mark that one '[Coroutine]' too");

    public static readonly DiagnosticDescriptor BodyInVariantInterface = Error("CORO021", "A variant interface cannot hold a coroutine's body",
        "The coroutine '{0}' has a body, but the variant interface '{1}' cannot hold its frame: leave it without a body, or remove 'in' and 'out'");

    public static readonly DiagnosticDescriptor BadAttribute = Error("CORO022", "An attribute that a coroutine cannot honour",
        "The coroutine '{0}' cannot be marked '[{1}]': {2} instead");

    public static readonly DiagnosticDescriptor Failure = Error("CORO023", "CoroGen failed",
        "CoroGen failed to compile the coroutine '{0}' ({1}), which is an error of CoroGen's own: please report it, and write the method another way");

    public static readonly DiagnosticDescriptor ReservedName = Error("CORO024", "A name that generated code uses",
        "The name '{0}' is one that generated code uses in the same method: rename it");

    public static readonly DiagnosticDescriptor CovariantOverride = Error("CORO025", "A coroutine's override returns what its base returns",
        "The coroutine '{0}' returns '{1}' but overrides one that returns '{2}', and 'Coroutine<T>' is invariant: return '{2}'");

    public static readonly DiagnosticDescriptor CallForCoroutine = Error("CORO026", "A call where a coroutine is expected",
        "'{0}' takes a coroutine, but '{1}' runs it here and passes its result: leave out the handle, then '{2}' makes a coroutine");

    public static readonly DiagnosticDescriptor CallerUnknown = Error("CORO027", "Caller information that generated code cannot give",
        "{0} asks C# for {1}, which is another in the generated code: {2}");

    public static readonly DiagnosticDescriptor MisplacedSuspension = Error("CORO203", "A suspension where none may be",
        "A suspension inside {0} is not possible: {1}");

    /// <summary>Every rule, by id.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        MissingHandle,
        MissingAttribute,
        BadHandle,
        NotPartial,
        AsyncOrIterator,
        ByReference,
        FactoryClash,
        MutatingStructMember,
        CovariantResult,
        HandleEscapes,
        MissingBody,
        RefLikeAcrossSuspension,
        FileLocalType,
        UnsupportedForm,
        LanguageVersion,
        NotGenerated,
        NestedCoroutine,
        AddressTaken,
        OverridesPlainMethod,
        BodyInVariantInterface,
        BadAttribute,
        Failure,
        ReservedName,
        CovariantOverride,
        CallForCoroutine,
        CallerUnknown,
        MisplacedSuspension,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "CoroGen", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpRoot + id + ".md");
}
