using System.Globalization;
using System.Text;
using Heliograph.Documents;
using Heliograph.Reading;
using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Heliograph.Web.Pages.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Heliograph.Web.Pages.Trying;

/// <summary>The first page, where a text is tried, and what it sends.</summary>
internal static class TryingPages
{
    /// <summary>Opens the doors.</summary>
    public static void Map(WebApplication app, PageSite site)
    {
        PageSite.Door(app.MapGet("/", (HttpContext context) => Home(site, context)), Right.Reader);
        Func<HttpContext, Task<IResult>> read = context => Read(site, context); // as a function of one context it would be taken for one that writes its answer itself
        PageSite.Door(app.MapPost("/read", (Delegate)read), Right.Reader);
        PageSite.Door(app.MapGet("/sample/{name}", (HttpContext context, string name) => Sample(site, context, name)), Right.Reader);
    }

    private static PageAnswer<Home> Home(PageSite site, HttpContext context, Dictionary<string, object?>? sent = null, int status = 200)
    {
        sent ??= [];
        sent[nameof(Trying.Home.Samples)] = SampleTexts.All;
        sent[nameof(Trying.Home.Visitor)] = site.Visitor(context);
        return new(sent, status);
    }

    private static async Task<IResult> Read(PageSite site, HttpContext context)
    {
        if (!context.Request.HasFormContentType) return site.Trouble(context, new(415, "Not a form", "Found a body that is no form, expected the one of the first page. Programs send JSON to /api/v1/read."));
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(
                new FormOptions { ValueLengthLimit = site.Settings.MaxBodyBytes, MultipartBodyLengthLimit = site.Settings.MaxBodyBytes }, context.RequestAborted);
        }
        catch (InvalidDataException e)
        {
            return site.Trouble(context, new(400, "Form not understood", $"Found {e.Message.TrimEnd('.')}, expected the form of the first page, with at most {Phrases.Number(site.Settings.MaxBodyBytes)} bytes. Send one report at a time."));
        }

        var isForced = form["force"] == "true";
        var sent = new Dictionary<string, object?>
        {
            [nameof(Trying.Home.Text)] = form["text"].ToString(),
            [nameof(Trying.Home.Published)] = form["published"].ToString(),
            [nameof(Trying.Home.Outlet)] = form["outlet"].ToString(),
            [nameof(Trying.Home.Keeps)] = form["keep"] == "true",
        };
        switch (TextOf(form, site.Settings.MaxBodyBytes, isForced))
        {
            case ReadResult.Failure failure:
                sent[nameof(Trying.Home.Problem)] = new Trouble(
                    422, "Not a text that can be read", $"Found {failure.Found}, expected {failure.Expected}. {(CanForce(failure) ? "" : failure.Remedy + ".")}");
                sent[nameof(Trying.Home.CanForce)] = CanForce(failure);
                return Home(site, context, sent, 422);
            case ReadResult.Article(var report, var warnings):
                var entries = site.Settings.Read(report);
                var keeps = form["keep"] == "true" && site.Visitor(context).CanEdit;
                if (keeps)
                {
                    site.Ledger.Write(store =>
                    {
                        var run = store.Begin(site.Settings.Reader(), "POST /read", site.Settings.Clock.GetUtcNow());
                        var added = store.Append(report, entries, site.Settings.Reader(), run);
                        store.End(run, site.Settings.Clock.GetUtcNow());
                        return added;
                    });
                    if (warnings.IsEmpty) return Results.Redirect(Phrases.Link(report), permanent: false, preserveMethod: false);
                }

                return ReaderPages.Page(site, context, new(report, entries), keeps, false, warnings);
            case var other:
                throw new InvalidOperationException($"No way to show a result of type {other.GetType().Name} is known. Add one here.");
        }
    }

    // The reader says so by naming the option of the command line; there is none here, but a box to tick
    private static bool CanForce(ReadResult.Failure failure) => failure.Remedy.Contains("--force", StringComparison.Ordinal);

    private static ReadResult TextOf(IFormCollection form, int maxBytes, bool isForced)
    {
        var options = ReadOptions.Default with { Force = isForced, MaxReportBytes = maxBytes };
        if (form["published"].ToString().Trim() is { Length: > 0 } published)
        {
            if (!DateOnly.TryParseExact(published, "yyyy-MM-dd", null, System.Globalization.DateTimeStyles.None, out var day))
            {
                return new ReadResult.Failure("form", "published", $"'{published}'", "a day such as 2031-05-02", "Mend the day, or leave it empty");
            }

            options = options with { Published = day };
        }

        ReadResult result;
        if (form.Files.FirstOrDefault(file => file.Length > 0) is { } file)
        {
            using var stream = file.OpenReadStream();
            var results = ReportReader.Read(["-"], options, stream).Take(2).ToList();
            if (results.Count > 1)
            {
                return new ReadResult.Failure("form", "file", "a file with several reports", "one report", "Read it with heliograph read, which takes any number");
            }

            result = results[0] is ReadResult.Article article
                ? article with { Report = article.Report with { Input = Named(file.FileName, article.Report) } }
                : results[0];
        }
        else
        {
            using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(form["text"].ToString().ReplaceLineEndings("\n")));
            result = ReportReader.Read(["-"], options with { Format = InputFormat.Text }, text).First();
            if (result is ReadResult.Article pasted) result = pasted with { Report = pasted.Report with { Input = Named("", pasted.Report) } };
        }

        return result is ReadResult.Article whole && form["outlet"].ToString().Trim() is { Length: > 0 } outlet
            ? whole with { Report = whole.Report with { Outlet = outlet } }
            : result;
    }

    private static string Named(string file, Report report) => file.Length > 0 ? file : $"{TextReading.Unnamed}:{report.Id[7..19]}";

    private static IResult Sample(PageSite site, HttpContext context, string name) => SampleTexts.All.FirstOrDefault(sample => sample.Input == name) is { } sample
        ? ReaderPages.Page(site, context, new(sample, site.Settings.Read(sample)), false, true, [])
        : site.Trouble(context, new(404, "No such sample", $"Found no sample named '{name}', expected one that the first page names. {PageSite.Unsaid}."));
}
