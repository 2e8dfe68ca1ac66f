using System.Collections.Immutable;
using Heliograph.Actors;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>What a dossier shows of one actor.</summary>
public sealed record DossierView : Dossier
{
    private const int MostPartners = 16; // that a network still shows apart
    private const int WordsOfPage = 6;
    private const int MostSearched = 100; // mentions whose reports are searched for words about the actor

    /// <summary>The id or code that the ledger is asked with.</summary>
    public required string Key { get; init; }

    /// <summary>What the actor is called.</summary>
    public required string Name { get; init; }

    /// <summary>What the register has of it; null for one that only the ledger knows, and for codes.</summary>
    public required Actor? Actor { get; init; }

    /// <summary>Acts it does.</summary>
    public required Strip Given { get; init; }

    /// <summary>Acts it is the recipient of.</summary>
    public required Strip Received { get; init; }

    /// <summary>How many events it acts in.</summary>
    public required long GivenCount { get; init; }

    /// <summary>How many events it is the recipient of.</summary>
    public required long ReceivedCount { get; init; }

    /// <summary>How many statements it is the source of.</summary>
    public required long SaidCount { get; init; }

    /// <summary>The foremost partners, those with most acts first.</summary>
    public required ImmutableArray<PartnerRow> Partners { get; init; }

    /// <summary>How many partners there are in all.</summary>
    public required int PartnerCount { get; init; }

    /// <summary>A page of what it says.</summary>
    public required WordsPage Said { get; init; }

    /// <summary>A page of what is told of it.</summary>
    public required WordsPage Told { get; init; }

    /// <summary>A page of what others say in which it is named.</summary>
    public required WordsPage About { get; init; }

    /// <summary>The words that were taken for it.</summary>
    public required ImmutableArray<NameTally> Names { get; init; }

    /// <summary>Whether the ledger holds nothing of it in this time.</summary>
    public bool IsEmpty => GivenCount + ReceivedCount + SaidCount == 0 && Names.IsEmpty;

    /// <summary>Asks the ledger.</summary>
    /// <param name="ledger">Keeps what is counted.</param>
    /// <param name="store">The ledger.</param>
    /// <param name="register">Who is who.</param>
    /// <param name="key">An id or a code.</param>
    /// <param name="time">The time that is asked for.</param>
    /// <param name="saidAfter">Where the page of what it says begins; null for the first.</param>
    /// <param name="toldAfter">Where the page of what is told of it begins; null for the first.</param>
    /// <param name="aboutAfter">Where the page of what others say begins; null for the first.</param>
    /// <exception cref="LedgerException">A page begins behind an entry that no page gave.</exception>
    public static DossierView Of(LedgerPool ledger, LedgerStore store, ActorRegister register, string key, DossierTime time, string? saidAfter, string? toldAfter, string? aboutAfter)
    {
        register.TryFind(key, out var actor);
        if (actor is not null) key = actor.Id;
        EntryFilter source = time.Of(new() { Kinds = ["statement"], Sources = [key] }), anyone = time.Of(new() { Kinds = ["event"], Actors = [key] });
        var (given, received, to, from, said) = ledger.View(store, "ties", time.Of(new() { Actors = [key] }), (asked, its) => asked.Ties(its));
        var partners = Merged(to, from);
        var names = store.NamesOf(key, time.From, time.Until, MostMentions);
        var (places, events) = store.PlacesOf(anyone, MostEvents);
        return new()
        {
            Key = key,
            Name = NameOf(store, register, key),
            Actor = actor,
            Time = time,
            Given = Strip.Of(given, received),
            Received = Strip.Of(received, given),
            GivenCount = given.Sum(one => one.Count),
            ReceivedCount = received.Sum(one => one.Count),
            SaidCount = said,
            Partners = [.. partners.Take(MostPartners).Select(one => one with { Name = NameOf(store, register, one.Key) })],
            PartnerCount = partners.Count,
            Said = WordsPage.Of(store, source, saidAfter, WordsOfPage),
            Told = WordsPage.Of(store, anyone, toldAfter, WordsOfPage),
            About = WordsPage.Of(store, store.StatementsAbout(key, time.From, time.Until, MostSearched), aboutAfter, WordsOfPage),
            Names = names,
            Places = places,
            PlacedEvents = events,
            LastEntry = store.LastEntry(),
        };
    }

    /// <summary>What someone is called: by the register, by what its code means, by what entries call it.</summary>
    public static string NameOf(LedgerStore store, ActorRegister register, string key) =>
        register.TryFind(key, out var actor) ? actor.Name : CodeMeaning.Of(register, key) ?? store.NameOf(key) ?? key;

    private static List<PartnerRow> Merged(ImmutableArray<Partner> given, ImmutableArray<Partner> received)
    {
        var rows = new Dictionary<string, PartnerRow>(StringComparer.Ordinal);
        foreach (var one in given) rows[one.Key] = new(one.Key, "", one.Cooperation, one.Conflict, 0, 0);
        foreach (var one in received)
        {
            var row = rows.GetValueOrDefault(one.Key) ?? new(one.Key, "", 0, 0, 0, 0);
            rows[one.Key] = row with { ReceivedCooperation = one.Cooperation, ReceivedConflict = one.Conflict };
        }

        return
        [
            .. given.Concat(received).Where(one => one.IsNarrowest).Select(one => one.Key).Distinct().Select(key => rows[key])
                .OrderByDescending(row => row.Cooperation + row.Conflict).ThenBy(row => row.Key, StringComparer.Ordinal),
        ];
    }
}
