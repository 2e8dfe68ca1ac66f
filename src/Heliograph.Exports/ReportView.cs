using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Language;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>A report and its entries as exports look at them: offsets in code points, sentences, voices.</summary>
internal sealed class ReportView
{
    private static readonly Lazy<Segmenter> Sentences = new(Segmenter.Load);

    private readonly CodePoints _codePoints;
    private readonly Dictionary<string, StatementEntry> _statements;
    private readonly Lazy<TextSpan[]> _sentences;
    private readonly Lazy<Dictionary<string, MentionType?>> _types;
    private readonly Lazy<Dictionary<string, string>> _called;
    private readonly Lazy<int> _lead;

    public ReportView(ReportEntries told, ImmutableArray<Entry> entries)
    {
        (Report, Entries, All) = (told.Report, entries, told.All);
        _codePoints = new(told.Report.Text);
        _statements = told.All.OfType<StatementEntry>().DistinctBy(statement => statement.Id).ToDictionary(statement => statement.Id, StringComparer.Ordinal);
        _sentences = new(() =>
        {
            var cut = Sentences.Value.Segment(told.Report.Text);
            return [.. cut.Sentences.Where(run => run.Length > 0).Select(run => cut.Tokens[run.Start].Cover(cut.Tokens[run.End - 1]))];
        });
        _types = new(() => All.OfType<MentionEntry>().DistinctBy(mention => mention.Actor).ToDictionary(mention => mention.Actor, mention => mention.Names, StringComparer.Ordinal));
        _called = new(() => All.OfType<MentionEntry>().Where(mention => !Pronouns.Is(Words(mention.Words))).OrderBy(mention => mention.Form)
            .DistinctBy(mention => mention.Actor).ToDictionary(mention => mention.Actor, mention => Words(mention.Words), StringComparer.Ordinal));
        _lead = new(LeadEnd);
    }

    private ReportView(ReportView whole, ImmutableArray<Entry> entries)
    {
        (Report, Entries, All) = (whole.Report, entries, whole.All);
        (_codePoints, _statements, _sentences, _types, _called, _lead) = (whole._codePoints, whole._statements, whole._sentences, whole._types, whole._called, whole._lead);
    }

    public Report Report { get; }

    /// <summary>The entries to write, in text order.</summary>
    public ImmutableArray<Entry> Entries { get; }

    /// <summary>Every entry of the report, in text order.</summary>
    public ImmutableArray<Entry> All { get; }

    /// <summary>The same report, of which other entries are to be written; what was found in it is not looked for again.</summary>
    public ReportView With(ImmutableArray<Entry> entries) => entries == Entries ? this : new(this, entries);

    /// <summary>The length of the text. Unit: code points.</summary>
    public int Length => At(Report.Text.Length);

    /// <summary>The address of the report, where it is one on the web.</summary>
    public string? Url => Uri.TryCreate(Report.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;

    /// <summary>The offset in code points of an offset in code units.</summary>
    public int At(int codeUnit) => _codePoints.FromCodeUnits(codeUnit);

    /// <summary>The words themselves.</summary>
    public string Words(Evidence words) => words.In(Report.Text);

    /// <summary>The spans of words in code points, as <c>12-20,31-40</c>.</summary>
    public string Spans(Evidence words) => string.Join(
        ',', words.Spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{At(span.Start)}-{At(span.End)}")));

    /// <summary>The whole sentences that hold a stretch of the text.</summary>
    public TextSpan Passage(TextSpan words)
    {
        var passage = words;
        for (var i = SentenceOf(words.Start) - 1; i < _sentences.Value.Length && _sentences.Value[i].Start < words.End; i++)
        {
            if (_sentences.Value[i].Overlaps(words)) passage = passage.Cover(_sentences.Value[i]);
        }

        return passage;
    }

    /// <summary>The number of the sentence that holds an offset, from 1.</summary>
    public int SentenceOf(int codeUnit)
    {
        var (low, high) = (0, _sentences.Value.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_sentences.Value[middle].Start <= codeUnit) low = middle;
            else high = middle - 1;
        }

        return low + 1;
    }

    /// <summary>Whether an offset stands in the first paragraph, or in the headline before it.</summary>
    public bool IsInLead(int codeUnit) => codeUnit < _lead.Value;

    /// <summary>What the first mention of an actor in the report names; null where none does, or where it does not tell.</summary>
    public MentionType? Names(string? actor) => actor is null ? null : _types.Value.GetValueOrDefault(actor);

    /// <summary>The statements that an entry is told in, outermost first; those that are not known are passed over.</summary>
    public IEnumerable<StatementEntry> Voice(Entry entry) =>
        entry.Voice.Select(id => _statements.GetValueOrDefault(id)).OfType<StatementEntry>();

    /// <summary>Who tells an entry, outermost first, by name or by the report's words; empty for the outlet itself.</summary>
    public IEnumerable<string> Speakers(Entry entry) => Voice(entry).Select(statement => (statement.Source is { } source ? Name(source) : null) ?? "unnamed");

    /// <summary>Whether a source that an entry is told by denies it, or is told not to have said it.</summary>
    public bool IsDenied(Entry entry) => Voice(entry).Any(statement => statement.Polarity is not null || statement.Act == "deny");

    /// <summary>What a participant is called: the actor's name, or else the words; where those are a pronoun, the first name or description that
    /// the report has of the same actor, and null where it has none.</summary>
    public string? Name(Participant participant)
    {
        if (participant.Name is { } name) return name;
        var words = Words(participant.Words);
        return !Pronouns.Is(words) ? words : participant.Actor is { } actor ? _called.Value.GetValueOrDefault(actor) : null;
    }

    /// <summary>The same for people to read: a pronoun that stands for nobody the report names stays as it is.</summary>
    public string NameOrWords(Participant participant) => Name(participant) ?? Words(participant.Words);

    /// <summary>Those to whom an event was done, less those who are its actors as well: between someone and themselves there is no relation.</summary>
    public static IEnumerable<Participant> Recipients(EventEntry told) => told.Recipients.Where(one => !told.Actors.Any(other => IsSame(one, other)));

    private static bool IsSame(Participant one, Participant other) =>
        (one.Actor is not null && one.Actor == other.Actor) || (one.Name is not null && one.Name == other.Name) || one.Words.Spans.SequenceEqual(other.Words.Spans);

    private int LeadEnd()
    {
        var text = Report.Text.AsSpan();
        var start = Report.TitleSpan?.End ?? 0;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        var length = text[start..].IndexOf("\n\n");
        return length < 0 ? text.Length : start + length;
    }
}
