using System.ComponentModel;
using System.Text.Json;
using Heliograph.Store;
using Heliograph.Web.Api;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Heliograph.Web.Mcp;

/// <summary>What assistants may ask. Nothing here writes.</summary>
internal sealed class LedgerTools(LedgerPool ledger, WebSettings settings)
{
    private const int MostRows = 100;
    private const string FilterMeaning =
        "A filter written as the query of a URL, such as actor=PAK&type=ASSAULT&from=2021-08-01&factuality=happened. Keys: kind, type, mode, quad, " +
        "actor (either side: an id, a country such as PAK, a sector such as AFG:REB), by, to, source, country, place, outlet, from, until, published-from, " +
        "published-until (days), factuality, voice (outlet or source), copies (no: one report an origin), confidence (at least), text (words, all of them), report. Keys of what " +
        "an entry is, who takes part, where it was and who published it may come several times: any of the values will do.";

    /// <summary>The tools, by their names.</summary>
    public static McpServerPrimitiveCollection<McpServerTool> All(LedgerPool ledger, WebSettings settings)
    {
        var tools = new LedgerTools(ledger, settings);
        return
        [
            Tool("read_text", "Read a text", tools.ReadText, idempotent: true),
            Tool("search_entries", "Search the ledger", tools.SearchEntries),
            Tool("get_evidence", "Show the words of an entry", tools.GetEvidence),
            Tool("compare_voices", "Compare what sources say", tools.CompareVoices),
            Tool("list_expectations", "List what sources expect", tools.ListExpectations),
        ];
    }

    [Description("Reads an English news text and tells its entries: mentions, statements (who says what) and events (who did what to whom), each with its words and spans. Nothing is kept.")]
    internal string ReadText(
        [Description("The text of one report, as it was published.")] string text,
        [Description("Its headline.")] string? title = null,
        [Description("The day of publication, YYYY-MM-DD: the day that \"last week\" is counted from.")] string? published = null,
        [Description("Who published it.")] string? outlet = null,
        [Description("Where it was published.")] string? url = null)
    {
        var body = TextReading.Body(new(text, Title: title, Published: published, Outlet: outlet, Url: url));
        var (report, entries, warnings, problem) = TextReading.Read(settings, body, force: false);
        if (problem is not null) throw new McpException(problem.Detail);
        return Json(new WholeReport(Line.Of(report, withText: true), [.. Line.All(report, entries)], warnings.IsEmpty ? null : warnings, Kept: false));
    }

    [Description("Finds entries of the ledger, the newest first, each with its line, the passage that holds its words, and its report.")]
    internal string SearchEntries(
        [Description(FilterMeaning)] string filter = "",
        [Description("How many at most, 1 to 100.")] int limit = 20,
        [Description("The cursor that the answer before named as next.")] string? after = null)
    {
        if (limit is < 1 or > MostRows) throw new McpException(FormattableString.Invariant($"limit: found {limit}, expected a number from 1 to {MostRows}. Ask for fewer, and go on with after."));
        var asked = Filter(filter);
        var page = Asked(store => store.Search(asked, EntrySort.Newest, string.IsNullOrEmpty(after) ? null : after, limit));
        return Json(new FoundList([.. page.Entries.Select(VoiceComparison.Row)], page.Next));
    }

    [Description("Shows one entry with the paragraph its words stand in, the statements it stands in (who says so), its report, and what people said about it.")]
    internal string GetEvidence([Description("The entry's id: 32 hex digits, or the first 6 or more of them.")] string id)
    {
        var (evidence, problem) = Asked(store => Words.Evidence(store, id));
        return evidence is not null ? Json(evidence) : throw new McpException(problem!.Detail);
    }

    [Description("Lays what different sources say side by side: by voice (a source, or the outlet itself) with the factuality each gives, and by account (the same type of event between the same parties) with who tells it as having happened, who denies it, who only expects it.")]
    internal string CompareVoices(
        [Description(FilterMeaning + " Narrow it to one matter, for example by actor, type and days, or by words with text=.")] string filter)
    {
        var asked = Filter(filter);
        return Json(Asked(store => VoiceComparison.Of(store, asked)));
    }

    [Description("Lists what sources expect to follow. This version of Heliograph does not read expectations yet: the list is empty, and says so.")]
    internal string ListExpectations([Description(FilterMeaning)] string filter = "")
    {
        Filter(filter);
        return Json(new ExpectationList([], "This version of Heliograph reads no expectations, so this list is empty whatever the reports say. " +
            "Events that are planned or possible in a source's eyes are found with search_entries: factuality=planned&factuality=possible."));
    }

    private static McpServerTool Tool(string name, string title, Delegate tool, bool idempotent = false) => McpServerTool.Create(tool, new()
    {
        Name = name,
        Title = title,
        ReadOnly = true,
        Destructive = false,
        Idempotent = idempotent,
        OpenWorld = false,
    });

    private static string Json<T>(T body) => JsonSerializer.Serialize(body, ApiJson.Options);

    private static EntryFilter Filter(string text)
    {
        var (filter, error) = EntryFilter.Parse(text);
        return filter ?? throw new McpException(error!);
    }

    private T Asked<T>(Func<LedgerStore, T> question)
    {
        try
        {
            return ledger.Read(question);
        }
        catch (LedgerException e)
        {
            throw new McpException(e.Message, e);
        }
    }
}
