using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>All variables of a resume method, their names, and the symbols that they stand for.</summary>
/// <param name="uniqueName">The coroutine's name among those of its type.</param>
/// <param name="typeParameters">Its type parameters, which its scope classes have too.</param>
/// <param name="model">The model of its body.</param>
internal sealed class VariableTable(string uniqueName, string typeParameters, SemanticModel model)
{
    private readonly Dictionary<ISymbol, Variable> _bySymbol = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, string> _names = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxNode, ClosureScope> _scopes = [];
    private readonly Dictionary<string, ClosureScope> _outerScopes = [];
    private readonly Dictionary<(string Name, string Type), Variable> _shared = [];
    private readonly HashSet<Variable> _users = [];
    private readonly HashSet<string> _knownNames = [];
    private readonly HashSet<string> _taken = [];
    private readonly List<Variable> _all = [];
    private readonly List<Variable> _captured = [];
    private int _temps;

    public IReadOnlyList<Variable> All => _all;

    public Witnesses Witnesses { get; } = new();

    public IReadOnlyList<ClosureScope> Scopes => [.. _scopes.Values];

    public Variable? Of(ISymbol symbol) => _bySymbol.TryGetValue(symbol, out var variable) ? variable : null;

    /// <summary>What functions round this one share with it: its first parameters.</summary>
    public IReadOnlyList<Variable> Captured => _captured;

    /// <summary>The user's variables that come in as parameters.</summary>
    public IEnumerable<ISymbol> Parameters => _bySymbol.Where(pair => pair.Value.IsParameter).Select(pair => pair.Key);

    /// <summary>The user's variables that functions round this one hold in objects.</summary>
    public IEnumerable<ISymbol> Shared => _bySymbol.Where(pair => pair.Value.Scope?.Known is not null).Select(pair => pair.Key);

    /// <summary>The user's variable, or one of those, that it stands for; null for a temporary.</summary>
    public ISymbol? SymbolOf(Variable variable) => IsUsers(variable) ? _bySymbol.First(pair => pair.Value == variable).Key : null;

    public ClosureScope? ScopeOf(SyntaxNode owner) => _scopes.TryGetValue(owner, out var scope) ? scope : null;

    /// <summary>Whether it stands for a variable of the user's.</summary>
    public bool IsUsers(Variable variable) => _users.Contains(variable);

    /// <summary>The variable that an identifier means, or null when it means something else.</summary>
    public Variable? Resolve(IdentifierNameSyntax name) => Resolve(name, out _);

    /// <summary>The variable that an identifier means, and the user's variable that it is.</summary>
    public Variable? Resolve(IdentifierNameSyntax name, out ISymbol? symbol) => (symbol = SymbolOf(name)) is not null ? Of(symbol) : null;

    /// <summary>The new name of the constant or local function that an identifier means, or null.</summary>
    public string? Renamed(SimpleNameSyntax name) => SymbolOf(name) is { } symbol ? Renamed(symbol) : null;

    public string? Renamed(ISymbol symbol) => _names.TryGetValue(symbol.OriginalDefinition, out var renamed) ? renamed : null;

    /// <summary>Names that no variable may have.</summary>
    public void Take(IEnumerable<string> names) => _taken.UnionWith(names);

    public Variable AddParameter(IParameterSymbol parameter)
    {
        _taken.Add(parameter.Name);
        var variable = new Variable(_all.Count, Escaped(parameter.Name), TypeFacts.Text(parameter.Type), parameter.Type) { IsParameter = true };
        return Add(parameter, variable);
    }

    /// <summary>Adds a parameter for the value of a variable of a function round this one.</summary>
    public void AddCaptured(ISymbol symbol, ITypeSymbol type) =>
        _captured.Add(Add(symbol, Parameter(FreeName(symbol.Name), TypeFacts.Text(type), type, Witnesses.Of(type))));

    /// <summary>Adds a parameter for something of no variable's.</summary>
    public Variable AddCaptured(string name, WrittenType type)
    {
        _taken.Add(name);
        var variable = Add(Parameter(name, type.Text, null, Witnesses.Of(type)));
        _captured.Add(variable);
        return variable;
    }

    /// <summary>Adds a variable that a function round this one holds in an object, with a parameter for that object.</summary>
    /// <param name="symbol">The variable.</param>
    /// <param name="type">Its type.</param>
    /// <param name="member">Its name in the object.</param>
    /// <param name="holder">The parameter.</param>
    /// <param name="isReference">Whether that is a reference to this one variable.</param>
    /// <param name="isStable">Whether the parameter can be captured as it is.</param>
    public void AddShared(ISymbol symbol, ITypeSymbol type, string member, (string Name, WrittenType Type) holder, bool isReference, bool isStable)
    {
        if (!_outerScopes.TryGetValue(holder.Name, out var scope))
        {
            scope = new ClosureScope("", "", AddCaptured(holder.Name, holder.Type)) { Known = holder.Type, IsReference = isReference, IsStable = isStable };
            _outerScopes.Add(holder.Name, scope);
        }

        Add(symbol, new Variable(_all.Count, member, TypeFacts.Text(type), type) { Scope = scope });
    }

