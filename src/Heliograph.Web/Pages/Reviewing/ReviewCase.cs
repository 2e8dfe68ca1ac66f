using System.Collections.Immutable;
using Heliograph.Actors;
using Heliograph.Analysis;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Reviewing;

/// <summary>An entry as it is put before a person: with its report, what was said of it, and what could be said.</summary>
/// <param name="Report">The report and all its entries, as people left them.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Signs">What speaks for a look at it; null where it stands no more.</param>
/// <param name="Said">What people said about it that was not taken back, in the order they said it.</param>
public sealed record ReviewCase(StoredReport Report, Entry Entry, ReviewSigns? Signs, ImmutableArray<Correction> Said)
{
    private const int MostMentions = 60; // of a passage; a longer one is a list
    private const int MostActors = 8;

    /// <summary>The number of the last thing said, which a form sends back so that nobody judges over another's head; 0 for nothing.</summary>
    public long Seen => Said.IsEmpty ? 0 : Said[^1].Number;

    /// <summary>Words of the passage that name someone, each with the spans that a correction is written with.</summary>
    public IEnumerable<(string Words, string Spans)> Mentions
    {
        get
        {
            var text = Report.Report.Text;
            var passage = Passages.Paragraphs(text)(Words.Cover);
            var codePoints = new CodePoints(text);
            return Report.Entries.OfType<MentionEntry>().Where(mention => mention.Words.Cover.Overlaps(passage))
                .Select(mention => (Shown.Line(mention.Words.In(text), 60), Corrections.Anchor(codePoints, mention))).Distinct().Take(MostMentions);
        }
    }

    /// <summary>Who takes part and is known by an id, each once.</summary>
    public IEnumerable<Participant> Known => Parties.Where(party => party.Actor is not null).DistinctBy(party => party.Actor);

    /// <summary>Everybody who takes part.</summary>
    public IEnumerable<Participant> Parties => Entry switch
    {
        EventEntry told => [.. told.Actors, .. told.Recipients],
        StatementEntry { Source: { } source } => [source],
        _ => [],
    };

    /// <summary>The words that a judgement is tied to.</summary>
    public Evidence Words => Reports.MarkedText.Words(Entry);

    /// <summary>Actors that words may mean: of the register, and named in this report; without the one that is asked about.</summary>
    /// <param name="register">The register.</param>
    /// <param name="name">The words.</param>
    /// <param name="who">The id of the one that is asked about.</param>
    public ImmutableArray<(string Id, string Name, string About)> Candidates(ActorRegister register, string name, string? who)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        var registered = ActorSearch.Find(register, words, Report.Report.Published)
            .Select(actor => (actor.Id, Shown.Line(actor.Name, 80), Shown.Line(string.Join(", ", ((string?[])[ActorTerms.Of(actor.Kind), actor.Code, actor.Sector, actor.Id]).OfType<string>()), 100)));
        var named = Report.Entries.OfType<MentionEntry>().Where(mention => mention.Form == MentionForm.Name && mention.Actor.StartsWith("local:", StringComparison.Ordinal))
            .Select(mention => (Id: mention.Actor, Name: Shown.Line(mention.Words.In(Report.Report.Text), 80), About: "named in this report"))
            .Where(actor => words.All(word => actor.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return [.. registered.Concat(named).Where(actor => actor.Item1 != who).DistinctBy(actor => actor.Item1).Take(MostActors)];
    }

    /// <summary>Asks the ledger; null where no entry has this id.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="id">The entry's id or its beginning, 6 hex digits or more.</param>
    public static ReviewCase? Of(LedgerStore store, string id)
    {
        if (id.Length is < 6 or > 32 || !id.All(char.IsAsciiHexDigitLower) || store.Find(id, 2) is not [var (report, entry)] || entry is MentionEntry) return null;
        return new(report, entry, store.SignsOf(entry.Id), [.. store.CorrectionsOf(report.Report, entry).Where(one => !one.Undone)]);
    }
}
