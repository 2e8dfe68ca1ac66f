using System.Text;
using Heliograph.Reading;
using Heliograph.Store;
using Heliograph.Web.Access;
using Heliograph.Web.Pages.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.Trying;

/// <summary>The first page, where a text is tried, and what it sends.</summary>
internal static class TryingPages
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900); // most texts are read by then, and answered at once

    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site, ReadingQueue queue)
    {
        PageSite.Door(app.MapGet("/", (HttpContext context) => Home(site, context)), Right.Reader);
        var jobs = new ReadingJobs(site.Ledger, site.Settings, queue, app.Lifetime.ApplicationStopping);
        ReadingPages.Map(app, site, jobs);
        Func<HttpContext, Task<IResult>> read = context => Read(site, jobs, context); // as a function of one context it would be taken for one that writes its answer itself
        PageSite.Door(app.MapPost("/read", (Delegate)read), Right.Reader);
        PageSite.Door(app.MapGet("/tour", () => Tour(site)), Right.Reader);
        PageSite.Door(app.MapGet("/sample/{name}", (HttpContext context, string name) => Sample(site, context, name)), Right.Reader);
    }

    private static PageAnswer<Home> Home(PageSite site, HttpContext context, Dictionary<string, object?>? sent = null, int status = 200)
    {
        sent ??= [];
        sent[nameof(Trying.Home.Samples)] = SampleTexts.All;
        sent[nameof(Trying.Home.First)] = First(site);
        sent[nameof(Trying.Home.Visitor)] = site.Visitor(context);
        return new(sent, status);
    }

    // Over a report of the ledger that tells an event, or else over a sample
    private static IResult Tour(PageSite site) => Results.Redirect(
        (First(site).Rows is [var row, ..] ? Phrases.Link(row.Found.Report) : "/sample/" + SampleTexts.All[0].Input) + "?tour=1", permanent: false, preserveMethod: false);

    // The page is of use without them, and with a ledger that does not answer
    private static FirstEntries First(PageSite site)
    {
        try
        {
            return site.Ledger.Read(FirstEntries.Of);
        }
        catch (LedgerException)
        {
            return FirstEntries.None;
        }
    }

    private static async Task<IResult> Read(PageSite site, ReadingJobs jobs, HttpContext context)
    {
        if (!context.Request.HasFormContentType) return site.Trouble(context, new(415, "Not a form", "Found a body that is no form, expected the one of the first page. Programs send JSON to /api/v1/read."));
        var (form, wrong) = await Forms.Read(context, new() { ValueLengthLimit = site.Settings.MaxBodyBytes, MultipartBodyLengthLimit = site.Settings.MaxBodyBytes });
        if (form is null)
        {
            return site.Trouble(context, new(400, "Form not understood", $"Found {wrong}, expected the form of the first page, with at most {Phrases.Number(site.Settings.MaxBodyBytes)} bytes. Send fewer reports at a time, or read them with heliograph read."));
        }

        var sent = SentForm.Of(form);
        var visitor = site.Visitor(context);
        var results = sent.Read(site.Settings.MaxBodyBytes);
        var isBatch = sent.Files.Length > 1;
        if (!isBatch)
        {
            var firstTwo = results.Take(2).ToList(); // a file of many reports is not read to its end before somebody is answered
            if (firstTwo is [ReadResult.Failure failure]) return NotRead(site, context, sent, failure);
            isBatch = firstTwo.Count > 1;
            if (!isBatch) results = firstTwo;
        }

        if (isBatch && !visitor.CanEdit)
        {
            return site.Trouble(context, new(403, "Several reports at a time", "Found several reports, expected one: several are read into the ledger, and your token only reads it. Send one, or ask for an editor's token."));
        }

        var bytes = Encoding.UTF8.GetByteCount(sent.Text) + sent.Files.Sum(file => (long)file.Bytes.Length);
        if (jobs.Begin(results, bytes, visitor.Name, isBatch, isBatch || (sent.Keeps && visitor.CanEdit)) is not var (job, over))
        {
            context.Response.Headers.RetryAfter = "30";
            return site.Trouble(context, new(429, "Too many readings at a time", $"Found {ReadingJobs.MostUnderWay} readings under way, or very long ones, expected room for another. Wait half a minute, and send it again."));
        }

        await Task.WhenAny(over, Task.Delay(Patience, context.RequestAborted));
        if (job.State.Ended is null || job.IsBatch) return Results.Redirect($"/reading/{job.Id}", permanent: false, preserveMethod: false);
        jobs.Drop(job);
        return ReadingPages.Answer(site, context, job);
    }

    private static PageAnswer<Home> NotRead(PageSite site, HttpContext context, SentForm sent, ReadResult.Failure failure)
    {
        // The reader says so by naming the option of the command line; there is none here, but a box to tick
        var canForce = failure.Remedy.Contains("--force", StringComparison.Ordinal);
        return Home(site, context, new()
        {
            [nameof(Trying.Home.Text)] = sent.Text,
            [nameof(Trying.Home.Published)] = sent.Published,
            [nameof(Trying.Home.Outlet)] = sent.Outlet,
            [nameof(Trying.Home.Keeps)] = sent.Keeps,
            [nameof(Trying.Home.Problem)] = new Trouble(
                422, "Not a text that can be read", $"Found {failure.Found}, expected {failure.Expected}. {(canForce ? "" : failure.Remedy + ".")}"),
            [nameof(Trying.Home.CanForce)] = canForce,
        }, 422);
    }

    private static IResult Sample(PageSite site, HttpContext context, string name) => SampleTexts.All.FirstOrDefault(sample => sample.Input == name) is { } sample
        ? ReaderPages.Page(site, context, new(sample, site.Settings.Read(sample)), false, true, [])
        : site.Trouble(context, new(404, "No such sample", $"Found no sample named '{name}', expected one that the first page names. {PageSite.Unsaid}."));
}
