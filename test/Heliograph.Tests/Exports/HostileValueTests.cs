using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Heliograph.Documents;
using Heliograph.Exports;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Places;

namespace Heliograph.Tests.Exports;

/// <summary>One hostile value in every place that a text can stand in, in every format.</summary>
public class HostileValueTests
{
    private const string LongWordName = "a word of 100,000 letters";

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["tabs"] = "\tone\ttwo",
        ["line breaks"] = "\r\none\ntwo\r\u2028three\u0085",
        ["NUL"] = "\0one\0",
        ["a formula"] = "=cmd()|'/C calc'!A0",
        ["a formula behind a space"] = " =1+1",
        ["an at sign"] = "@SUM(A1)",
        ["a plus"] = "+1",
        ["a minus"] = "-1+1",
        ["marks of direction"] = "\u202Eeno\u2066two\u2069",
        ["the first half of a pair"] = "one\uD83D two",
        ["the second half of a pair"] = "\uDE80one",
        ["quotation marks"] = "\"one\",\"\"two\";'|",
        ["markup"] = "<script>]]>&amp;</script>",
        ["no characters"] = "\uFFFE\uFFFF\uFEFF",
        ["an escape sequence"] = "\u001b[2Jone\u007f\u0090",
        [LongWordName] = new('w', 100_000),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var format in Export.Formats) foreach (var value in Values.Keys) cases.Add(format.Name, value);
            return cases;
        }
    }

    public static TheoryData<string> Names => [.. Export.Formats.Select(format => format.Name).Where(name => name != "parquet")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Stays_whole_and_safe(string name, string value)
    {
        var told = Of(Values[value]);
        var exported = Exported.As(name, all: true, [told]);

        Assert.Equal(told.Entries.Length, exported.Counts.Written + exported.Counts.LeftOut.Sum(left => left.Count));
        Assert.True(exported.Counts.Written > 0);
        foreach (var (file, bytes) in exported.Files)
        {
            if (name == "parquet") continue; // holds every text as it stands, and is no text itself
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            if (name != "brat") Assert.DoesNotContain(text, letter => letter is '\0' or '\u001b' or '\u0085' or '\u2028' or '\u202E' or '\u2066' or '\uFEFF');
            if (name is not ("brat" or "jsonl" or "json")) Assert.DoesNotContain(text, letter => letter is '\uFFFE' or '\uFFFF'); // JSON may hold them, and these give back what was read
            if (file == "datapackage.json")
            {
                JsonDocument.Parse(bytes).Dispose();
                continue;
            }

            switch (name)
            {
                case "jsonl": Assert.All(exported.Lines(file), line => JsonDocument.Parse(line).Dispose()); break;
                case "atom": XDocument.Parse(text); break;
                case "csv" or "acled": Tabular(text.Split("\r\n")[..^1].Select(CsvLine.Cells)); break;
                case "tsv" or "gdelt" or "polecat": Tabular(exported.Lines(file).Select(line => line.Split('\t'))); break;
                case "brat" when file.EndsWith(".ann", StringComparison.Ordinal): Assert.Equal(text, BratDocument.Parse(text).ToString()); break;
                case "brat": break; // the report's own text, as the words of its annotations must be; and the configuration
                default: JsonDocument.Parse(bytes).Dispose(); break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cuts_no_word_however_long(string name)
    {
        var word = Values[LongWordName];
        var exported = Exported.As(name, all: true, [Of(word)]);

        Assert.Contains(exported.Files.Keys, file => exported.Text(file).Contains(name == "gdelt" ? word.ToUpperInvariant() : word, StringComparison.Ordinal));
    }

    private static void Tabular(IEnumerable<IReadOnlyList<string>> lines)
    {
        var rows = lines.ToList();
        Assert.Single(rows.Select(cells => cells.Count).Distinct());
        Assert.All(rows.SelectMany(cells => cells), cell => Assert.True(
            cell.TrimStart() is not ['=' or '+' or '-' or '@', ..] || double.TryParse(cell, CultureInfo.InvariantCulture, out _), cell));
        Assert.All(rows.SelectMany(cells => cells), cell => Assert.DoesNotContain(cell, char.IsControl));
    }

    private static ReportEntries Of(string value)
    {
        var report = new Report($"Before {value} after.") { Input = value, Title = value, Outlet = value, Authors = [value], Url = "https://a.example/" + value, Published = new(2031, 5, 7) };
        Evidence Words(int start, int length) => new(report, [new(start, length)]);
        var (words, cue) = (Words(7, 7 + value.Length), Words(0, 6));
        var who = new Participant(words, value, value, "ROU", "MIL");
        var review = new Review("accepted", value, DateTimeOffset.UnixEpoch, [("who", value)]);
        return new(report,
        [
            new MentionEntry { Id = Id(1), Report = report.Id, Words = words, Names = MentionType.Person, Form = MentionForm.Name, Actor = value, Why = value, Review = review },
            new StatementEntry
            {
                Id = Id(2), Report = report.Id, Source = who, Naming = Naming.Named, Cue = cue, Content = words, Manner = Manner.Direct, Act = "say", Rule = value, Review = review,
            },
            new EventEntry
            {
                Id = Id(3), Report = report.Id, Voice = [Id(2)], Plover = "ASSAULT", Mode = value, Contexts = [value], Cameo = "190", Trigger = cue, Actors = [who], Recipients = [who],
                Places = [new(words, value, "CHE", 46.25, -7.5, PlacePrecision.City)], Factuality = Factuality.Happened, Rule = value, Review = review,
            },
        ]);
    }

    private static string Id(int number) => new((char)('0' + number), 32);
}
