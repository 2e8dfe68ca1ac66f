using System.Collections.Immutable;
using Heliograph.Store;
using Heliograph.Web.Pages;
using Heliograph.Web.Pages.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Api;

/// <summary><c>/api/v1/timeline</c>, <c>/api/v1/network</c> and <c>/api/v1/places</c>: what the views of the ledger draw.</summary>
internal static class ViewDoors
{
    /// <summary>Opens the doors.</summary>
    public static void Map(RouteGroupBuilder api, LedgerPool ledger)
    {
        api.MapGet("/timeline", (HttpContext context) => Asked(context, ledger, (store, filter) => Body(TimelineView.Of(store, filter))))
            .Is<Timeline>("getTimeline", "Events over time by class and standing; days, weeks, months or years by the span", isFiltered: true, problems: [400, 503]);
        api.MapGet("/network", (HttpContext context) => Asked(context, ledger, (store, filter) => Body(NetworkView.Of(store, filter))))
            .Is<Network>("getNetwork", "Who does what to whom: the busiest actors and pairs", isFiltered: true, problems: [400, 503]);
        api.MapGet("/places", (HttpContext context) => Asked(context, ledger, (store, filter) => Body(MapView.Of(store, filter))))
            .Is<PlaceList>("getPlaces", "Where events were: places with coordinates, and how many events name them", isFiltered: true, problems: [400, 503]);
    }

    private static IResult Asked<T>(HttpContext context, LedgerPool ledger, Func<LedgerStore, EntryFilter, T> ask)
        where T : notnull
    {
        var (filter, problem) = Question.Filter(context.Request.QueryString.Value ?? "", "sort", "after");
        return problem is not null ? problem.Answer() : new Answer<T>(ledger.Read(store => ledger.View(store, typeof(T).Name, filter!, ask)));
    }

    private static Timeline Body(TimelineView view) => new(
        view.Step.ToString().ToLowerInvariant(),
        [
            .. view.Columns.Where(column => column.Total > 0).Select(column => new TimelineColumn(
                Phrases.Day(column.From), Phrases.Day(column.Until), column.Total, Of(column, Standing.Asserted), Of(column, Standing.Open),
                Of(column, Standing.Reported), Of(column, Standing.Denied))),
        ],
        view.Undated, view.Earlier, view.Later);

    private static ImmutableArray<long> Of(TimeColumn column, Standing standing) => [.. Quad.All.Select(quad => column[quad, standing])];

    private static Network Body(NetworkView view) => new(
        [.. view.Actors.Select(actor => new NetworkNode(actor.Called.Id, actor.Called.Name, actor.Called.Code, actor.Called.Sector, actor.Did, actor.Got))],
        [.. view.Pairs.Select(pair => new NetworkEdge(pair.Actor, pair.Recipient, pair.Total, pair.Counts))],
        view.Told, view.MoreActors, view.MorePairs);

    private static PlaceList Body(MapView view) => new(
        [.. view.Places.Select(place => new PlaceRow(place.Name, place.Country, place.Precision, place.Latitude, place.Longitude, place.Count, place.Conflicts))], view.More);
}
