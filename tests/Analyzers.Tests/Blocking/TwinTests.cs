using CoroGen.Analyzers.Blocking;
using CoroGen.Analyzers.Catalogue;
using CoroGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>What has an awaitable twin in net10.0 is in the catalogue, or is said not to block.</summary>
public sealed class TwinTests
{
    [Fact]
    public void Each_method_with_an_awaitable_twin_is_known()
    {
        var net10 = CSharpCompilation.Create("Twins", references: AnalyzerCheck.References);
        var members = new BlockingMembers(net10);
        var unknown = net10.GlobalNamespace.GetNamespaceMembers().Where(space => space.Name is "System" or "Microsoft").SelectMany(TypesIn)
            .SelectMany(type => type.GetMembers())
            .OfType<IMethodSymbol>()
            .Where(method => method is { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary } && AwaitableTwins.Find(method) is not null && members.Find(method) is null);
        Assert.Empty(unknown.Select(method => method.ToDisplayString()));
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type ? TypesIn(type).Prepend(type) : member is INamespaceSymbol ? TypesIn(member) : []);
}
