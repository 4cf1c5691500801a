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
            context.Functions.Add(new LiftedFunction(function, GeneratedNames.Lifted(signature.UniqueName, name, number), signature.TypeParameterNames, [.. TypesOf(function, signature, context), .. CapturesOf(function, context)]));
        }

        foreach (var function in context.Inner.All.Where(f => captures.RunsLater(f) && !flattened.Contains(f.Symbol) && context.Functions.Of(f.Symbol) is null))
            context.Deferred.Add(function.Syntax);
    }

    /// <summary>A function that is called with type arguments without names gets something that C# infers them from, and those of the functions round it.</summary>
    private static IEnumerable<Capture> TypesOf(InnerFunction function, SignatureModel outer, LoweringContext context)
    {
        var uses = function.Symbol.TypeParameters.IsEmpty ? [] : context.Body.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => name.Identifier.ValueText == function.Symbol.Name);
        return uses.Select(name => context.Model.GetSymbolInfo(name).Symbol).OfType<IMethodSymbol>().Any(use => IsOfFunction(use) && use.TypeArguments.Any(TypeFacts.IsUnspeakable))
            ? [new Capture.Types(new WrittenType(WrittenType.Carrier([.. outer.TypeParameterNames, .. function.Symbol.TypeParameters.Select(TypeFacts.Text)]), []))]
            : [];

        bool IsOfFunction(IMethodSymbol use) => SymbolEqualityComparer.Default.Equals(use.OriginalDefinition, function.Symbol);
    }

    private static IEnumerable<Capture> CapturesOf(InnerFunction function, LoweringContext context)
    {
        var holders = new Dictionary<ClosureScope, List<(ISymbol, ITypeSymbol, string)>>();
        var captures = new List<Capture>();
        foreach (var (symbol, type) in function.Variables.All)
        {
            var variable = context.Variables.Of(symbol);
            if (variable is { Scope: { } scope })
                AddMember(scope, (symbol, type, variable.Name));
            else if (!context.Changing.Contains(symbol, type))
                captures.Add(new Capture.Value(VariableTable.Escaped(symbol.Name), WrittenType.Of(type), symbol, type));
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
        var written = WrittenType.Of(type);
        return new Capture.Reference(context.Variables.NewReference(), written with { Text = $"{GeneratedNames.ReferenceType}<{written.Text}>" }, symbol, type);
    }
}
