using System.Collections.Immutable;
using Heliograph.Store;
using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>Dossiers of actors and of pairs, and the search for actors.</summary>
internal static class DossierPages
{
    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site)
    {
        PageSite.Door(app.MapGet("/a", (HttpContext context) => site.Guarded(context, () => Find(site, context))), Right.Reader);
        PageSite.Door(app.MapGet("/a/{**id}", (HttpContext context, string id) => site.Guarded(context, () => Actor(site, context, DossierLink.Id(id)))), Right.Reader);
        PageSite.Door(app.MapGet("/pair", (HttpContext context) => site.Guarded(context, () => Pair(site, context))), Right.Reader);
    }

    private static IResult Find(PageSite site, HttpContext context)
    {
        var name = Value(context, "name") ?? "";
        if (Question.Name("name", name) is { } problem) return site.Trouble(context, new(problem.Status, "Name not understood", problem.Detail));
        return new PageAnswer<ActorsPage>(new()
        {
            [nameof(ActorsPage.Name)] = name,
            [nameof(ActorsPage.Found)] = name.Length == 0 ? [] : site.Ledger.Read(store => FoundActor.Named(store, site.Settings.Actors(), name)),
            [nameof(ActorsPage.Visitor)] = site.Visitor(context),
        });
    }

    private static IResult Actor(PageSite site, HttpContext context, string id)
    {
        if (Question.Name("id", id) is { } problem) return site.Trouble(context, new(problem.Status, "Actor not understood", problem.Detail));
        var (time, trouble) = Time(site, context);
        if (trouble is not null) return trouble;
        var register = site.Settings.Actors();
        var view = site.Ledger.Read(store => DossierView.Of(site.Ledger, store, register, id, time!, Value(context, "said"), Value(context, "told"), Value(context, "about")));
        var scope = CodeMeaning.Scope(register, view.Key);
        if (view is { Actor: null, IsEmpty: true } && scope is null && site.Ledger.Read(store => store.Count(new() { Actors = [id] })) == 0)
        {
            return new PageAnswer<ActorsPage>(new()
            {
                [nameof(ActorsPage.Missing)] = id,
                [nameof(ActorsPage.Found)] = FoundActor.Near(register, id),
                [nameof(ActorsPage.Visitor)] = site.Visitor(context),
            }, StatusCodes.Status404NotFound);
        }

        return new PageAnswer<DossierPage>(new()
        {
            [nameof(DossierPage.View)] = view,
            [nameof(DossierPage.Facts)] = view.Actor is { } actor ? RegisterFacts.Of(register, actor) : null,
            [nameof(DossierPage.Scope)] = scope,
            [nameof(DossierPage.Pages)] = Pages(context, "said", "told", "about"),
            [nameof(DossierPage.Today)] = Today(site),
            [nameof(DossierPage.Visitor)] = site.Visitor(context),
        });
    }

    private static IResult Pair(PageSite site, HttpContext context)
    {
        var (time, trouble) = Time(site, context);
        if (trouble is not null) return trouble;
        if ((Value(context, "a"), Value(context, "b")) is not ({ } one, { } other))
        {
            return site.Trouble(context, new(400, "Not said which pair", "Found not both of a= and b=, expected two actors. Add them to the address, such as /pair?a=PAK&b=AFG."));
        }

        if ((Question.Name("a", one) ?? Question.Name("b", other)) is { } problem) return site.Trouble(context, new(problem.Status, "Pair not understood", problem.Detail));
        var register = site.Settings.Actors();
        var view = site.Ledger.Read(store => PairView.Of(store, register, one, other, time!, Value(context, "there"), Value(context, "back")));
        return new PageAnswer<PairPage>(new()
        {
            [nameof(PairPage.View)] = view,
            [nameof(PairPage.Scopes)] = new[] { CodeMeaning.Scope(register, view.One), CodeMeaning.Scope(register, view.Other) }.OfType<string>().Distinct().ToImmutableArray(),
            [nameof(PairPage.Pages)] = Pages(context, "there", "back"),
            [nameof(PairPage.Today)] = Today(site),
            [nameof(PairPage.Visitor)] = site.Visitor(context),
        });
    }

    private static (DossierTime? Time, IResult? Trouble) Time(PageSite site, HttpContext context)
    {
        var (filter, error) = EntryFilter.Parse($"from={Uri.EscapeDataString(Value(context, "from") ?? "")}&until={Uri.EscapeDataString(Value(context, "until") ?? "")}");
        return filter is null ? (null, site.Trouble(context, new(400, "Time not understood", error!))) : (new(filter.From, filter.Until), null);
    }

    private static ImmutableDictionary<string, string> Pages(HttpContext context, params string[] keys) =>
        keys.Select(key => (Key: key, Value: Value(context, key))).Where(page => page.Value is not null).ToImmutableDictionary(page => page.Key, page => page.Value!);

    private static string? Value(HttpContext context, string key) => context.Request.Query[key].ToString().Trim() is { Length: > 0 } value ? value : null;

    private static DateOnly Today(PageSite site) => DateOnly.FromDateTime(site.Settings.Clock.GetUtcNow().UtcDateTime);
}
