using System.Globalization;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.Reviewing;

/// <summary>The queue of what nobody judged yet, what people said, and what was learnt of it.</summary>
internal static class ReviewPages
{
    private const int RowsOfLog = 50;

    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site)
    {
        PageSite.Door(app.MapGet("/review", (HttpContext context) => site.Guarded(context, () => Queue(site, context))), Right.Reader);
        PageSite.Door(app.MapGet("/review/log", (HttpContext context, string? by, long? before) => site.Guarded(context, () => Log(site, context, by, before, false))), Right.Reader);
        PageSite.Door(app.MapGet("/review/orphans", (HttpContext context, long? before) => site.Guarded(context, () => Log(site, context, null, before, true))), Right.Reader);
        PageSite.Door(app.MapGet("/review/learnt", (HttpContext context) => site.Guarded(context, () => Learnt(site, context))), Right.Reader);
        Post(app, site, "/review/judge", Judge);
        Post(app, site, "/review/merge", Merge);
        Post(app, site, "/review/undo", Undo);
    }

    private static void Post(WebApplication app, PageSite site, string path, Func<PageSite, HttpContext, IFormCollection, IResult> deed)
    {
        Func<HttpContext, Task<IResult>> door = async context =>
        {
            if (!context.Request.HasFormContentType) return site.Trouble(context, new(415, "Not a form", "Found a body that is no form, expected the one of /review. Programs send JSON to /api/v1/entries/{id}/corrections."));
            var (form, wrong) = await Forms.Read(context, new());
            return form is null
                ? site.Trouble(context, new(400, "Form not understood", $"Found {wrong}, expected the form of /review. Go back, and send it from there."))
                : site.Guarded(context, () => deed(site, context, form));
        };
        PageSite.Door(app.MapPost(path, (Delegate)door), Right.Editor);
    }

    private static IResult Queue(PageSite site, HttpContext context)
    {
        var query = context.Request.QueryString.Value ?? "";
        var address = ReviewAddress.Of(query);
        if (query.Split('&').Any(pair => pair.EndsWith('='))) return Results.Redirect(address.Link); // a form sends its empty fields too
        var (filter, error) = EntryFilter.Parse(address.Filter);
        if (filter is null) return site.Trouble(context, new(400, "Filter not understood", error!));
        var now = site.Settings.Clock.GetUtcNow();
        var view = site.Ledger.Read(store => ReviewView.Of(store, filter, address, Author(site, context), now, site.Settings));
        if (view.Case is null && address["entry"] is { } wanted)
        {
            return site.Trouble(context, new(404, "No such entry", $"Found no event or statement in the ledger whose id begins with '{Shown.Line(wanted, 40)}', expected one. {PageSite.Unsaid}."));
        }

        return new PageAnswer<ReviewPage>(new()
        {
            [nameof(ReviewPage.Address)] = address,
            [nameof(ReviewPage.View)] = view,
            [nameof(ReviewPage.Visitor)] = site.Visitor(context),
        });
    }

    private static IResult Judge(PageSite site, HttpContext context, IFormCollection form)
    {
        var back = Back(form);
        if (Judgement.Of(form["do"].ToString(), name => form[name].ToString()) is not { } judgement)
        {
            return site.Trouble(context, new(400, "Judgement not understood", $"Found '{Shown.Line(form["do"], 60)}', expected what a button of /review says. Go back, and choose again."));
        }

        var id = form["entry"].ToString();
        if (site.Ledger.Read(store => ReviewCase.Of(store, id)) is not { } looked) return Gone(site, context, id);
        var seen = long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        try
        {
            var isKept = site.Ledger.Write(store =>
            {
                var said = store.CorrectionsOf(looked.Report.Report, looked.Entry);
                if (said.Any(one => !one.Undone && one.Number > seen)) return false;
                store.Correct(looked.Entry.Id, CorrectionDoors.Said(context, site.Settings, null, form["reason"]) with
                {
                    Verb = judgement.Verb,
                    Field = judgement.Field,
                    Value = judgement.Value,
                });
                return true;
            });
            if (!isKept) return See(back.With("entry", looked.Entry.Id).With("met", "yes"));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return site.Trouble(context, new(400, "Correction not possible", $"{judgement.Field}={Shown.Line(judgement.Value, 60)}: {e.Message}"));
        }

        var (filter, _) = EntryFilter.Parse(back.Filter);
        var next = filter is null ? null : site.Ledger.Read(store => store.Review(filter, back["after"], 1)).Entries.FirstOrDefault();
        return See(next is null ? back.First : back.First.With("entry", Phrases.Brief(next.Id)));
    }

    private static IResult Merge(PageSite site, HttpContext context, IFormCollection form)
    {
        var (who, into) = (form["who"].ToString(), form["into"].ToString());
        if (who.Length == 0 || into.Length == 0 || who == into)
        {
            return site.Trouble(context, new(400, "Not said which actor it is", $"Found '{Shown.Line(into, 60)}', expected the id of another actor. Go back, and choose one."));
        }

        site.Ledger.Write(store => store.CorrectActor(CorrectionDoors.Said(context, site.Settings, null, form["reason"]) with
        {
            Kind = "actor",
            Anchor = who,
            Verb = CorrectionVerb.Merge,
            Value = into,
        }));
        return See(Back(form).First.With("entry", form["entry"].ToString()));
    }

    // Of a number, or the last thing this person said
    private static IResult Undo(PageSite site, HttpContext context, IFormCollection form)
    {
        var author = Author(site, context);
        var named = long.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : (long?)null;
        if ((named ?? site.Ledger.Read(store => store.SittingOf(author, site.Settings.Clock.GetUtcNow())).Last) is not { } number)
        {
            return site.Trouble(context, new(404, "Nothing to undo", $"Found nothing that {Shown.Line(author, 60)} said, expected a judgement. See /review/log for everybody's."));
        }

        var said = site.Ledger.Read(store => store.Said(null, false, number + 1, 1));
        if (said is not [var one] || one.Correction.Number != number || !site.Ledger.Write(store => store.Undo(number)))
        {
            return site.Trouble(context, new(404, "No such correction", $"Found no correction {number.ToString(CultureInfo.InvariantCulture)}, expected the number of one. See /review/log."));
        }

        if (form["to"] == "log") return new Other("/review/log" + (form["by"].ToString() is { Length: > 0 } by ? "?by=" + Uri.EscapeDataString(by) : ""));
        var back = Back(form).First;
        var entry = one.Entry ?? form["entry"].ToString();
        return See(entry.Length > 0 ? back.With("entry", Phrases.Brief(entry)) : back);
    }

    private static PageAnswer<LogPage> Log(PageSite site, HttpContext context, string? by, long? before, bool orphans)
    {
        by = string.IsNullOrEmpty(by) ? null : by;
        var (said, authors) = site.Ledger.Read(store => (store.Said(by, orphans, before, RowsOfLog + 1), orphans ? [] : store.Authors()));
        return new(new()
        {
            [nameof(LogPage.Said)] = said.Length > RowsOfLog ? said[..RowsOfLog] : said,
            [nameof(LogPage.Next)] = said.Length > RowsOfLog ? said[RowsOfLog - 1].Correction.Number : null,
            [nameof(LogPage.Authors)] = authors,
            [nameof(LogPage.By)] = by,
            [nameof(LogPage.IsOfOrphans)] = orphans,
            [nameof(LogPage.Visitor)] = site.Visitor(context),
        });
    }

    private static PageAnswer<LearntPage> Learnt(PageSite site, HttpContext context) => new(new()
    {
        [nameof(LearntPage.Judgements)] = site.Ledger.Read(store => store.Judgements()),
        [nameof(LearntPage.Learnt)] = site.Settings.Learnt(),
        [nameof(LearntPage.Visitor)] = site.Visitor(context),
    });

    private static PageAnswer<TroublePage> Gone(PageSite site, HttpContext context, string id) => site.Trouble(
        context, new(404, "No such entry", $"Found no event or statement in the ledger whose id is '{Shown.Line(id, 40)}', expected one. Its report may have been read again: go back to /review."));

    private static ReviewAddress Back(IFormCollection form) => ReviewAddress.Of(form["back"].ToString());

    private static string Author(PageSite site, HttpContext context) => CorrectionDoors.Said(context, site.Settings, null, null).Author;

    private static Other See(ReviewAddress address) => new Other(address.Link);

    // 303: whatever was sent, the other address is asked for with GET
    private sealed class Other(string place) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = place;
            httpContext.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }
    }
}
