using System.Collections.Immutable;
using Heliograph.Actors;
using Heliograph.Store;
using Heliograph.Web.Pages.Dossiers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Api;

/// <summary><c>/api/v1/actors/{id}/dossier</c> and <c>/api/v1/pairs</c>: what the pages of dossiers show.</summary>
internal static class DossierDoors
{
    private const int MostPartners = 200;

    /// <summary>Opens the doors.</summary>
    public static void Map(RouteGroupBuilder api, LedgerPool ledger, WebSettings settings)
    {
        api.MapGet("/actors/{id}/dossier", (string id, string? from, string? until) => One(ledger, settings.Actors(), DossierLink.Id(id), from, until))
            .Is<DossierBody>("getDossier", "All that is told of an actor, or of a code such as AFG:REB: acts by month and class, partners, names, places", problems: [400, 404, 503]);
        api.MapGet("/pairs", (string? a, string? b, string? from, string? until) => Pair(ledger, settings.Actors(), a, b, from, until))
            .Is<PairBody>("getPair", "What two actors do to each other, by month and class, and where", problems: [400, 503]);
    }

    private static IResult One(LedgerPool ledger, ActorRegister register, string id, string? from, string? until)
    {
        var (time, problem) = Time(from, until);
        if (problem is not null) return problem.Answer();
        var key = register.TryFind(id, out var actor) ? actor.Id : id;
        return ledger.Read<IResult>(store =>
        {
            var anyone = time! with { Actors = [key] };
            var ties = ledger.View(store, "ties", anyone, (asked, its) => asked.Ties(its));
            var names = store.NamesOf(key, time.From, time.Until, Dossier.MostMentions);
            if (actor is null && CodeMeaning.Of(register, key) is null && ties is { Given.IsEmpty: true, Received.IsEmpty: true, Said: 0 } && names.IsEmpty && store.Count(new() { Actors = [key] }) == 0)
            {
                return Problems.Missing("actor", $"no actor '{id}', neither in the register nor in the ledger", "the id of one, or a code", "Look for actors with /api/v1/actors?name=").Answer();
            }

            return new Answer<DossierBody>(new(
                key, DossierView.NameOf(store, register, key), actor is null ? null : ActorDoors.Row(register, actor, null), CodeMeaning.Scope(register, key),
                Acts(ties.Given), Acts(ties.Received), ties.Said, Partners(ties.To), Partners(ties.From),
                [.. names.Select(name => new DossierName(name.Words, name.Form, name.Why, name.Count, name.Example))],
                Places(store.PlacesOf(anyone with { Kinds = ["event"] }, Dossier.MostEvents).Places)));
        });
    }

    private static IResult Pair(LedgerPool ledger, ActorRegister register, string? a, string? b, string? from, string? until)
    {
        var (time, problem) = Time(from, until);
        if (string.IsNullOrWhiteSpace(a) || string.IsNullOrWhiteSpace(b)) problem ??= Problems.Of(400, "Not said which pair", "not both of a= and b=", "two actors", "Add them to the address, such as ?a=PAK&b=AFG");
        if (problem is not null) return problem.Answer();
        var (one, other) = (register.TryFind(a!, out var first) ? first.Id : a!, register.TryFind(b!, out var second) ? second.Id : b!);
        return ledger.Read<IResult>(store =>
        {
            EntryFilter there = time! with { By = [one], To = [other] }, back = time with { By = [other], To = [one] };
            return new Answer<PairBody>(new(
                one, DossierView.NameOf(store, register, one), other, DossierView.NameOf(store, register, other), Acts(store.Acts(there)), Acts(store.Acts(back)),
                Places(store.PlacesOf(there, Dossier.MostEvents).Places), Places(store.PlacesOf(back, Dossier.MostEvents).Places)));
        });
    }

    private static ImmutableArray<DossierActs> Acts(ImmutableArray<ActTally> acts) =>
        [.. acts.Select(one => new DossierActs(one.Month.Length > 0 ? one.Month : null, one.Quad, ActClass.All[ActClass.Of(one)].Name, one.Factuality, one.Voiced ? "source" : "outlet", one.Count))];

    private static ImmutableArray<DossierPartner> Partners(ImmutableArray<Partner> partners) =>
    [
        .. partners.Where(one => one.IsNarrowest).OrderByDescending(one => one.Cooperation + one.Conflict).ThenBy(one => one.Key, StringComparer.Ordinal)
            .Take(MostPartners).Select(one => new DossierPartner(one.Key, one.Cooperation, one.Conflict)),
    ];

    private static ImmutableArray<DossierPlace> Places(ImmutableArray<PlaceTally> places) =>
        [.. places.Select(place => new DossierPlace(place.Name, place.Country, place.Latitude, place.Longitude, place.Precision, place.Count, place.Example))];

    private static (EntryFilter? Filter, ProblemBody? Problem) Time(string? from, string? until) => Question.Filter(string.Join('&', new[]
    {
        string.IsNullOrEmpty(from) ? null : "from=" + Uri.EscapeDataString(from), string.IsNullOrEmpty(until) ? null : "until=" + Uri.EscapeDataString(until),
    }.OfType<string>()));
}
