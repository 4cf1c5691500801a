using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Model;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Functions;

/// <summary>
/// Decides which functions of a body become members of the type, and what each gets of the variables round it: coroutine functions, local functions
/// of flattened scopes that may run later, and all that those use. The others stay where they are.
/// </summary>
internal static class FunctionPlan
{
    public static void Fill(LoweringContext context, SignatureModel signature, CaptureAnalysis captures)
    {
        var flattened = new HashSet<ISymbol>(context.Locals.Functions.Select(function => (ISymbol)function.Symbol), SymbolEqualityComparer.Default);
        foreach (var function in context.Inner.Lifted(context.Inner.All.Where(f => captures.RunsLater(f) && flattened.Contains(f.Symbol))))
        {
            var name = function.Syntax is LocalFunctionStatementSyntax local ? local.Identifier.ValueText : "Lambda";
            if (function.Symbol.TypeParameters.FirstOrDefault(own => signature.TypeParameterNames.Contains(own.Name)) is { } hiding)
                context.Refuse(Rules.UnsupportedForm, function.Syntax, $"a function whose type parameter '{hiding.Name}' hides another one", "rename it");
            var number = context.Functions.Own.Count + 1;
            context.Functions.Add(new LiftedFunction(function, GeneratedNames.Lifted(signature.UniqueName, name, number), signature.TypeParameterNames, [.. CapturesOf(function, context)]));
        }

        foreach (var function in context.Inner.All.Where(f => captures.RunsLater(f) && !flattened.Contains(f.Symbol) && context.Functions.Of(f.Symbol) is null))
            context.Deferred.Add(function.Syntax);
    }

    private static IEnumerable<Capture> CapturesOf(InnerFunction function, LoweringContext context)
    {
        var holders = new Dictionary<ClosureScope, List<(ISymbol, ITypeSymbol, string)>>();
        var captures = new List<Capture>();
        foreach (var (symbol, type) in function.Variables.All)
        {
            var variable = context.Variables.Of(symbol);
            if (TypeFacts.IsUnspeakable(type))
                context.Refuse(Rules.UnspeakableType, function.Syntax, symbol.Name);
            else if (variable?.Scope?.Members.FirstOrDefault(member => member.Witness is not null) is { } beside)
                context.Refuse(Rules.UnspeakableType, function.Syntax, beside.Name);
            if (variable is { Scope: { } scope })
                AddMember(scope, (symbol, type, variable.Name));
            else if (!context.Changing.Contains(symbol, type))
                captures.Add(new Capture.Value(VariableTable.Escaped(symbol.Name), TypeFacts.Text(type), symbol, type));
            else
                captures.Add(ReferenceTo(symbol, type, function, context));
        }

        return holders.Select(pair => (Capture)new Capture.Holder(pair.Key.Variable.Name, pair.Key.Type, pair.Key.IsReference, pair.Value)).Concat(captures);

        void AddMember(ClosureScope scope, (ISymbol, ITypeSymbol, string) member)
        {
            if (!holders.TryGetValue(scope, out var members))
                holders.Add(scope, members = []);
            members.Add(member);
        }
    }

    /// <summary>Before <c>scoped</c> the compiler does not let a lambda return a reference to what it captures.</summary>
    private static Capture.Reference ReferenceTo(ISymbol symbol, ITypeSymbol type, InnerFunction function, LoweringContext context)
    {
        if (((CSharpParseOptions)context.Body.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp11)
            context.Refuse(Rules.UnsupportedForm, function.Syntax, $"a function that captures '{symbol.Name}', which changes", "copy its value to another local, or set LangVersion to 11 or later");
        return new Capture.Reference(context.Variables.NewReference(), $"{GeneratedNames.ReferenceType}<{TypeFacts.Text(type)}>", symbol, type);
    }
}
