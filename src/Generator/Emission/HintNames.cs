using System.Globalization;
using System.Text;
using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>The generated files' names: readable (<c>Kitchen.Prepare.g.cs</c>), legal, and unique even on a file system that ignores case.</summary>
internal sealed class HintNames : IEquatable<HintNames>
{
    private const string Extension = ".g.cs";
    private readonly EquatableArray<SignatureModel> _signatures;
    private readonly Dictionary<SignatureModel, string> _names = [];

    public HintNames(EquatableArray<SignatureModel> signatures)
    {
        _signatures = signatures;
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var signature in signatures)
        {
            if (!_names.ContainsKey(signature))
                _names.Add(signature, Unique(Readable(signature), taken) + Extension);
        }
    }

    public string this[SignatureModel signature] => _names[signature];

    public bool Equals(HintNames? other) => other is not null && _signatures.Equals(other._signatures);

    public override bool Equals(object? obj) => Equals(obj as HintNames);

    public override int GetHashCode() => _signatures.GetHashCode();

    private static string Readable(SignatureModel signature)
    {
        var name = new StringBuilder();
        foreach (var character in signature.Key)
            name.Append(IsLegal(character) ? character : '_');
        return name.ToString();
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        var candidate = name;
        for (var number = 2; !taken.Add(candidate); number++)
            candidate = name + "-" + number.ToString(CultureInfo.InvariantCulture);
        return candidate;
    }

    /// <summary>What the compiler accepts in a generated file's name, less the separators of folders.</summary>
    private static bool IsLegal(char character) => char.IsLetterOrDigit(character) || character is '.' or ',' or '-' or '+' or '_' or '{' or '}';
}
