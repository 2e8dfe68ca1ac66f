using System.Globalization;
using Heliograph.Documents;
using Heliograph.Places;

namespace Heliograph.Evaluation;

/// <summary>Words of a short report, and the place that they stand for.</summary>
/// <param name="Id">Its id in the gold file.</param>
/// <param name="Text">The report.</param>
/// <param name="Event">The first word of the event whose place it is, or null where the words are asked for by themselves.</param>
/// <param name="Words">Where the words stand in the report.</param>
/// <param name="Country">The country, or null where there is none, or nothing may be given.</param>
/// <param name="Latitude">Degrees north, or null where no place may be given.</param>
/// <param name="Longitude">Degrees east, or null where no place may be given.</param>
/// <param name="Precision">The precision, or null where no place may be given.</param>
public sealed record GoldPlace(
    string Id, string Text, string? Event, TextSpan Words, string? Country, double? Latitude, double? Longitude, PlacePrecision? Precision)
{
    private const int Columns = 8;

    /// <summary>Whether neither place nor country may be given.</summary>
    public bool IsSilent => Country is null && Precision is null;

    /// <summary>Reads gold from a table: id, text, of, words, country, latitude, longitude and precision, parted by tabs.</summary>
    /// <exception cref="FormatException">A line cannot be read; the message names it.</exception>
    public static IEnumerable<GoldPlace> Read(TextReader reader)
    {
        var header = true;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (!header) yield return Read(line.Split('\t'), number);
            header = false;
        }
    }

    /// <summary>Whether a finding says what the gold says: the same country and precision, and near enough.</summary>
    public bool Agrees(PlaceFinding? found)
    {
        if (IsSilent || found is null) return IsSilent && found is null;
        if (Precision is not { } precision) return found.Place is null && found.Country == Country;
        if (found.Place is not { } place || place.Country != Country || place.Precision != precision) return false;
        return place.DistanceTo(place with { Latitude = Latitude, Longitude = Longitude }) <= Tolerance(precision);
    }

    // Unit: kilometres
    private static double Tolerance(PlacePrecision precision) => precision switch
    {
        PlacePrecision.City or PlacePrecision.District => 60,
        PlacePrecision.Region => 400,
        _ => 1500,
    };

    private static GoldPlace Read(string[] cells, int number)
    {
        if (cells.Length != Columns)
        {
            throw new FormatException($"line {number}: found {cells.Length} columns, expected {Columns} parted by tabs. Mend the line.");
        }

        var start = cells[1].IndexOf(cells[3], StringComparison.Ordinal);
        if (start < 0) throw new FormatException($"line {number}: found no '{cells[3]}' in the text, expected the words of a place. Mend the line.");
        try
        {
            return new(
                cells[0], cells[1], cells[2] == "mention" ? null : cells[2], new(start, start + cells[3].Length),
                cells[4] == "-" ? null : cells[4], Degrees(cells[5]), Degrees(cells[6]),
                cells[7] == "-" ? null : Enum.Parse<PlacePrecision>(cells[7], ignoreCase: true));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new FormatException($"line {number}: {e.Message} Expected degrees and a precision, or -. Mend the line.", e);
        }
    }

    private static double? Degrees(string cell) => cell == "-" ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}
