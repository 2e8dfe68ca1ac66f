using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Heliograph.Analysis;

/// <summary>Writes what was learnt from local corrections as a table that people can read, and reads it back.</summary>
/// <remarks>
/// Lines end in a line feed, columns are parted by tabs, lines that begin with # are comments. The first columns are
/// <c>format</c>, <c>reader</c>, <c>judgements</c> (count, right, reports), <c>digest</c>, <c>brier</c> and <c>f1</c> (before, after),
/// <c>veto</c>, <c>weights</c> (count), and <c>weight</c> (sign, value) once for each.
/// </remarks>
public static class LocalConfidenceText
{
    private const int Version = 1;
    private const int HashDigits = 12;       // enough to tell the files of one ledger apart
    private const double WidestWeight = 100; // beyond any that a fit can give
    private const double HighestVeto = 0.5;  // what is more likely right than wrong is never left out

    private static readonly string[] Heads = ["format", "reader", "judgements", "digest", "brier", "f1", "veto", "weights"];

    /// <summary>The table. The same content gives the same bytes.</summary>
    public static string Write(LocalConfidence learnt)
    {
        var from = learnt.From;
        var text = new StringBuilder()
            .Append("# What Heliograph learnt from the corrections of one ledger: how sure entries are, and which events are left out.\n")
            .Append("# heliograph learn writes it, heliograph read applies it. Remove the file to undo it.\n");
        Row("format", Version);
        Row("reader", from.Reader);
        Row("judgements", from.Judgements, from.Right, from.Reports);
        Row("digest", from.Digest);
        Row("brier", Share(from.BrierBefore), Share(from.BrierAfter));
        Row("f1", Share(from.F1Before), Share(from.F1After));
        Row("veto", learnt.VetoBelow.ToString("0.00", CultureInfo.InvariantCulture));
        Row("weights", learnt.Weights.Count);
        foreach (var (sign, weight) in learnt.Weights.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Row("weight", sign, weight.ToString("0.0000", CultureInfo.InvariantCulture));
        }

        return text.ToString();

        void Row(params object[] columns) => text.AppendJoin('\t', columns.Select(column => string.Create(CultureInfo.InvariantCulture, $"{column}"))).Append('\n');
    }

    /// <summary>The name of what was learnt: the first 12 hex digits of the SHA-256 of its table.</summary>
    public static string HashOf(LocalConfidence learnt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(learnt)))).Substring(0, HashDigits);

    /// <summary>Reads the table.</summary>
    /// <exception cref="FormatException">It is no such table, of another version, or damaged; the message says on which line.</exception>
    public static LocalConfidence Read(TextReader reader)
    {
        var rows = new Rows(reader);
        var format = rows.Next("format", 1);
        if (rows.Whole(format[0]) != Version) throw rows.Refuse(format[0], $"{Version}, the version that this Heliograph reads");
        var name = rows.Next("reader", 1)[0];
        var judged = rows.Next("judgements", 3).Select(rows.Whole).ToArray();
        var digest = rows.Next("digest", 1)[0];
        if (digest.Length != 64 || !digest.All(char.IsAsciiHexDigitLower)) throw rows.Refuse(digest, "64 hex digits");
        var brier = rows.Next("brier", 2).Select(text => rows.Number(text, 0, 1)).ToArray();
        var f1 = rows.Next("f1", 2).Select(text => rows.Number(text, 0, 1)).ToArray();
        var veto = rows.Number(rows.Next("veto", 1)[0], 0, HighestVeto);
        var count = rows.Whole(rows.Next("weights", 1)[0]);
        var weights = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var row = rows.Next("weight", 2);
            if (!weights.TryAdd(row[0], rows.Number(row[1], -WidestWeight, WidestWeight))) throw rows.Refuse(row[0] + " again", "each sign once");
        }

        rows.End();
        return new()
        {
            From = new(name, judged[0], judged[1], judged[2], digest, brier[0], brier[1], f1[0], f1[1]),
            VetoBelow = veto,
            Weights = weights.ToImmutable(),
        };
    }

    private static string Share(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);

    // One line at a time, and where it stands.
    private sealed class Rows(TextReader reader)
    {
        private int _line;

        public string[] Next(string head, int columns)
        {
            var line = Line();
            var parts = line?.Split('\t') ?? [];
            if (parts.Length == columns + 1 && parts[0] == head) return parts[1..];
            var found = line is null ? "the end" : $"'{(line.Length > 60 ? line[..60] + "…" : line)}'";
            throw new FormatException($"line {_line}: found {found}, expected '{head}' and {columns} more column{(columns == 1 ? "" : "s")} (of {string.Join(", ", Heads)}, weight)");
        }

        public int Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refuse(text, "a whole number");

        public double Number(string text, double least, double most) =>
            double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw Refuse(text, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));

        public void End()
        {
            if (Line() is { } line) throw Refuse(line, "the end, after as many weights as were announced");
        }

        public FormatException Refuse(string found, string expected) => new($"line {_line}: found '{found}', expected {expected}");

        private string? Line()
        {
            while (true)
            {
                _line++;
                var line = reader.ReadLine();
                if (line is null || (line.Length > 0 && line[0] != '#')) return line;
            }
        }
    }
}
