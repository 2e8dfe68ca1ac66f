using Heliograph.Actors;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>What a dossier shows of two actors, both ways.</summary>
public sealed record PairView : Dossier
{
    private const int WordsOfPage = 8;

    /// <summary>The id or code of the one.</summary>
    public required string One { get; init; }

    /// <summary>The id or code of the other.</summary>
    public required string Other { get; init; }

    /// <summary>What the one is called.</summary>
    public required string OneName { get; init; }

    /// <summary>What the other is called.</summary>
    public required string OtherName { get; init; }

    /// <summary>What the one does to the other.</summary>
    public required PairSide There { get; init; }

    /// <summary>What the other does to the one.</summary>
    public required PairSide Back { get; init; }

    /// <summary>Asks the ledger.</summary>
    /// <exception cref="LedgerException">A page begins behind an entry that no page gave.</exception>
    public static PairView Of(LedgerStore store, ActorRegister register, string one, string other, DossierTime time, string? there, string? back)
    {
        (one, other) = (register.TryFind(one, out var first) ? first.Id : one, register.TryFind(other, out var second) ? second.Id : other);
        EntryFilter to = time.Of(new() { Kinds = ["event"], By = [one], To = [other] }), from = time.Of(new() { Kinds = ["event"], By = [other], To = [one] });
        var (acts, answers) = (store.Acts(to), store.Acts(from));
        var (places, events) = store.PlacesOf(to, MostEvents);
        var (placesBack, eventsBack) = store.PlacesOf(from, MostEvents);
        return new()
        {
            One = one,
            Other = other,
            OneName = DossierView.NameOf(store, register, one),
            OtherName = DossierView.NameOf(store, register, other),
            Time = time,
            There = new(Strip.Of(acts, answers), acts.Sum(act => act.Count), WordsPage.Of(store, to, there, WordsOfPage)),
            Back = new(Strip.Of(answers, acts), answers.Sum(act => act.Count), WordsPage.Of(store, from, back, WordsOfPage)),
            Places =
            [
                .. places.Concat(placesBack).GroupBy(place => (place.Name, place.Country)).Select(same => same.First() with { Count = same.Sum(place => place.Count) })
                    .OrderByDescending(place => place.Count).ThenBy(place => place.Name, StringComparer.Ordinal),
            ],
            PlacedEvents = events + eventsBack,
            LastEntry = store.LastEntry(),
        };
    }
}
