using System.Text;
using Mono.Cecil;

namespace CoroGen.BlockingMembers.Framework;

/// <summary>Documentation ids of methods that are read from IL.</summary>
internal static class MemberIds
{
    /// <summary>The documentation id, as compilers write it.</summary>
    public static string Of(MethodDefinition method)
    {
        var text = new StringBuilder("M:").Append(TypeName(method.DeclaringType)).Append('.').Append(method.Name.Replace('.', '#').Replace('<', '{').Replace('>', '}'));
        if (method.HasGenericParameters)
            text.Append("``").Append(method.GenericParameters.Count);
        if (method.HasParameters)
            text.Append('(').AppendJoin(',', method.Parameters.Select(parameter => Reference(parameter.ParameterType))).Append(')');
        if (method.Name is "op_Implicit" or "op_Explicit" or "op_CheckedExplicit")
            text.Append('~').Append(Reference(method.ReturnType));
        return text.ToString();
    }

    /// <summary>A name for people and for the files of this project: type and method, without parameters.</summary>
    public static string NameOf(MethodDefinition method) => $"{TypeName(method.DeclaringType)}.{method.Name}";

    public static string TypeName(TypeDefinition type) =>
        type.DeclaringType is { } outer ? $"{TypeName(outer)}.{type.Name}" : type.Namespace.Length == 0 ? type.Name : $"{type.Namespace}.{type.Name}";

    private static string Reference(TypeReference type) => type switch
    {
        GenericParameter parameter => (parameter.Type == GenericParameterType.Method ? "``" : "`") + parameter.Position,
        ByReferenceType reference => Reference(reference.ElementType) + "@",
        PointerType pointer => Reference(pointer.ElementType) + "*",
        ArrayType { IsVector: true } vector => Reference(vector.ElementType) + "[]",
        ArrayType array => $"{Reference(array.ElementType)}[{string.Join(',', Enumerable.Repeat("0:", array.Rank))}]",
        IModifierType modified => Reference(modified.ElementType),
        GenericInstanceType generic => Generic(generic),
        FunctionPointerType => "",
        { DeclaringType: { } outer } => $"{Reference(outer)}.{type.Name}",
        _ => type.Namespace.Length == 0 ? type.Name : $"{type.Namespace}.{type.Name}",
    };

    /// <summary>Each of the nested types takes its own arguments: <c>Dictionary{A,B}.Enumerator</c>.</summary>
    private static string Generic(GenericInstanceType type)
    {
        var names = new Stack<TypeReference>();
        for (var each = type.ElementType; each is not null; each = each.DeclaringType)
            names.Push(each);
        var text = new StringBuilder(type.ElementType.GetElementType() is var element && NamespaceOf(element) is { Length: > 0 } space ? space + "." : "");
        var used = 0;
        var separator = "";
        foreach (var each in names)
        {
            var tick = each.Name.IndexOf('`', StringComparison.Ordinal);
            text.Append(separator).Append(tick < 0 ? each.Name : each.Name[..tick]);
            separator = ".";
            if (tick < 0)
                continue;
            var own = int.Parse(each.Name[(tick + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            text.Append('{').AppendJoin(',', type.GenericArguments.Skip(used).Take(own).Select(Reference)).Append('}');
            used += own;
        }

        return text.ToString();
    }

    private static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;
}