    /// <summary>The object of that name, made here or further out.</summary>
    public ClosureScope ScopeNamed(string holder) =>
        _outerScopes.TryGetValue(holder, out var outer) ? outer : _scopes.Values.First(scope => scope.Variable.Name == holder);

    /// <summary>A name for a parameter that refers to a variable.</summary>
    public string NewReference() => NewName(GeneratedNames.Reference);

    /// <summary>Adds a hoisted local. Two locals of the same name and type, whose scopes C# keeps apart, share a variable.</summary>
    public Variable AddLocal(ILocalSymbol local, bool mayShare)
    {
        var type = TypeFacts.Text(local.Type);
        var prefix = local.RefKind switch { RefKind.None => "", RefKind.Ref => "ref ", _ => "ref readonly " };
        if (mayShare && _shared.TryGetValue((local.Name, prefix + type), out var shared))
            return Add(local, shared);

        var variable = new Variable(_all.Count, FreeName(local.Name), type, local.Type) { RefPrefix = prefix, Witness = Witnesses.Of(local.Type) };
        if (mayShare)
            _shared.Add((local.Name, prefix + type), variable);
        return Add(local, variable);
    }

    /// <summary>Gives a constant or a local function a name that is free in the whole method.</summary>
    public void AddName(ISymbol symbol)
    {
        _names.Add(symbol, FreeName(symbol.Name));
        _knownNames.Add(symbol.Name);
    }

    /// <summary>Writes a constant as its value.</summary>
    public void AddConstant(ISymbol symbol, string text)
    {
        _names.Add(symbol, text);
        _knownNames.Add(symbol.Name);
    }

    /// <summary>Puts a variable into the object of the scope that declares it.</summary>
    public void Capture(Variable variable, SyntaxNode owner)
    {
        if (!_scopes.TryGetValue(owner, out var scope))
        {
            var number = _scopes.Count + 1;
            while (_taken.Contains(GeneratedNames.Scope(number)))
                number++;
            _taken.Add(GeneratedNames.Scope(number));
            var className = GeneratedNames.ScopeClass(uniqueName, number);
            var holder = Add(new Variable(_all.Count, GeneratedNames.Scope(number), className + typeParameters, null));
            _scopes.Add(owner, scope = new ClosureScope(className, typeParameters, holder) { Depth = owner.Ancestors().Count() });
        }

        variable.Scope = scope;
        scope.Members.Add(variable);
        if (variable.Witness is not null)
            scope.Variable.Witness = Witnesses.Of(scope.Type);
    }

    public Variable NewTemp(ITypeSymbol type, string refPrefix = "") =>
        Add(new Variable(_all.Count, NewDesignator(), TypeFacts.Text(type), type) { RefPrefix = refPrefix, Witness = Witnesses.Of(type) });

    /// <summary>A name for a variable that is declared inside an expression and used only there.</summary>
    public string NewDesignator()
    {
        string name;
        do
            name = GeneratedNames.Temp(++_temps);
        while (_taken.Contains(name));
        return name;
    }

    /// <summary>A value of a type without a name comes in as an object.</summary>
    private Variable Parameter(string name, string type, ITypeSymbol? symbol, string? witness) =>
        new(_all.Count, name, type, symbol) { IsParameter = true, Witness = witness, Untyped = witness is null ? null : NewName(GeneratedNames.Untyped) };

    private string NewName(Func<int, string> name)
    {
        var number = 1;
        while (!_taken.Add(name(number)))
            number++;
        return name(number);
    }

    private ISymbol? SymbolOf(SimpleNameSyntax name)
    {
        if (!_knownNames.Contains(name.Identifier.ValueText) || name.Parent is NameColonSyntax or NameEqualsSyntax)
            return null;
        return model.GetSymbolInfo(name).Symbol;
    }

    /// <summary>A name that is free in the whole method. Two underscores begin the names that are made up.</summary>
    private string FreeName(string name)
    {
        var first = name.StartsWith("__", StringComparison.Ordinal) ? "user" + name : name;
        var free = first;
        for (var i = 2; !_taken.Add(free); i++)
            free = $"{first}__{i}";
        return Escaped(free);
    }

    /// <summary>The name as an identifier, also where a keyword could stand.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private Variable Add(ISymbol symbol, Variable variable)
    {
        _bySymbol.Add(symbol, variable);
        _users.Add(variable);
        _knownNames.Add(symbol.Name);
        return Add(variable);
    }

    private Variable Add(Variable variable)
    {
        if (variable.Index == _all.Count)
            _all.Add(variable);
        return variable;
    }
}
