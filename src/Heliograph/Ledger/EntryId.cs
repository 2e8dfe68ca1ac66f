using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Heliograph.Documents;

namespace Heliograph.Ledger;

/// <summary>Names entries and actors by what they are, so that the same words give the same id on every machine.</summary>
/// <remarks>
/// An id is the first 32 hex digits (128 bits) of the SHA-256 of UTF-8 lines <c>field value</c>, each ended by a line
/// feed: the report, the kind, the voice, then each field that is there, in the order of the ledger's lines. Spans are
/// <c>start-end</c> in Unicode code points, parted by commas. Who is meant is left out, and all that comes of it (names,
/// codes, sectors, what a mention names): the words stay the same entry when the register learns more. So is what only
/// explains an entry (its rule, a copy of the words, the days that words of time mean).
/// </remarks>
internal sealed class EntryId(CodePoints codePoints)
{
    private readonly StringBuilder _lines = new();

    /// <summary>The id of an entry, whatever id it carries now.</summary>
    public string Of(Entry entry)
    {
        _lines.Clear();
        Add("report", entry.Report).Add("kind", entry.Kind);
        if (entry is not MentionEntry) Add("voice", string.Join(',', entry.Voice));
        return entry switch
        {
            MentionEntry mention => Hash(Add(mention)),
            StatementEntry statement => Hash(Add(statement)),
            EventEntry told => Hash(Add(told)),
            _ => throw new InvalidOperationException($"No id is defined for entries of kind '{entry.Kind}'. Define one here."),
        };
    }

    /// <summary>The id of an actor that no register knows, within one report.</summary>
    /// <param name="reportId">The report it is named in.</param>
    /// <param name="key">What tells it apart there, such as its name.</param>
    public static string OfActor(string reportId, string key) => "local:" + Hash($"report {reportId}\nactor {key}\n");

    private EntryId Add(MentionEntry mention) => Add("spans", mention.Words).Add("form", Terms.Of(mention.Form));

    private EntryId Add(StatementEntry statement) => Add("source", statement.Source)
        .Add("naming", Terms.Of(statement.Naming)).Add("cue", statement.Cue).Add("content", statement.Content)
        .Add("manner", Terms.Of(statement.Manner)).Add("act", statement.Act)
        .Add("venue", statement.Venue).Add("time", statement.Time?.Words).Add("polarity", statement.Polarity);

    private EntryId Add(EventEntry told)
    {
        Add("type", told.Plover).Add("mode", told.Mode).Add("contexts", string.Join(',', told.Contexts));
        Add("cameo", told.Cameo).Add("trigger", told.Trigger);
        foreach (var actor in told.Actors) Add("actor", actor);
        foreach (var recipient in told.Recipients) Add("recipient", recipient);
        foreach (var place in told.Places) Add("place", place.Words).Add("place.name", place.Name).Add("place.country", place.Country);
        Add("time", told.Time?.Words).Add("factuality", Terms.Of(told.Factuality)).Add("likelihood", told.Likelihood?.Words);
        return Add("killed", told.Killed).Add("injured", told.Injured).Add("arrested", told.Arrested).Add("displaced", told.Displaced);
    }

    private EntryId Add(string field, Participant? participant) => Add(field, participant?.Words);

    private EntryId Add(string field, Count? count) => count is null
        ? this
        : Add(field, count.Words)
            .Add(field + ".low", count.Low?.ToString(CultureInfo.InvariantCulture))
            .Add(field + ".high", count.High?.ToString(CultureInfo.InvariantCulture));

    private EntryId Add(string field, Evidence? words) => words is null ? this : Add(field, Spans(words.Spans));

    private EntryId Add(string field, string? value)
    {
        if (value is not null) _lines.Append(field).Append(' ').Append(value).Append('\n');
        return this;
    }

    private string Spans(ImmutableArray<TextSpan> spans) => string.Join(',', spans.Select(span => string.Create(
        CultureInfo.InvariantCulture, $"{codePoints.FromCodeUnits(span.Start)}-{codePoints.FromCodeUnits(span.End)}")));

    private static string Hash(EntryId lines) => Hash(lines._lines.ToString());

    private static string Hash(string lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)).AsSpan(0, 16));
}
