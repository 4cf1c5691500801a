using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>Archives that are opened to be read, or made in memory: their end writes nothing that blocks, while that of others writes all that is new.</summary>
internal static class ReadArchives
{
    private const int Read = 0;

    /// <summary>Whether the operation is a <c>using</c> of such archives only.</summary>
    public static bool AreClosedBy(IOperation operation) => operation switch
    {
        IUsingOperation { Resources: IVariableDeclarationGroupOperation resources } => AreRead(resources),
        IUsingOperation { Resources: var resource } => IsRead(resource),
        IUsingDeclarationOperation { DeclarationGroup: var resources } => AreRead(resources),
        _ => false,
    };

    private static bool AreRead(IVariableDeclarationGroupOperation resources) =>
        resources.Declarations.SelectMany(declaration => declaration.Declarators).All(declarator => (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value is { } value && IsRead(value));

    private static bool IsRead(IOperation value) => value switch
    {
        IConversionOperation conversion => IsRead(conversion.Operand),
        IInvocationOperation { TargetMethod: { ContainingType.Name: "ZipFile", Name: var name } } open => name == "OpenRead" || (name == "Open" && HasMode(open.Arguments)),
        IObjectCreationOperation { Type.Name: "ZipArchive", Arguments: [{ Value: var stream }, ..] } when IsMemory(stream) => true,
        IObjectCreationOperation { Type.Name: "ZipArchive" } creation => !creation.Arguments.Any(argument => argument.Parameter?.Name == "mode") || HasMode(creation.Arguments),
        _ => false,
    };

    private static bool IsMemory(IOperation stream) => (stream is IConversionOperation conversion ? conversion.Operand : stream).Type is { Name: nameof(MemoryStream), ContainingNamespace.Name: "IO" };

    private static bool HasMode(IEnumerable<IArgumentOperation> arguments) => arguments.Any(argument => argument is { Parameter.Name: "mode", Value.ConstantValue: { HasValue: true, Value: Read } });
}
