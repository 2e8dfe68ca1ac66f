using System.Collections.Immutable;
using Heliograph.Actors;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>An actor that a search found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="What">What it is, in a few words.</param>
public sealed record FoundActor(string Id, string Name, string What)
{
    private const int MostOfRegister = 40, MostOfLedger = 20;
    private const int LeastOfWord = 3; // letters; shorter words are near to everything

    /// <summary>Those of the register that bear a name, and those that only the ledger knows.</summary>
    public static ImmutableArray<FoundActor> Named(LedgerStore? store, ActorRegister register, string name) =>
    [
        .. ActorSearch.Find(register, name.Split(' ', StringSplitOptions.RemoveEmptyEntries), null).Take(MostOfRegister).Select(actor => Of(register, actor)),
        .. (store?.LocalActors(name, MostOfLedger) ?? []).Select(one => new FoundActor(one.Key, one.Name, $"named in one report, {Phrases.Count(one.Count, "entry", "entries")}")),
    ];

    /// <summary>Those whose names hold a word of an id that nobody has.</summary>
    public static ImmutableArray<FoundActor> Near(ActorRegister register, string id)
    {
        var words = id.Split(['-', ' ', '/', ':', '_', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= LeastOfWord).ToList();
        foreach (var tried in new[] { string.Join(' ', words) }.Concat(words.OrderByDescending(word => word.Length)))
        {
            for (var length = tried.Length; length >= Math.Max(LeastOfWord, tried.Length - 3); length--) // a letter too many, or a wrong one near the end
            {
                if (Named(null, register, tried[..length]) is { IsEmpty: false } found) return [.. found.Take(12)];
            }
        }

        return [];
    }

    private static FoundActor Of(ActorRegister register, Actor actor) => new(actor.Id, actor.Name, string.Join(" · ", RegisterFacts.Of(register, actor).Brief));
}
