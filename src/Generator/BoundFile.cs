using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator;

/// <summary>A file with methods to compile: what its names mean, and where it has errors.</summary>
internal sealed class BoundFile
{
    private readonly Lazy<BodyErrors> _errors;

    /// <param name="model">What its names mean.</param>
    /// <param name="text">Its text. A tree that was not parsed would have to write it down anew.</param>
    /// <param name="methods">Where the methods are, or null when all bodies of the file are theirs.</param>
    /// <param name="cancellation">Stops the binding.</param>
    public BoundFile(SemanticModel model, SourceText text, TextSpan? methods, CancellationToken cancellation)
    {
        (Model, Text) = (model, text);
        _errors = new(() => BodyErrors.Among(model, methods, cancellation));
    }

    public SemanticModel Model { get; }

    public SourceText Text { get; }

    /// <summary>The errors in the methods' bodies. To look for them binds all of these; what is asked about them later finds them bound.</summary>
    public BodyErrors Errors => _errors.Value;
}
