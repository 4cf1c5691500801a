using System.Collections.Immutable;

namespace CoroGen.Generator;

/// <summary>Every name that generated code uses, and the states with a meaning of their own.</summary>
internal static class GeneratedNames
{
    public const string FrameParameter = "__frame";
    public const string ResultParameter = "__result";
    public const string Callee = "__callee";
    public const string State = "__state";
    public const string Suspended = "__suspended";
    public const string FrameLocal = "__f";
    public const string This = "__this";
    /// <summary>The frame's field for the path of the user's file.</summary>
    public const string File = "__file";
    /// <summary>A reference that is taken only to see whether it can be.</summary>
    public const string Element = "__element";

    /// <summary>The names that a resume method has for itself.</summary>
    public static readonly ImmutableHashSet<string> Reserved = [FrameParameter, ResultParameter, Callee, State, Suspended, FrameLocal, Element];

    /// <summary>The delegate that returns a reference to a captured variable.</summary>
    public const string ReferenceType = "global::CoroGen.CompilerServices.Captured";

    public const string Services = "global::CoroGen.CompilerServices.CoroutineServices";

    private const string TempPrefix = "__t";

    /// <summary>The state of a coroutine that has not begun: its parameters are in the frame.</summary>
    public const int StartState = 0;

    public static string Run(string method) => method + "__Run";

    /// <summary>The method that holds the lowered body of a coroutine whose resume method is found by virtual dispatch.</summary>
    public static string Body(string uniqueName) => uniqueName + "__Body";

    public static string Frame(string uniqueName) => uniqueName + "__Frame";

    /// <summary>The class that holds <c>this</c> for a frame that could not name its type.</summary>
    public static string ThisHolder(string uniqueName) => uniqueName + "__This";

    /// <summary>The frame's field for a local or a parameter: never the name of an inherited member.</summary>
    public static string Field(string variable) => variable.TrimStart('@') + "_";

    public static string Temp(int number) => TempPrefix + number;

    public static bool IsTemp(string variable) => variable.StartsWith(TempPrefix, StringComparison.Ordinal);

    public static string Scope(int number) => "__scope" + number;

    public static string ResumeLabel(int state) => "__resume_" + state;

    public static string DoneLabel(int state) => "__done_" + state;

    /// <summary>Where a <c>try</c> is entered again, to resume inside it.</summary>
    public static string TryLabel(int number) => "__try_" + number;

    /// <summary>A label of the lowered code: <c>__for_1</c>. The hint may be a label of the user's, which must not make it one of those above.</summary>
    public static string Label(string hint, int number) => hint is "resume" or "done" or "try" ? $"__{hint}__{number}" : $"__{hint}_{number}";

    /// <summary>The parameter by which a lifted function reaches a variable of a scope that is copied as it is.</summary>
    public static string Reference(int number) => "__ref" + number;

    /// <summary>The member that a function inside a coroutine becomes. The number keeps it apart from the coroutine's own members.</summary>
    public static string Lifted(string uniqueName, string function, int number) => $"{uniqueName}__{function}_{number}";

    /// <summary>The member that makes delegates of a lifted function.</summary>
    public static string DelegateMaker(string uniqueName, int number) => $"{uniqueName}__Delegate{number}";

    /// <summary>The field of a scope object that keeps such a delegate.</summary>
    public static string KeptDelegate(int number) => "__delegate" + number;

    /// <summary>A function that says a type without a name.</summary>
    public static string Witness(int number) => "__witness_" + number;

    /// <summary>A type parameter for an anonymous type.</summary>
    public static string TypeParameter(int index) => "__T" + (index + 1);

    /// <summary>A type parameter of a function, for an anonymous type in its result. The number keeps it apart from those of the functions round it.</summary>
    public static string ResultTypeParameter(int number) => "__R" + number;

    /// <summary>The parameter for what a lifted function captures of a type without a name.</summary>
    public static string Untyped(int number) => "__object" + number;

    /// <summary>The parameter that type arguments without a name are inferred from.</summary>
    public const string Types = "__types";

    public static string ScopeClass(string uniqueName, int number) => $"{uniqueName}__Scope{number}";
}
