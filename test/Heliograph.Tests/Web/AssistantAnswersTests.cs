using System.Text.Json.Nodes;
using Heliograph.Documents;
using Heliograph.Store;
using Heliograph.Tests.Cli;
using Heliograph.Tests.Ledger;
using Heliograph.Web;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Heliograph.Tests.Web;

/// <summary>What assistants are answered: never more than they can take in, and how to go on.</summary>
[Collection(OneServer.Name)]
public sealed class AssistantAnswersTests(Served served) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-assistant-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_list_comes_in_pages_that_miss_nothing_and_say_that_they_go_on()
    {
        var word = new string('x', 3_000);
        using var ledger = Ledger(Enumerable.Range(0, 60).Select(i => $"{word}{i:00} fell"));
        await Assistant.Asking(ledger, served.Settings(), async client =>
        {
            var (ids, pages) = (new List<string>(), 0);
            for (string? after = null; pages == 0 || after is not null; pages++)
            {
                (string, object)[] asked = [("kind", "event"), ("limit", 100), .. after is null ? [] : ((string, object)[])[("after", after)]];
                var found = await Assistant.Call(client, "search_entries", asked);
                Assert.Equal(60, (long)found["total"]!);
                ids.AddRange(found["entries"]!.AsArray().Select(one => (string)one!["entry"]!["id"]!));
                after = (string?)found["next"];
                if (after is not null) Assert.Contains("go on with after", (string)found["leftOut"]!, StringComparison.Ordinal);
            }

            Assert.True(pages > 1);
            Assert.Equal((60, 60), (ids.Count, ids.Distinct().Count()));
        });
    }

    [Fact]
    public async Task Voices_are_compared_in_pages_too()
    {
        var word = new string('y', 900);
        using var ledger = Ledger(Enumerable.Range(0, 90).Select(i => $"{word}{i:00} fell"));
        await Assistant.Asking(ledger, served.Settings(), async client =>
        {
            var first = await Assistant.Call(client, "compare_voices");
            var second = await Assistant.Call(client, "compare_voices", ("after", (string)first["next"]!));

            Assert.Contains("entries are compared", (string)first["leftOut"]!, StringComparison.Ordinal);
            Assert.Empty(Ids(first).Intersect(Ids(second)));
            Assert.NotEmpty(Ids(second));
        });

        static IEnumerable<string> Ids(JsonNode told) => told["voices"]!.AsArray().SelectMany(voice => voice!["entries"]!.AsArray()).Select(one => (string)one!["id"]!);
    }

    [Fact]
    public async Task A_text_without_end_is_told_a_stretch_at_a_time_and_every_entry_once()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 700).Select(i => $"Holm{i} fell and nobody knew of it until the evening of the day"));
        await Asking(async client =>
        {
            var (seen, calls) = (new List<string>(), 0);
            for (int? from = 0; from is { } at; calls++)
            {
                var read = await Assistant.Call(client, "read_text", ("text", text), ("from", at));
                Assert.Null(read["text"]); // whoever sent it has it
                seen.AddRange(read["entries"]!.AsArray().Select(one => (string)one!["id"]!));
                from = (int?)read["next"];
                Assert.Equal(from is null, read["leftOut"] is null);
            }

            Assert.True(calls > 3);
            Assert.Equal((700, 700), (seen.Count, seen.Distinct().Count()));
        });
    }

    [Fact]
    public async Task A_report_is_shown_a_stretch_at_a_time_and_the_stretches_join()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 400).Select(i => $"🚀 Holm{i} fell and nobody knew of it until the evening"));
        using var ledger = Ledger([text]);
        await Assistant.Asking(ledger, served.Settings(), async client =>
        {
            var id = (string)(await Assistant.Call(client, "search_entries", ("limit", 1)))["entries"]![0]!["report"]!["id"]!;
            var (joined, entries) = ("", 0);
            for (int? from = 0; from is { } at;)
            {
                var shown = await Assistant.Call(client, "get_report", ("id", id), ("from", at));
                Assert.Equal(at, (int)shown["text"]!["span"]![0]!);
                joined += (string)shown["text"]!["text"]!;
                entries += shown["entries"]!.AsArray().Count;
                from = (int?)shown["next"];
            }

            Assert.Equal((text, 400), (joined, entries));
        });
    }

    [Fact]
    public async Task An_entry_of_endless_words_is_cut_and_the_answer_says_so()
    {
        using var ledger = Ledger(["Mara said " + string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"word{i}"))]);
        await Assistant.Asking(ledger, served.Settings(), async client =>
        {
            var found = await Assistant.Call(client, "search_entries", ("kind", "statement"));
            var entry = Assert.Single(found["entries"]!.AsArray())!;
            Assert.Contains("more characters)", entry["entry"]!.ToJsonString(), StringComparison.Ordinal);
            Assert.InRange(((string)entry["passage"]!["text"]!).Length, 100, 1_200);
            Assert.StartsWith("Mara said", (string)entry["passage"]!["text"]!, StringComparison.Ordinal);
            Assert.NotNull(await Assistant.Call(client, "get_evidence", ("id", (string)entry["entry"]!["id"]!)));
        });
    }

    [Fact]
    public async Task Finds_actors_by_name_and_by_office_and_shows_one()
    {
        await Asking(async client =>
        {
            var found = await Assistant.Call(client, "find_actors", ("name", "Pakistan"));
            var state = found["actors"]!.AsArray().First(one => (string)one!["name"]! == "Pakistan")!;
            Assert.Equal(("state", "PAK"), ((string)state["what"]!, (string)state["code"]!));

            var shown = await Assistant.Call(client, "get_actor", ("actor", "Pakistan"));
            Assert.Equal((string)state["id"]!, (string)shown["id"]!);
            Assert.Equal("Pakistan", (string)shown["meant"]!["said"]!);
            Assert.Equal(0, (long)shown["entries"]!);

            var page = await Assistant.Call(client, "find_actors", ("name", "minister"), ("limit", 2));
            Assert.Equal(2, page["actors"]!.AsArray().Count);
            var next = await Assistant.Call(client, "find_actors", ("name", "minister"), ("limit", 2), ("after", (string)page["next"]!));
            Assert.NotEqual((string)page["actors"]![0]!["id"]!, (string)next["actors"]![0]!["id"]!);
        });
    }

    [Fact]
    public async Task An_actor_that_only_a_report_names_is_found_and_counted()
    {
        var place = Path.Combine(_folder, "named.db");
        using (var store = LedgerStore.Open(place))
        {
            var (report, _, entries) = Invented.Ledger();
            store.Append(report, entries, "test");
        }

        using var ledger = new LedgerPool(place);
        await Assistant.Asking(ledger, served.Settings(), async client =>
        {
            var found = Assert.Single((await Assistant.Call(client, "find_actors", ("name", "Arlo Venn")))["actors"]!.AsArray())!;
            Assert.StartsWith("local:", (string)found["id"]!, StringComparison.Ordinal);

            var shown = await Assistant.Call(client, "get_actor", ("actor", "Arlo Venn"));
            Assert.Equal((string)found["id"]!, (string)shown["id"]!);
            Assert.Equal((long)found["entries"]!, (long)shown["entries"]!);
            Assert.True((long)shown["entries"]! > 0);
            Assert.NotEmpty((await Assistant.Call(client, "search_entries", ("source", "Arlo Venn")))["entries"]!.AsArray());
        });
    }

    [Fact]
    public async Task Reports_and_entries_are_resources()
    {
        await Asking(async client =>
        {
            var reports = await client.ListResourcesAsync(cancellationToken: Stop);
            Assert.Equal(["one", "two", "three", "four"], Served.Reports.Select(report => report.Title!).Intersect(reports.Select(one => one.Title!)));
            Assert.Equal(["entry", "report"], (await client.ListResourceTemplatesAsync(cancellationToken: Stop)).Select(one => one.Name).Order(StringComparer.Ordinal));

            var report = JsonNode.Parse(Text(await client.ReadResourceAsync($"heliograph://report/{Served.Reports[1].Id}", cancellationToken: Stop)))!;
            Assert.Equal(Served.Reports[1].Text, (string)report["text"]!["text"]!);
            var id = (string)report["entries"]![0]!["id"]!;
            var entry = JsonNode.Parse(Text(await client.ReadResourceAsync($"heliograph://entry/{id}", cancellationToken: Stop)))!;
            Assert.Equal(id, (string)entry["entry"]!["id"]!);
            var later = JsonNode.Parse(Text(await client.ReadResourceAsync($"heliograph://report/{Served.Reports[1].Id}?from=5", cancellationToken: Stop)))!;
            Assert.Equal(Served.Reports[1].Text[5..], (string)later["text"]!["text"]!);

            foreach (var none in (string[])["heliograph://report/00000000", "heliograph://entry/00000000", "heliograph://nothing/1", "file:///etc/passwd"])
            {
                var told = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync(none, cancellationToken: Stop));
                Assert.Equal(McpErrorCode.ResourceNotFound, told.ErrorCode);
                Assert.Contains("expected", told.Message, StringComparison.Ordinal);
            }
        });

        static string Text(ReadResourceResult read) => Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text;
    }

    [Fact]
    public async Task Two_prompts_brief_a_pair_and_check_a_claim()
    {
        await Asking(async client =>
        {
            Assert.Equal(["brief_pair", "check_claim"], (await client.ListPromptsAsync(cancellationToken: Stop)).Select(one => one.Name).Order(StringComparer.Ordinal));
            var pair = await client.GetPromptAsync("brief_pair", new Dictionary<string, object?> { ["one"] = "Pakistan", ["other"] = "AFG", ["from"] = "2031-05-01" }, cancellationToken: Stop);
            var text = Assert.IsType<TextContentBlock>(Assert.Single(pair.Messages).Content).Text;
            Assert.Contains("\"to\": [\"AFG\"], \"from\": \"2031-05-01\"", text, StringComparison.Ordinal);
            var claim = await client.GetPromptAsync("check_claim", new Dictionary<string, object?> { ["claim"] = "Belmere \"fell\"" }, cancellationToken: Stop);
            Assert.Contains("\"Belmere \\\"fell\\\"\"", Assert.IsType<TextContentBlock>(Assert.Single(claim.Messages).Content).Text, StringComparison.Ordinal);
            var unclear = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.GetPromptAsync("brief_pair", new Dictionary<string, object?> { ["one"] = "minister", ["other"] = "AFG" }, cancellationToken: Stop));
            Assert.Contains("more than one that may be meant", unclear.Message, StringComparison.Ordinal);
        });
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private LedgerPool Ledger(IEnumerable<string> texts)
    {
        var place = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".db");
        using var store = LedgerStore.Open(place);
        foreach (var (i, text) in texts.Index())
        {
            var report = new Report(text) { Input = $"report {i}", Outlet = "Harbour Post", Published = new(2031, 5, 1) };
            store.Append(report, Simple.Stages.Read(report).Entries, "test");
        }

        return new(place);
    }

    private Task Asking(Func<McpClient, Task> questions) => Assistant.Asking(served.Ledger, served.Settings(), questions);
}
