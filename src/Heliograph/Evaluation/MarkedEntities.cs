using System.Collections.Immutable;
using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>A text with the people, organisations and places that several people marked in it by name.</summary>
/// <param name="Text">The text.</param>
/// <param name="Names">What they marked, in the order of the file; spans in code units of the text.</param>
public sealed record MarkedEntities(string Text, ImmutableArray<(TextSpan Span, NameType Type)> Names)
{
    private const double Agreed = 0.7; // share of the markers; below it re3d is noise

    private static readonly (NameType Type, string Label)[] Types = [(NameType.Person, "PER"), (NameType.Organisation, "ORG"), (NameType.Location, "LOC")];

    /// <summary>Reads one line of <c>re3d.jsonl</c>: <c>text</c> and <c>entities</c> of <c>span</c> (code points, the end
    /// exclusive), <c>type</c> and <c>confidence</c>. Entities that no capital letter names are passed over.</summary>
    /// <exception cref="FormatException">A field is missing or of another kind.</exception>
    public static MarkedEntities Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var points = new CodePoints(text);
            var names = ImmutableArray.CreateBuilder<(TextSpan, NameType)>();
            foreach (var entity in json.RootElement.GetProperty("entities").EnumerateArray())
            {
                if (Type(entity.GetProperty("type").GetString()!) is not { } type || entity.GetProperty("confidence").GetDouble() < Agreed) continue;
                var ends = entity.GetProperty("span");
                var span = new TextSpan(points.ToCodeUnits(ends[0].GetInt32()), points.ToCodeUnits(ends[1].GetInt32()));
                if (span.In(text).ContainsAnyInRange('A', 'Z')) names.Add((span, type));
            }

            return new(text, names.ToImmutable());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException($"Marked entities: {e.Message} Expected text and entities with span in code points, type and confidence.", e);
        }
    }

    /// <summary>How many of them overlap a name that was found, and how many one of their own type.</summary>
    /// <returns>For each type the gold and what was found of it, then of what was found what has its type.</returns>
    public IEnumerable<(string Metric, Tally Tally)> Score(Document document)
    {
        var found = document.Names.Select(name => (Span: document.SpanOf(name.Tokens), name.Type)).ToArray();
        foreach (var (type, label) in Types)
        {
            var gold = Names.Where(name => name.Type == type).ToArray();
            var met = gold.Count(name => found.Any(one => one.Span.Overlaps(name.Span)));
            var typed = gold.Count(name => found.Any(one => one.Type == type && one.Span.Overlaps(name.Span)));
            yield return (label + " found", new(gold.Length, met, met));
            yield return (label + " typed", new(gold.Length, met, typed));
        }
    }

    private static NameType? Type(string name) => name switch
    {
        "Person" => NameType.Person,
        "Organisation" => NameType.Organisation,
        "Location" => NameType.Location,
        _ => null,
    };
}
