using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Places;

namespace Heliograph.Ledger;

/// <summary>Writes the entries of one report for people: the report's sentence with the entry's words marked, then who
/// did what to whom, who says so and how sure they are.</summary>
/// <remarks>Nothing is coloured here; every piece says what it is, and its text is safe to print to a terminal.</remarks>
public sealed class EntryText
{
    private const int LabelWidth = 10; // columns; the longest label and two spaces

    private readonly Report _report;
    private readonly IReadOnlyList<Entry> _entries;
    private readonly Func<TextSpan, TextSpan> _passage;
    private readonly Dictionary<string, StatementEntry> _statements;

    /// <param name="report">The report.</param>
    /// <param name="entries">All its entries, in text order: those that others name in their voice must be among them.</param>
    /// <param name="passage">How much of the text to show around an entry's words; see <see cref="Passages"/>.</param>
    public EntryText(Report report, IReadOnlyList<Entry> entries, Func<TextSpan, TextSpan> passage)
    {
        (_report, _entries, _passage) = (report, entries, passage);
        _statements = entries.OfType<StatementEntry>().ToDictionary(statement => statement.Id, StringComparer.Ordinal);
    }

    /// <summary>The whole report: its heading, its statements and events in text order, and whom it names.</summary>
    /// <param name="warnings">What a reader should know of how the report was read, a sentence each; may be empty.</param>
    public IEnumerable<Piece> All(IReadOnlyList<string> warnings)
    {
        foreach (var piece in Heading()) yield return piece;
        foreach (var warning in warnings) yield return new($"  Note: {Printable.Line(warning)}\n", Mark.Quiet);
        if (warnings.Count > 0) yield return new("\n");
        foreach (var entry in _entries)
        {
            if (entry is MentionEntry) continue; // told together at the end
            foreach (var piece in Of(entry)) yield return piece;
        }

        foreach (var piece in Named()) yield return piece;
    }

