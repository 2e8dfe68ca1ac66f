using Heliograph.Ledger;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Api;

/// <summary>What people say about entries: <c>/api/v1/corrections</c> and <c>/api/v1/entries/{id}/corrections</c>.</summary>
internal static class CorrectionDoors
{
    /// <summary>Opens the doors.</summary>
    public static void Map(RouteGroupBuilder api, LedgerPool ledger, WebSettings settings)
    {
        api.MapGet("/corrections", () => List(ledger))
            .Is<CorrectionList>("listCorrections", "What people said about entries and actors, in the order they said it", problems: [503]);
        api.MapPost("/entries/{id}/corrections", (HttpContext context, string id) => Correct(context, ledger, settings, id))
            .Accepts<CorrectionRequest>("application/json")
            .Is<CorrectionKept>(
                "correctEntry", "Accept, reject or change an entry; it holds after every re-reading", Right.Editor,
                status: StatusCodes.Status201Created, problems: [400, 401, 403, 404, 415, 503]);
        api.MapDelete("/corrections/{n:long}", (long n) => ledger.Write(store => store.Undo(n))
                ? Results.NoContent()
                : Problems.Missing("correction", FormattableString.Invariant($"no correction {n}"), "the number of a correction", "See /api/v1/corrections").Answer())
            .Is<Doors.Nothing>("undoCorrection", "Take a correction back", Right.Editor, status: StatusCodes.Status204NoContent, problems: [400, 401, 403, 404, 503]);
    }

    /// <summary>Every correction.</summary>
    public static IResult List(LedgerPool ledger) => new Answer<CorrectionList>(new(
        [.. ledger.Read(store => store.AllCorrections()).Select(kept => Words.Row(kept.Correction, kept.IsOrphan))]));

    /// <summary>A correction of whoever asks, of nothing yet.</summary>
    public static Correction Said(HttpContext context, WebSettings settings, string? by, string? reason) => new()
    {
        Kind = "",
        Anchor = "",
        Verb = CorrectionVerb.Accept,
        Author = context.Features.Get<Caller>()?.Name ?? (string.IsNullOrWhiteSpace(by) ? Environment.UserName : by),
        At = settings.Clock.GetUtcNow(),
        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason,
    };

    private static async Task<IResult> Correct(HttpContext context, LedgerPool ledger, WebSettings settings, string id)
    {
        var (body, problem) = await Bodies.Read<CorrectionRequest>(context);
        if (problem is not null) return problem.Answer();
        if (Verb(body!) is not { } verb)
        {
            return Problems.Of(
                400, "Correction not understood", $"verb '{body!.Verb}' with field '{body.Field}' and value '{body.Value}'",
                "accept or reject alone, or change with a field and a value", "See heliograph ledger correct --help for the fields").Answer();
        }

        var (evidence, missing) = ledger.Read(store => Words.Evidence(store, id));
        if (evidence is null) return missing!.Answer();
        try
        {
            var number = ledger.Write(store => store.Correct(
                store.Find(id.ToLowerInvariant(), 1)[0].Entry.Id,
                Said(context, settings, body!.By, body.Reason) with { Verb = verb, Field = body.Field, Value = body.Value }));
            return new Answer<CorrectionKept>(new(number!.Value), status: StatusCodes.Status201Created);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return new ProblemBody("Correction not possible", StatusCodes.Status400BadRequest, $"{body!.Field}={body.Value}: {e.Message}").Answer();
        }
    }

    private static CorrectionVerb? Verb(CorrectionRequest body) => (body.Verb, body.Field, body.Value) switch
    {
        ("accept", null, null) => CorrectionVerb.Accept,
        ("reject", null, null) => CorrectionVerb.Reject,
        ("change", { Length: > 0 }, not null) => CorrectionVerb.Change,
        _ => null,
    };
}
