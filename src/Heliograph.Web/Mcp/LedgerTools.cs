using System.Text.Json.Nodes;
using Heliograph.Store;
using Heliograph.Web.Api;
using ModelContextProtocol.Server;

namespace Heliograph.Web.Mcp;

/// <summary>What assistants may ask. Nothing here writes.</summary>
internal sealed class LedgerTools(LedgerPool ledger, WebSettings settings, ActorNames names, Stretches stretches)
{
    private const int MostRows = 100, UsualRows = 20;
    private const int LongestPassage = 1_200; // UTF-16 code units

    private static readonly Parameter After = new("after", "the cursor that the answer before named as next");
    private static readonly Parameter Id = new("id", "the entry's id: 32 hex digits, or the first 6 or more of them") { IsRequired = true, Longest = 32 };

    /// <summary>The tools.</summary>
    public McpServerPrimitiveCollection<McpServerTool> All()
    {
        var actors = new ActorTools(ledger, settings, names);
        return
        [
            Of<ReportStretch>(
                "read_text", "Read a text",
                "Reads an English news text and tells its entries: statements (who says what), events (who did what to whom) and, where they are asked for, mentions, each with its words and spans. Nothing is kept.",
                stretches.OfText, stretches.ReadText),
            Of<FoundList>(
                "search_entries", "Search the ledger", "Finds entries of the ledger, the newest first, each with its line, the words around it, and its report.",
                [.. FilterArguments.All, new("sort", "the order") { Choices = ["newest", "oldest", "surest"], Usual = JsonValue.Create("newest") }, Limit(), After],
                Now(SearchEntries)),
            Of<EvidenceAnswer>(
                "get_evidence", "Show the words of an entry",
                "Shows one entry with the words around it, the statements it stands in (who says so), its report, and what people said about it.", [Id], Now(GetEvidence)),
            Of<ReportStretch>(
                "get_report", "Show a report", "Shows a report: its text a stretch at a time, and the entries whose words begin in the stretch.", stretches.OfReport, Now(stretches.GetReport)),
            Of<VoiceList>(
                "compare_voices", "Compare what sources say",
                "Lays what different sources say side by side: by voice (a source, or the outlet itself) with the factuality each gives, and by account (the same type of event " +
                "between the same parties) with who tells it as having happened, who denies it, who only expects it. Narrow it to one matter, for example by actor, type and days.",
                [.. FilterArguments.All, After], Now(CompareVoices)),
            Of<ExpectationList>(
                "list_expectations", "List what sources expect",
                "Lists what sources expect to follow. This version of Heliograph does not read expectations yet: the list is empty, and says so.", FilterArguments.All, Now(ListExpectations)),
            Of<FoundActors>(
                "find_actors", "Find actors", "Finds actors by name, or by office and owner (prime minister Pakistan): those of the register, then those that only reports of this ledger name.",
                [ActorTools.Name, new("at", "the day on which an office was held") { Form = ValueForm.Day }, Limit(), After], Now(actors.Find)),
            Of<ActorAnswer>(
                "get_actor", "Show an actor", "Shows one actor: what the register has of it, what reports call it, and how many entries of which type it takes part in.",
                [ActorTools.Actor], Now(actors.Get)),
        ];
    }

    /// <summary>An entry as the tool shows it, or that there is none.</summary>
    public (EvidenceAnswer? Body, ProblemBody? Problem) Evidence(string id)
    {
        var (found, problem) = ledger.Read(store =>
        {
            var (evidence, missing) = Words.Evidence(store, id);
            return (evidence is null ? null : new EvidenceAnswer(
                AnswerBounds.Cut(evidence.Entry), store.Find(id.ToLowerInvariant(), 1) is [var (whole, entry)] ? Words.Near(whole.Report, entry, LongestPassage) : evidence.Passage,
                [.. evidence.Voice.Select(AnswerBounds.Cut)], AnswerBounds.Cut(evidence.Report), evidence.Corrections), missing);
        });
        return (found, problem);
    }

    private static Parameter Limit() => new("limit", "how many at most") { Form = ValueForm.Whole, Least = 1, Most = MostRows, Usual = JsonValue.Create(UsualRows) };

    private static Func<Arguments, CancellationToken, Task<(T? Body, ProblemBody? Problem)>> Now<T>(Func<Arguments, (T? Body, ProblemBody? Problem)> answer)
        where T : class => (arguments, _) => Task.FromResult(answer(arguments));

    private LedgerTool Of<T>(
        string name, string title, string description, IReadOnlyList<Parameter> parameters, Func<Arguments, CancellationToken, Task<(T? Body, ProblemBody? Problem)>> answer)
        where T : class => LedgerTool.Of(name, title, description, parameters, answer, settings.Tell);

    private (FoundList? Body, ProblemBody? Problem) SearchEntries(Arguments arguments)
    {
        var (filter, meant, problem) = FilterArguments.Read(arguments, names);
        if (filter is null) return (null, problem);
        var (sort, limit) = (Enum.Parse<EntrySort>(arguments["sort"] ?? "newest", ignoreCase: true), arguments.Whole("limit", UsualRows));
        return (ledger.Read(store =>
        {
            var page = store.Search(filter, sort, arguments["after"], limit);
            var rows = AnswerBounds.First(page.Entries.Select(Row), AnswerBounds.RoomForRows);
            var next = rows.Length < page.Entries.Length ? store.Search(filter, sort, arguments["after"], rows.Length).Next : page.Next;
            return new FoundList(
                rows, ledger.Count(store, filter), next, meant.IsEmpty ? null : meant,
                rows.Length < page.Entries.Length ? FormattableString.Invariant($"{rows.Length} of {page.Entries.Length} entries have room here: go on with after.") : null);
        }), null);
    }

    private static EvidenceRow Row(FoundEntry found) => new(
        found.Day.Length > 0 ? found.Day : null, AnswerBounds.Cut(Line.Of(found.Report, found.Entry)), Words.Near(found.Report, found.Entry, LongestPassage),
        AnswerBounds.Cut(Line.Of(found.Report, withText: false)));

    private (EvidenceAnswer? Body, ProblemBody? Problem) GetEvidence(Arguments arguments) => Evidence(arguments["id"]!);

    private (VoiceList? Body, ProblemBody? Problem) CompareVoices(Arguments arguments)
    {
        var (filter, meant, problem) = FilterArguments.Read(arguments, names);
        return filter is null ? (null, problem) : (ledger.Read(store => VoiceComparison.Of(store, filter, arguments["after"])) with { Meant = meant.IsEmpty ? null : meant }, null);
    }

    private (ExpectationList? Body, ProblemBody? Problem) ListExpectations(Arguments arguments)
    {
        var (filter, _, problem) = FilterArguments.Read(arguments, names);
        return filter is null ? (null, problem) : (new([], "This version of Heliograph reads no expectations, so this list is empty whatever the reports say. " +
            "Events that are planned or possible in a source's eyes are found with search_entries and factuality [\"planned\", \"possible\"]."), null);
    }
}