    /// <summary>The report's name, headline, outlet and day, and an empty line.</summary>
    public IEnumerable<Piece> Heading()
    {
        string?[] parts =
        [
            _report.Input, _report.Title, _report.Outlet,
            _report.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), _report.Id[..("sha256:".Length + 12)],
        ];
        yield return new(string.Join(" · ", parts.OfType<string>().Select(part => Printable.Line(part))), Mark.Heading);
        yield return new("\n\n");
    }

    /// <summary>The passage that holds an entry's words, in pieces, with those words marked; on one line.</summary>
    public IEnumerable<Piece> Passage(Entry entry) => MarkedPassage.Of(_report.Text, entry, _passage);

    /// <summary>The fields of an entry that hold anything: who, did what, to whom, where, when, who says so and how sure, each on one line.</summary>
    public IEnumerable<(string Label, string Value)> Fields(Entry entry)
    {
        IEnumerable<(string Label, string? Value)> rows = entry switch
        {
            MentionEntry mention => Rows(mention),
            StatementEntry statement => Rows(statement),
            EventEntry told => Rows(told),
            _ => throw new InvalidOperationException($"No text is defined for entries of kind '{entry.Kind}'. Define one here."),
        };
        return rows.Where(row => !string.IsNullOrEmpty(row.Value)).Select(row => (row.Label, Printable.Line(row.Value)));
    }

    /// <summary>One entry: the passage with its words marked, its fields, and an empty line.</summary>
    public IEnumerable<Piece> Of(Entry entry)
    {
        yield return new("  ");
        foreach (var piece in Passage(entry)) yield return piece;
        yield return new("\n");
        foreach (var (label, value) in Fields(entry).Append((entry.Kind, entry.Id[..Math.Min(12, entry.Id.Length)])))
        {
            yield return new("    " + label.PadRight(LabelWidth), Mark.Quiet);
            yield return new(value, label == entry.Kind ? Mark.Quiet : Mark.None);
            yield return new("\n");
        }

        yield return new("\n");
    }

    /// <summary>Where the report comes from, in full: its address and its id.</summary>
    public IEnumerable<Piece> Source()
    {
        if (_report.Url is { } url) yield return new($"  Address: {Printable.Line(url)}\n", Mark.Quiet);
        if (!_report.Authors.IsEmpty) yield return new($"  Authors: {Printable.Line(string.Join(", ", _report.Authors))}\n", Mark.Quiet);
        yield return new($"  Report:  {_report.Id}\n", Mark.Quiet);
    }

    private IEnumerable<Piece> Named()
    {
        var named = _entries.OfType<MentionEntry>().Where(mention => mention.Form == MentionForm.Name)
            .GroupBy(mention => mention.Actor, StringComparer.Ordinal).ToList();
        if (named.Count == 0) yield break;
        yield return new("  Named: ", Mark.Quiet);
        yield return new(string.Join(", ", named.Select(mentions =>
        {
            var fullest = mentions.MaxBy(mention => mention.Words.Cover.Length)!;
            var times = mentions.Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $", {mentions.Count()} times") : "";
            return Printable.Line($"{Words(fullest.Words)} ({fullest.Type}{times})");
        })));
        yield return new("\n\n");
    }

    private static IEnumerable<(string, string?)> Rows(MentionEntry mention) =>
    [
        ("names", mention.Type),
        ("form", Terms.Of(mention.Form)),
        ("actor", mention.Actor),
        ("why", mention.Why),
    ];

    private IEnumerable<(string, string?)> Rows(StatementEntry statement) =>
    [
        ("who", statement.Source is { } source ? $"{Name(source)} ({Terms.Of(statement.Naming)})" : null),
        ("says", $"{Words(statement.Cue)} ({statement.Act}, {Terms.Of(statement.Manner)}{(statement.Polarity is { } polarity ? $", {polarity}" : "")})"),
        ("what", Words(statement.Content)),
        ("where", Words(statement.Venue)),
        ("when", Time(statement.Time)),
        ("said by", Voice(statement.Voice)),
    ];

    private IEnumerable<(string, string?)> Rows(EventEntry told) =>
    [
        ("who", Names(told.Actors)),
        ("did what", $"{Words(told.Trigger)} ({Code(told)}, CAMEO {told.Cameo})"),
        ("to whom", Names(told.Recipients)),
        ("where", string.Join("; ", told.Places.Select(Place))),
        ("when", Time(told.Time)),
        ("killed", Count(told.Killed)),
        ("injured", Count(told.Injured)),
        ("arrested", Count(told.Arrested)),
        ("displaced", Count(told.Displaced)),
        ("said by", Voice(told.Voice)),
        ("how sure", Terms.Of(told.Factuality) + Likelihood(told.Likelihood)),
    ];

    private string Voice(ImmutableArray<string> voice) => voice.IsEmpty
        ? _report.Outlet ?? "the report itself"
        : string.Join(", then ", voice.Select(id => _statements.TryGetValue(id, out var statement)
            ? $"{(statement.Source is { } source ? Name(source) : "somebody")} ({Words(statement.Cue)})"
            : $"statement {id}"));

    private static string Code(EventEntry told) => told.Mode is { } mode ? $"{told.Plover} {mode}" : told.Plover;

    private string Names(ImmutableArray<Participant> participants) => string.Join("; ", participants.Select(Name));

    // "the Afghan capital = Kabul, AFG (34.52, 69.18)"
    private string Place(PlaceReference place)
    {
        var words = Words(place.Words)!;
        if (place.Name is not { } name) return place.Country is { } country ? $"{words}, {country}" : words;
        var said = words.Contains(name, StringComparison.OrdinalIgnoreCase) ? words : $"{words} = {name}";
        if (place.Country is { } within && place.Precision is not PlacePrecision.Country) said += $", {within}";
        return place is { Latitude: { } latitude, Longitude: { } longitude }
            ? string.Create(CultureInfo.InvariantCulture, $"{said} ({latitude:0.00}, {longitude:0.00})")
            : said;
    }

    private string Name(Participant participant)
    {
        var words = Words(participant.Words)!;
        return participant.Name is { } name && !words.Contains(name, StringComparison.OrdinalIgnoreCase) ? $"{words} = {name}" : words;
    }

    private string? Count(Count? count) => count switch
    {
        null => null,
        { Low: { } low, High: { } high } when low == high => Text(low),
        { Low: { } low, High: { } high } => $"{Text(low)} to {Text(high)}",
        { Low: { } low } => $"at least {Text(low)}",
        { High: { } high } => $"at most {Text(high)}",
        _ => Words(count.Words),
    };

    private string Likelihood(Likelihood? likelihood) => likelihood switch
    {
        null => "",
        { Scale: { } scale, Low: { } low, High: { } high } => string.Create(
            CultureInfo.InvariantCulture, $", “{Words(likelihood.Words)}”: {low * 100:0} to {high * 100:0} % by {scale}"),
        _ => $", “{Words(likelihood.Words)}”",
    };

    private string? Time(TimeReference? time) => time switch
    {
        null => null,
        { Interval: { } days } when days.End == days.Start.AddDays(1) => $"{Words(time.Words)} = {Text(days.Start)}",
        { Interval: { } days } => $"{Words(time.Words)} = {Text(days.Start)} to {Text(days.End.AddDays(-1))}",
        _ => Words(time.Words),
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string? Words(Evidence? evidence) => evidence?.In(_report.Text);
}
