using System.Globalization;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Refusals;

/// <summary>Kinds of methods that have no state machine: other machines already, or no body, or more than a body.</summary>
internal static class FormRules
{
    private const int Synchronized = 32;

    /// <summary>CORO005.</summary>
    public static IEnumerable<Refusal> AsyncOrIterator(CoroutineMethod method)
    {
        var asyncKeyword = method.Syntax.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.AsyncKeyword));
        if (asyncKeyword.RawKind != 0)
            yield return new(Rules.AsyncOrIterator, asyncKeyword.GetLocation(), method.Name, "'async'", "'co.Await'");
        var own = method.Syntax.DescendantNodes(static node => node is not (ExpressionSyntax or LocalFunctionStatementSyntax));
        if (own.OfType<YieldStatementSyntax>().FirstOrDefault() is { } first)
            yield return new(Rules.AsyncOrIterator, first.YieldKeyword.GetLocation(), method.Name, "an iterator", "a 'CoChannel<T>' or a list");
    }

    /// <summary>CORO011: an <c>extern</c> method, or a partial one that is never implemented.</summary>
    public static IEnumerable<Refusal> Body(CoroutineMethod method)
    {
        if (method.Symbol.IsExtern || (method.Symbol.IsPartialDefinition && method.Symbol.PartialImplementationPart is null))
            yield return new(Rules.MissingBody, method.NameLocation, method.Name);
    }

    /// <summary>CORO022: attributes that change what a call does.</summary>
    public static IEnumerable<Refusal> Attributes(CoroutineMethod method) =>
        from attribute in method.Symbol.GetAttributes()
        let instead = Instead(attribute)
        let syntax = attribute.ApplicationSyntaxReference?.GetSyntax()
        where instead is not null && syntax is not null
        select new Refusal(Rules.BadAttribute, syntax.GetLocation(), method.Name, syntax.ToString(), instead);

    /// <summary>False for what C# refuses itself: a body where none may be, or none where one must be.</summary>
    public static bool AgreesWithItsBody(CoroutineMethod method) => method.HasBody != method.Symbol.IsAbstract || Body(method).Any();

    private static string? Instead(AttributeData attribute) => attribute.AttributeClass switch
    {
        var type when FullNames.Is(type, "System.Diagnostics.ConditionalAttribute") => "use '#if' or an 'if' inside",
        var type when FullNames.Is(type, "System.Runtime.CompilerServices.MethodImplAttribute") && IsSynchronized(attribute) => "use 'co.Lock'",
        _ => null,
    };

    private static bool IsSynchronized(AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault().Value is { } value and (int or short)
        && (Convert.ToInt32(value, CultureInfo.InvariantCulture) & Synchronized) != 0;
}
