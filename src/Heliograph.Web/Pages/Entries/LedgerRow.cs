using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Web.Pages.Dossiers;

namespace Heliograph.Web.Pages.Entries;

/// <summary>An entry as a row of the ledger.</summary>
/// <param name="Found">The entry.</param>
/// <param name="Words">Puts its fields into words.</param>
public sealed record LedgerRow(FoundEntry Found, EntryText Words)
{
    private const int Most = 90; // code points of a cell; what is longer is seen when the row opens

    private const int MostParties = 3; // of a cell

    /// <summary>How many independent origins tell the same; null where that cannot be told.</summary>
    public long? Origins { get; init; }

    private Report Report => Found.Report;

    /// <summary>Rows of entries that were found, with all that their words need.</summary>
    public static ImmutableArray<LedgerRow> Of(LedgerStore store, ImmutableArray<FoundEntry> found)
    {
        var wholes = found.Where(one => !one.Entry.Voice.IsEmpty).Select(one => one.Report.Id).Distinct()
            .ToDictionary(id => id, id => store.ReportsOf(id, 1)[0].Entries);
        return
        [
            .. found.Zip(store.OriginsOf(found), (one, origins) => new LedgerRow(one, new(
                one.Report, wholes.GetValueOrDefault(one.Report.Id, [one.Entry]), Passages.Paragraphs(one.Report.Text))) { Origins = origins }),
        ];
    }

    /// <summary>Who acts or speaks, each with the way to the dossier where there is one; of many the first ones.</summary>
    public IEnumerable<(string Name, string? Link)> Actors => Found.Entry switch
    {
        EventEntry told => Linked(told.Actors),
        StatementEntry { Source: { } source } => Linked([source]),
        MentionEntry mention => [(Who, DossierLink.To(mention.Actor))],
        _ => [],
    };

    /// <summary>Whom it befalls, each with the way to the dossier where there is one; of many the first ones.</summary>
    public IEnumerable<(string Name, string? Link)> Recipients => Found.Entry is EventEntry told ? Linked(told.Recipients) : [];

    /// <summary>Who acts or speaks.</summary>
    public string Who => Found.Entry switch
    {
        EventEntry told => Parties(told.Actors),
        StatementEntry said => said.Source is { } source ? Phrases.Who(Report, source) : "",
        MentionEntry mention => Shown.Line(mention.Words.In(Report.Text), Most),
        _ => "",
    };

    /// <summary>What is done, in the report's words.</summary>
    public string Did => Found.Entry switch
    {
        EventEntry told => Shown.Line(told.Trigger.In(Report.Text), Most),
        StatementEntry said => Shown.Line(said.Cue.In(Report.Text), Most),
        _ => "",
    };

    /// <summary>To whom, or what is said.</summary>
    public string Whom => Found.Entry switch
    {
        EventEntry told => Parties(told.Recipients),
        StatementEntry said => Shown.Line(said.Content.In(Report.Text), Most),
        _ => "",
    };

    /// <summary>Who, what and to whom in one line, for those who hear it.</summary>
    public string Brief => Shown.Line($"Words of {string.Join(' ', new[] { Who, Did, Whom }.Where(part => part.Length > 0))}", Most);

    /// <summary>Where.</summary>
    public string Where => Found.Entry switch
    {
        EventEntry { Places: [var place, ..] } => Shown.Line(place.Name ?? place.Words.In(Report.Text), 40) + (place.Country is { } country ? $", {country}" : ""),
        StatementEntry { Venue: { } venue } => Shown.Line(venue.In(Report.Text), 40),
        _ => "",
    };

    /// <summary>The type in the ledger's terms.</summary>
    public string Type => Found.Entry is EventEntry told ? Phrases.Type(told) : Found.Entry.Type ?? Found.Entry.Kind;

    /// <summary>Who tells it: the outlet, or who it quotes.</summary>
    public string SaidBy => Shown.Line(Words.Fields(Found.Entry).FirstOrDefault(row => row.Label == "said by").Value ?? Report.Outlet, 60);

    /// <summary>Who published it.</summary>
    public string Outlet => Shown.Line(Report.Outlet, 60);

    /// <summary>How it stands to the world, in words; empty for what is no event.</summary>
    public string Factuality => Found.Entry is EventEntry told ? Terms.Of(told.Factuality) : "";

    /// <summary>How far it is to be trusted; empty where that is not known.</summary>
    public string Sure => Found.Entry switch
    {
        EventEntry { Confidence: { } sure } => Phrases.Sure(sure),
        StatementEntry { Confidence: { } sure } => Phrases.Sure(sure),
        _ => "",
    };

    private IEnumerable<(string Name, string? Link)> Linked(IReadOnlyCollection<Participant> parties)
    {
        foreach (var one in parties.Take(MostParties)) yield return (Shown.Line(Phrases.Who(Report, one), Most), DossierLink.Of(one));
        if (parties.Count > MostParties) yield return ($"and {parties.Count - MostParties} more", null);
    }

    private string Parties(IEnumerable<Participant> parties) => Shown.Line(string.Join("; ", parties.Select(one => Phrases.Who(Report, one))), Most);
}
