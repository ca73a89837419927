using System.Reflection;
using Ledger.Shapes;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Shapes;

public class AttributesTests
{
    [Fact]
    public void Every_string_of_every_command_says_what_it_may_hold()
    {
        var strings = LedgerCatalogue.Commands.Entries.SelectMany(e => Parameters(e.Type, e.Name, [])).Distinct()
            .Where(p => IsOfStrings(p.Parameter.ParameterType)).ToList();

        strings.Count.ShouldBeGreaterThan(100);
        strings.Where(p => p.Parameter.GetCustomAttribute<ShapeAttribute>() is null).Select(p => p.Path).ShouldBeEmpty();
    }

    /// <summary>The parameters of a record and of the records within it.</summary>
    private static IEnumerable<(string Path, ParameterInfo Parameter)> Parameters(Type type, string path, Type[] above)
    {
        if (above.Contains(type))
            yield break;
        foreach (var parameter in type.GetConstructors().MaxBy(c => c.GetParameters().Length)?.GetParameters() ?? [])
        {
            yield return ($"{path}.{parameter.Name}", parameter);
            var inner = Inner(parameter.ParameterType);
            if (inner.Assembly == typeof(LedgerCatalogue).Assembly && !inner.IsEnum)
                foreach (var nested in Parameters(inner, $"{path}.{parameter.Name}", [.. above, type]))
                    yield return nested;
        }
    }

    /// <summary>Figures by name are held to a shape of their own wherever they stand.</summary>
    private static bool IsOfStrings(Type type) =>
        Inner(type) == typeof(string) && type != typeof(IReadOnlyDictionary<string, int>);

    /// <summary>What is inside a list, an optional or a nullable.</summary>
    private static Type Inner(Type type) => type.IsGenericType ? Inner(type.GetGenericArguments()[0]) : type;
}
