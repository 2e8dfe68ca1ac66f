using System.Globalization;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>Makes values safe to stand in a cell of a table that a spreadsheet may open.</summary>
internal static class Cells
{
    /// <summary>Between the values of one cell.</summary>
    public const char Bar = '|';

    /// <summary>Text on one line without tabs, control characters and hidden marks of direction; where it begins as a formula does, an
    /// apostrophe stands before it.</summary>
    public static string Text(string? text)
    {
        if (text is null) return "";
        var line = Line(text);
        return line.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? "'" + line : line;
    }

    /// <summary>Text on one line; control characters and hidden marks are shown, and what is no character (U+FFFE, U+FFFF), which
    /// XML cannot write and readers of tables stumble over, is U+FFFD.</summary>
    public static string Line(string text) => Printable.Line(text).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');

    /// <summary>The cell of any value: texts are made safe, numbers stay numbers, null is empty.</summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => Text(text),
        double number => Number(number),
        bool yes => yes ? "true" : "false",
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        IEnumerable<string> list => Text(List(list)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"No cell is defined for a {value.GetType()}. Define one here."),
    };

    /// <summary>A number in the shortest form that reads back the same.</summary>
    public static string Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Several values in one cell, parted by a mark that is replaced inside them.</summary>
    public static string List(IEnumerable<string?> values, char mark = Bar)
    {
        var other = mark == Bar ? '¦' : ',';
        return string.Join(mark, values.Select(value => (value ?? "").Replace(mark, other)));
    }
}
