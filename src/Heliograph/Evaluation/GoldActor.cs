using System.Globalization;
using System.Text.Json;
using Heliograph.Actors;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>Words of a sentence, and who is meant by them.</summary>
/// <param name="Text">The sentence, or a short report.</param>
/// <param name="Date">The day of publication, or null where none is known.</param>
/// <param name="Words">The words.</param>
/// <param name="Id">The id they must be led to; null where nobody must be, empty where ids are not judged.</param>
/// <param name="Code">The code they must have, or null.</param>
/// <param name="Sector">The sector they must have, or null.</param>
public sealed record GoldActor(string Text, DateOnly? Date, TextSpan Words, string? Id, string? Code, string? Sector)
{
    /// <summary>Reads a table with the columns text, date, words, id, code, sector; <c>-</c> stands for nothing.</summary>
    /// <exception cref="FormatException">A row cannot be read; the message names its line.</exception>
    public static IEnumerable<GoldActor> ReadTable(TextReader reader)
    {
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#' || line.StartsWith("text\t", StringComparison.Ordinal)) continue;
            var cells = line.Split('\t');
            var start = cells.Length == 6 ? cells[0].LastIndexOf(cells[2], StringComparison.Ordinal) : -1;
            if (start < 0) throw new FormatException($"line {number}: found '{line}', expected six columns, the third of words of the first. Mend the row.");
            yield return new(cells[0], Day(cells[1]), new(start, start + cells[2].Length), OrNull(cells[3]), OrNull(cells[4]), OrNull(cells[5]));
        }
    }

    /// <summary>Reads PLOVER's gold sentences: sources and targets with codes of state and sector. Their dates are placeholders.</summary>
    /// <exception cref="FormatException">A line is none of them.</exception>
    public static IEnumerable<GoldActor> ReadSentences(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            foreach (var told in json.RootElement.GetProperty("gold").EnumerateArray())
            {
                foreach (var actor in told.GetProperty("source").EnumerateArray().Concat(told.GetProperty("target").EnumerateArray()))
                {
                    if (!actor.TryGetProperty("span", out var span) || span.ValueKind != JsonValueKind.Array) continue;
                    var codePoints = new CodePoints(text);
                    var words = new TextSpan(codePoints.ToCodeUnits(span[0].GetInt32()), codePoints.ToCodeUnits(span[1].GetInt32()));
                    var code = actor.GetProperty("code").GetString() switch { "JAP" => "JPN", "ROM" => "ROU", "***" or "" => null, var known => known };
                    yield return new(text, null, words, "", code, SectorOf(actor.GetProperty("sector").GetString()));
                }
            }
        }
    }

    // Older roles of CAMEO: the first three letters, where they are a sector of today.
    private static string? SectorOf(string? written) => written is not { Length: >= 3 } ? null : written[..3] switch
    {
        "CIV" => "CVL",
        "JRN" => "MED",
        var sector => ActorTerms.Sectors.Contains(sector) ? sector : null,
    };

    private static DateOnly? Day(string cell) => cell == "-" ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? OrNull(string cell) => cell == "-" ? null : cell;
}
