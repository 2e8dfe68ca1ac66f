using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Reading;
using Heliograph.Store;
using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Pages;

/// <summary>The pages for people: what they read, and what they send.</summary>
internal static class PageDoors
{
    private const int MostRuns = 100; // on one page
    private const int MostRefusals = 50; // of one run; the API has them all
    private const string Unsaid = "Check the address";

    /// <summary>Opens the doors.</summary>
    public static void MapPages(this WebApplication app, LedgerPool ledger, WebSettings settings)
    {
        Door(app.MapGet("/", (HttpContext context) => Home(context, settings)), Right.None);
        Door(app.MapGet("/assets/{name}", (HttpContext context, string name) => PageFiles.Find(name) is var (bytes, type)
            ? Answers.Write(context, bytes, type)
            : Problems.Write(context, Problems.Missing("file", $"'{name}'", "one that a page names", Unsaid))), Right.None);
        Func<HttpContext, Task<IResult>> read = context => Read(context, ledger, settings); // as a function of one context it would be taken for one that writes its answer itself
        Door(app.MapPost("/read", (Delegate)read), Right.Reader);
        Door(app.MapGet("/sample/{name}", (string name) => Sample(settings, name)), Right.Reader);
        Door(app.MapGet("/d/{hash}", (string hash) => Guarded(settings, () => Report(ledger, settings, hash))), Right.Reader);
        Door(app.MapGet("/ledger", (HttpContext context) => Guarded(settings, () => Ledger(context, ledger, settings))), Right.Reader);
        Door(app.MapGet("/runs", () => Guarded(settings, () => Runs(ledger, settings))), Right.Reader);
        Door(app.MapGet("/r/{id}", (string id) => Guarded(settings, () => Entry(ledger, settings, id))), Right.Reader);
    }

    private static void Door(RouteHandlerBuilder door, Right needs) => door.WithMetadata(new Door(needs)).ExcludeFromDescription();

    private static PageAnswer<Home> Home(HttpContext context, WebSettings settings, Dictionary<string, object?>? sent = null, int status = 200)
    {
        sent ??= [];
        sent[nameof(Pages.Home.Samples)] = SampleTexts.All;
        sent[nameof(Pages.Home.CanKeep)] = CanKeep(context);
        sent[nameof(Pages.Home.Version)] = settings.Version;
        return new(sent, status);
    }

    private static bool CanKeep(HttpContext context) => context.Features.Get<Caller>() is { Right: Right.Editor };

    private static async Task<IResult> Read(HttpContext context, LedgerPool ledger, WebSettings settings)
    {
        if (!context.Request.HasFormContentType) return Trouble(settings, new(415, "Not a form", "Found a body that is no form, expected the one of the first page. Programs send JSON to /api/v1/read."));
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(
                new FormOptions { ValueLengthLimit = settings.MaxBodyBytes, MultipartBodyLengthLimit = settings.MaxBodyBytes }, context.RequestAborted);
        }
        catch (InvalidDataException e)
        {
            return Trouble(settings, new(400, "Form not understood", $"Found {e.Message.TrimEnd('.')}, expected the form of the first page, with at most {Phrases.Number(settings.MaxBodyBytes)} bytes. Send one report at a time."));
        }

