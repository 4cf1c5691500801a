using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Discovery;

/// <summary>
/// Methods of extension blocks. C# makes of each a static method of the class round the block, whose first parameter is the receiver, if it has one:
/// <code>
/// extension&lt;T&gt;(List&lt;T&gt; list) { [Coroutine] public T Pick(Co co) { … } }
/// is
/// [Coroutine] public static T Pick&lt;T&gt;(this List&lt;T&gt; list, Co co) { … }
/// </code>
/// and that is the coroutine; what is generated of it is the same. Only one that is called on the type itself needs a block of its own to be called so, too.
/// </summary>
internal static class ExtensionBlocks
{
    /// <summary>The property has moved between the Roslyn that this is compiled with and those that have the final language, so neither can be named.</summary>
    private static readonly PropertyInfo? s_receiver = typeof(INamedTypeSymbol).GetProperty("ExtensionParameter") ?? typeof(ITypeSymbol).GetProperty("ExtensionParameter");

    /// <summary>Whether the declaration is an extension block: it has no name.</summary>
    public static bool IsBlock(TypeDeclarationSyntax type) => type.Identifier.RawKind == 0;

    /// <summary>The block that a static method was made of, or null.</summary>
    public static INamedTypeSymbol? Around(IMethodSymbol implementation, MethodDeclarationSyntax syntax) => syntax.Parent is TypeDeclarationSyntax type && IsBlock(type)
        ? implementation.ContainingType.GetTypeMembers().FirstOrDefault(member => IsBlock(member) && member.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == type.SyntaxTree && part.Span == type.Span))
        : null;

    /// <summary>The receiver of a method of a block that is called on a value; else null.</summary>
    public static IParameterSymbol? Receiver(IMethodSymbol method) => method is { IsStatic: false, MethodKind: MethodKind.Ordinary } ? Receiver(method.ContainingType) : null;

    /// <summary>The parameters as the method's body knows them: the receiver of a block is the first.</summary>
    public static IReadOnlyList<IParameterSymbol> Parameters(IMethodSymbol method) => Receiver(method) is { } receiver ? [receiver, .. method.Parameters] : method.Parameters;

    /// <summary>The handle, as the method's body knows it, or null.</summary>
    public static IParameterSymbol? Handle(IMethodSymbol method) => Parameters(method).FirstOrDefault(parameter => CoroutineSymbols.IsHandle(parameter.Type));

    /// <summary>The receiver as the block declares it; null of any other type.</summary>
    public static IParameterSymbol? Receiver(INamedTypeSymbol? type) => IsBlock(type) ? s_receiver?.GetValue(type) as IParameterSymbol : null;

    /// <summary>The static method that C# makes of a method of a block of this compilation; any other method itself.</summary>
    public static IMethodSymbol Implementation(IMethodSymbol method)
    {
        if (!IsBlock(method.ContainingType) || method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration)
            return method;
        return method.ContainingType.ContainingType?.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(other => IsDeclaredAt(other, declaration)) ?? method;
    }

    /// <summary>The method that a call means, whichever way it is written: a coroutine's declaration as C# has it among the members of a class that has a name.</summary>
    public static IMethodSymbol Definition(IMethodSymbol called) => Implementation((called.ReducedFrom ?? called).OriginalDefinition);

    private static bool IsBlock(INamedTypeSymbol? type) => type is { TypeKind: TypeKind.Extension };

    private static bool IsDeclaredAt(IMethodSymbol method, SyntaxReference declaration) =>
        method.DeclaringSyntaxReferences.Any(other => other.SyntaxTree == declaration.SyntaxTree && other.Span == declaration.Span);
}
