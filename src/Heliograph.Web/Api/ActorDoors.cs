using Heliograph.Actors;
using Heliograph.Ledger;
using Heliograph.Reading;
using Heliograph.Store;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Api;

/// <summary><c>/api/v1/actors</c>.</summary>
internal static class ActorDoors
{
    private const int MostActors = 200;
    private const int EntriesForNames = 50;

    /// <summary>Opens the doors.</summary>
    public static void Map(RouteGroupBuilder api, LedgerPool ledger, WebSettings settings)
    {
        api.MapGet("/actors", (string? name, string? at) => Find(settings.Actors(), name, at))
            .Is<ActorList>("findActors", "Actors of the register by name, or by office and day", problems: [400]);
        api.MapGet("/actors/{id}", (string id, string? at) => One(ledger, settings.Actors(), id, at))
            .Is<ActorPage>("getActor", "One actor: what the register has of it, and how often the ledger names it", problems: [400, 404, 503]);
        api.MapPost("/actors/{id}/merge", (HttpContext context, string id) => Merge(context, ledger, settings, id))
            .Accepts<MergeRequest>("application/json")
            .Is<CorrectionKept>(
                "mergeActor", "Say that an actor is another one; take it back with DELETE /api/v1/corrections/{n}", Right.Editor,
                status: StatusCodes.Status201Created, problems: [400, 401, 403, 415, 503]);
    }

    /// <summary>The actors of a name, or what is wrong with the question.</summary>
    public static IResult Find(ActorRegister register, string? name, string? at)
    {
        var (day, problem) = Day(at);
        if (string.IsNullOrWhiteSpace(name)) problem ??= Problems.Of(400, "Not said whom", "no name", "name=", "Add a name to the address, such as ?name=prime minister Pakistan");
        problem ??= Question.Name("name", name);
        if (problem is not null) return problem.Answer();
        var found = ActorSearch.Find(register, name!.Split(' ', StringSplitOptions.RemoveEmptyEntries), day);
        return new Answer<ActorList>(new([.. found.Take(MostActors).Select(actor => Row(register, actor, day))]));
    }

    private static IResult One(LedgerPool ledger, ActorRegister register, string id, string? at)
    {
        var (day, problem) = Day(at);
        if (problem is not null) return problem.Answer();
        register.TryFind(id, out var actor);
        var wanted = actor?.Id ?? id;
        var filter = new EntryFilter { Actors = [wanted] };
        var (count, names) = ledger.Read(store => (
            store.Count(filter),
            store.Search(filter, EntrySort.Newest, null, EntriesForNames).Entries.SelectMany(found => Names(found.Entry, wanted)).Distinct().ToList()));
        return actor is null && count == 0
            ? Problems.Missing("actor", $"no actor '{id}', neither in the register nor in the ledger", "the id of one", "Look for actors with /api/v1/actors?name=").Answer()
            : new Answer<ActorPage>(new(
                wanted, actor is null ? null : Row(register, actor, day), [.. names], count, "/api/v1/entries?actor=" + Uri.EscapeDataString(wanted)));
    }

    private static async Task<IResult> Merge(HttpContext context, LedgerPool ledger, WebSettings settings, string id)
    {
        var (body, problem) = await Bodies.Read<MergeRequest>(context);
        if (problem is not null) return problem.Answer();
        if (string.IsNullOrWhiteSpace(body!.Into) || body.Into == id)
        {
            return Problems.Of(400, "Not said which actor it is", $"into '{body.Into}'", "the id of another actor", "Look for actors with /api/v1/actors?name=").Answer();
        }

        var number = ledger.Write(store => store.CorrectActor(CorrectionDoors.Said(context, settings, body.By, body.Reason) with
        {
            Kind = "actor",
            Anchor = id,
            Verb = CorrectionVerb.Merge,
            Value = body.Into,
        }));
        return new Answer<CorrectionKept>(new(number), status: StatusCodes.Status201Created);
    }

    private static IEnumerable<string> Names(Entry entry, string id)
    {
        IEnumerable<Participant?> participants = entry switch
        {
            EventEntry told => [.. told.Actors, .. told.Recipients],
            StatementEntry statement => [statement.Source],
            _ => [],
        };
        return participants.Where(one => one?.Actor == id).Select(one => one?.Name).OfType<string>();
    }

    /// <summary>An actor as the register has it.</summary>
    public static ActorRow Row(ActorRegister register, Actor actor, DateOnly? at) => new(
        actor.Id, ActorTerms.Of(actor.Kind), actor.Name, [.. actor.Aliases.Select(alias => alias.ToString())], actor.Countries, actor.Code,
        actor.Sector, actor.Cameo, [.. actor.Parents.Select(parent => parent.Parent)],
        [
            .. register.OfficesOf(actor.Id).Where(tenure => at is not { } day || tenure.Period.MayHold(day)).Select(tenure => new OfficeRow(
                tenure.Office, tenure.Period.From?.ToString(), tenure.Period.To?.ToString(), tenure.Period.Known?.ToString())),
        ]);

    private static (DateOnly? Day, ProblemBody? Problem) Day(string? at)
    {
        if (string.IsNullOrEmpty(at)) return (null, null);
        return DateText.TryParse(at, out var day)
            ? (day, null)
            : (null, Problems.Of(400, "Day not understood", $"at={at}", "a day such as 2031-05-02", "Write year, month and day in this order"));
    }
}