        var isForced = form["force"] == "true";
        var sent = new Dictionary<string, object?>
        {
            [nameof(Pages.Home.Text)] = form["text"].ToString(),
            [nameof(Pages.Home.Published)] = form["published"].ToString(),
            [nameof(Pages.Home.Outlet)] = form["outlet"].ToString(),
            [nameof(Pages.Home.Keeps)] = form["keep"] == "true",
        };
        switch (TextOf(form, settings, isForced))
        {
            case ReadResult.Failure failure:
                sent[nameof(Pages.Home.Problem)] = new Trouble(
                    422, "Not a text that can be read", $"Found {failure.Found}, expected {failure.Expected}. {(CanForce(failure) ? "" : failure.Remedy + ".")}");
                sent[nameof(Pages.Home.CanForce)] = CanForce(failure);
                return Home(context, settings, sent, 422);
            case ReadResult.Article(var report, var warnings):
                var entries = settings.Read(report);
                var keeps = form["keep"] == "true" && CanKeep(context);
                if (keeps)
                {
                    ledger.Write(store =>
                    {
                        var run = store.Begin(settings.Reader(), "POST /read", settings.Clock.GetUtcNow());
                        var added = store.Append(report, entries, settings.Reader(), run);
                        store.End(run, settings.Clock.GetUtcNow());
                        return added;
                    });
                    if (warnings.IsEmpty) return Results.Redirect(Phrases.Link(report), permanent: false, preserveMethod: false);
                }

                return Reader(settings, new(report, entries), keeps, false, warnings);
            case var other:
                throw new InvalidOperationException($"No way to show a result of type {other.GetType().Name} is known. Add one here.");
        }
    }

    // The reader says so by naming the option of the command line; there is none here, but a box to tick
    private static bool CanForce(ReadResult.Failure failure) => failure.Remedy.Contains("--force", StringComparison.Ordinal);

    private static ReadResult TextOf(IFormCollection form, WebSettings settings, bool isForced)
    {
        var options = ReadOptions.Default with { Force = isForced, MaxReportBytes = settings.MaxBodyBytes };
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

    private static IResult Sample(WebSettings settings, string name) => SampleTexts.All.FirstOrDefault(sample => sample.Input == name) is { } sample
        ? Reader(settings, new(sample, settings.Read(sample)), false, true, [])
        : Trouble(settings, new(404, "No such sample", $"Found no sample named '{name}', expected one that the first page names. {Unsaid}."));

    private static IResult Report(LedgerPool ledger, WebSettings settings, string hash)
    {
        if (hash.Length is < 6 or > 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            return Trouble(settings, new(404, "No such report", $"Found '{hash}', expected the first 6 or more hex digits of a report's id. {Unsaid}."));
        }

        var found = ledger.Read(store => store.ReportsOf("sha256:" + hash, 2));
        return found is [var one]
            ? Reader(settings, one, true, false, [])
            : Trouble(settings, new(404, "No such report", found.IsEmpty
                ? $"Found no report in the ledger whose id begins with '{hash}', expected one. {Unsaid}."
                : $"Found more than one report whose id begins with '{hash}', expected one. Give more digits."));
    }

    private static IResult Entry(LedgerPool ledger, WebSettings settings, string id)
    {
        var found = id.Length is >= 6 and <= 32 && id.All(char.IsAsciiHexDigitLower) ? ledger.Read(store => store.Find(id, 2)) : [];
        return found is [var (stored, entry)]
            ? Results.Redirect($"{Phrases.Link(stored.Report)}#e-{Phrases.Brief(entry.Id)}")
            : Trouble(settings, new(404, "No such entry", found.IsEmpty
                ? $"Found no entry in the ledger whose id begins with '{id}', expected one. {Unsaid}."
                : $"Found more than one entry whose id begins with '{id}', expected one. Give more digits."));
    }

    private static IResult Ledger(HttpContext context, LedgerPool ledger, WebSettings settings)
    {
        var query = context.Request.QueryString.Value ?? "";
        var address = LedgerAddress.Of(query);
        if (query.Split('&').Any(pair => pair.EndsWith('='))) return Results.Redirect(address.Link); // a form sends its empty fields too
        var (filter, error) = EntryFilter.Parse(address.Filter);
        return filter is null
            ? Trouble(settings, new(400, "Filter not understood", error!))
            : new PageAnswer<LedgerPage>(new()
            {
                [nameof(LedgerPage.Address)] = address,
                [nameof(LedgerPage.View)] = ledger.Read(store => LedgerView.Of(store, filter, address)),
                [nameof(LedgerPage.Version)] = settings.Version,
            });
    }

    private static PageAnswer<RunsPage> Runs(LedgerPool ledger, WebSettings settings)
    {
        var (runs, total) = ledger.Read(store =>
        {
            var all = store.Runs();
            return (all.Take(MostRuns).Select(run => (run, run.Refused == 0 ? [] : store.Refusals(run.Number).Take(MostRefusals).ToImmutableArray())).ToImmutableArray(), all.Length);
        });
        return new(new() { [nameof(RunsPage.Runs)] = runs, [nameof(RunsPage.Total)] = total, [nameof(RunsPage.Version)] = settings.Version });
    }

    private static PageAnswer<Reader> Reader(
        WebSettings settings, StoredReport read, bool kept, bool isSample, ImmutableArray<string> warnings) => new(new()
        {
            [nameof(Pages.Reader.Report)] = read.Report,
            [nameof(Pages.Reader.Entries)] = read.Entries,
            [nameof(Pages.Reader.Warnings)] = warnings,
            [nameof(Pages.Reader.Kept)] = kept,
            [nameof(Pages.Reader.IsSample)] = isSample,
            [nameof(Pages.Reader.Version)] = settings.Version,
        });

    private static PageAnswer<TroublePage> Trouble(WebSettings settings, Trouble problem) =>
        new(new() { [nameof(TroublePage.Problem)] = problem, [nameof(TroublePage.Version)] = settings.Version }, problem.Status);

    // What the ledger says of itself is shown as a page, to people
    private static IResult Guarded(WebSettings settings, Func<IResult> page)
    {
        try
        {
            return page();
        }
        catch (LedgerException e)
        {
            var problem = Problems.Of(e);
            return Trouble(settings, new(problem.Status, problem.Title, e.Message));
        }
    }
}
