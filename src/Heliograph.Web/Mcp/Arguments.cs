using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heliograph.Web.Api;

namespace Heliograph.Web.Mcp;

/// <summary>The arguments of one call, each of the kind that its tool asks for.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, ImmutableArray<string>> _values = new(StringComparer.Ordinal);

    private Arguments(string tool) => Tool = tool;

    /// <summary>The tool that is called.</summary>
    public string Tool { get; }

    /// <summary>Those of its arguments that were given, in the order of the tool's.</summary>
    public IEnumerable<(string Name, ImmutableArray<string> Values)> Given => _values.Select(one => (one.Key, one.Value));

    /// <summary>Reads the arguments of a call.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="parameters">What it takes.</param>
    /// <param name="given">What was sent; null for nothing.</param>
    /// <returns>The arguments, or what is wrong with the first that is.</returns>
    public static (Arguments? Arguments, ProblemBody? Problem) Read(string tool, IReadOnlyList<Parameter> parameters, IDictionary<string, JsonElement>? given)
    {
        var arguments = new Arguments(tool);
        given ??= new Dictionary<string, JsonElement>();
        if (given.Keys.FirstOrDefault(name => parameters.All(one => one.Name != name)) is { } unknown)
        {
            return (null, Wrong(
                tool, $"an argument '{Printed(unknown)}', which it does not have", parameters.Count == 0 ? "none" : $"one of {string.Join(", ", parameters.Select(one => one.Name))}",
                "Leave it out or name it as the tool does: nothing was looked up, so that no answer is taken for one to it"));
        }

        foreach (var parameter in parameters)
        {
            if (!given.TryGetValue(parameter.Name, out var value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            {
                if (parameter.IsRequired) return (null, Wrong(tool, $"no argument '{parameter.Name}'", Expected(parameter), "Add it"));
                continue;
            }

            // One value alone stands for a list of one
            var values = parameter.IsMany && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : ImmutableArray.Create(value);
            if (values.Length > Parameter.MostValues) return (null, Wrong(tool, FormattableString.Invariant($"{values.Length} values of '{parameter.Name}'"), FormattableString.Invariant($"at most {Parameter.MostValues}"), "Ask in several calls"));
            if (values.FirstOrDefault(one => !Fits(parameter, one), default) is { ValueKind: not JsonValueKind.Undefined } wrong)
            {
                return (null, Wrong(tool, $"{parameter.Name}: {Printed(wrong.GetRawText())}", Expected(parameter), "Mend it, and call again"));
            }

            if (values.Length > 0) arguments._values[parameter.Name] = [.. values.Select(one => Text(parameter, one))];
        }

        return (arguments, null);
    }

    /// <summary>The value of an argument; null where it was not given.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var values) ? values[^1] : null;

    /// <summary>The values of an argument; empty where it was not given.</summary>
    public ImmutableArray<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    /// <summary>The whole number that an argument holds.</summary>
    public int Whole(string name, int usual) => this[name] is { } text ? (int)double.Parse(text, CultureInfo.InvariantCulture) : usual;

    /// <summary>A problem with a call, in four parts: where, what was found, what was expected, what to do.</summary>
    public static ProblemBody Wrong(string tool, string found, string expected, string next) =>
        Problems.Of(400, "Arguments not understood", found, expected, next) is var told ? told with { Detail = $"{tool}: {char.ToLowerInvariant(told.Detail[0])}{told.Detail[1..]}" } : null!;

    private static string Text(Parameter parameter, JsonElement value) =>
        value.ValueKind != JsonValueKind.String ? value.GetRawText() : parameter.IsBody ? value.GetString()! : value.GetString()!.Trim();

    private static bool Fits(Parameter parameter, JsonElement value) => parameter.Form switch
    {
        ValueForm.Whole or ValueForm.Number => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            && !(number < parameter.Least) && !(number > parameter.Most) && (parameter.Form == ValueForm.Number || (number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue)),
        ValueForm.Day => value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => value.ValueKind == JsonValueKind.String && value.GetString()! is var text && text.Length <= parameter.Longest && (parameter.IsBody || !text.Contains('\0', StringComparison.Ordinal))
            && !string.IsNullOrWhiteSpace(text) && (parameter.Choices.IsEmpty || parameter.Choices.Contains(text)),
    };

    private static string Expected(Parameter parameter) => parameter switch
    {
        { Choices.IsEmpty: false } => $"one of {string.Join(", ", parameter.Choices)}",
        { Form: ValueForm.Day } => "a day such as 2031-05-02",
        { Form: ValueForm.Text } => string.Create(CultureInfo.InvariantCulture, $"a text of 1 to {parameter.Longest} characters without a NUL: {parameter.Meaning}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(parameter.Form == ValueForm.Whole ? "a whole number" : "a number")}{(parameter.Least is { } least ? $" from {least}" : "")}{(parameter.Most is { } most ? $" to {most}" : "")}"),
    };

    private static string Printed(string text) => Ledger.Printable.Line(text.Length > 60 ? text[..60] + "…" : text);
}
