using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;

namespace Heliograph.Tests.Web;

/// <summary>What assistants may ask for, and how they are told that they may not.</summary>
[Collection(OneServer.Name)]
public class AssistantArgumentsTests(Served served)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_tool_takes_its_own_arguments_and_no_others_and_says_what_it_answers()
    {
        await Asking(async client =>
        {
            foreach (var tool in await client.ListToolsAsync(cancellationToken: Stop))
            {
                var schema = tool.ProtocolTool.InputSchema;
                Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
                Assert.All(schema.GetProperty("properties").EnumerateObject(), one => Assert.NotEmpty(one.Value.GetProperty("description").GetString()!));
                Assert.Equal("object", tool.ProtocolTool.OutputSchema!.Value.GetProperty("type").GetString());
                Assert.Contains("'nonsense'", await Assistant.Refusal(client, tool.Name, ("nonsense", "1")), StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public async Task Every_key_of_a_filter_is_an_argument_and_kinds_and_types_are_told_one_by_one()
    {
        await Asking(async client =>
        {
            var properties = (await client.ListToolsAsync(cancellationToken: Stop)).Single(one => one.Name == "search_entries").ProtocolTool.InputSchema.GetProperty("properties");

            Assert.All(Heliograph.Web.Api.Question.FilterKeys, key => Assert.True(properties.TryGetProperty(key.Key, out _), key.Key));
            Assert.Equal(["mention", "statement", "event"], Enum("kind"));
            Assert.Equal(["happened", "ongoing", "did not happen", "planned", "possible", "conditional", "asked for"], Enum("factuality"));
            Assert.Superset(new HashSet<string>(["ASSAULT", "CONSULT", "say", "deny", "person", "place"]), Enum("type").ToHashSet());
            Assert.DoesNotContain("none", Enum("type"));

            IEnumerable<string> Enum(string key) => properties.GetProperty(key).GetProperty("items").GetProperty("enum").EnumerateArray().Select(one => one.GetString()!);
        });
    }

    [Theory]
    [InlineData("search_entries", """{"colour":"red"}""", "search_entries: found an argument 'colour', which it does not have, expected one of kind, type")]
    [InlineData("search_entries", """{"filter":"kind=event"}""", "'filter'")]
    [InlineData("search_entries", """{"kind":["fight"]}""", "expected one of mention, statement, event")]
    [InlineData("search_entries", """{"kind":5}""", "expected one of mention, statement, event")]
    [InlineData("search_entries", """{"type":["assault"]}""", "ASSAULT")]
    [InlineData("search_entries", """{"quad":[5]}""", "a whole number from 1 to 4")]
    [InlineData("search_entries", """{"quad":[1.5]}""", "a whole number from 1 to 4")]
    [InlineData("search_entries", """{"from":"last week"}""", "a day such as 2031-05-02")]
    [InlineData("search_entries", """{"from":["2031-05-02"]}""", "a day such as 2031-05-02")]
    [InlineData("search_entries", """{"confidence":"high"}""", "a number from 0 to 1")]
    [InlineData("search_entries", """{"confidence":2}""", "a number from 0 to 1")]
    [InlineData("search_entries", """{"limit":0}""", "1 to 100")]
    [InlineData("search_entries", """{"limit":1e9}""", "1 to 100")]
    [InlineData("search_entries", """{"sort":"best"}""", "newest, oldest, surest")]
    [InlineData("search_entries", """{"text":"a\u0000b"}""", "without a NUL")]
    [InlineData("search_entries", """{"text":""}""", "a text of 1 to")]
    [InlineData("search_entries", """{"text":{"words":"a"}}""", "a text of 1 to")]
    [InlineData("search_entries", """{"actor":["Nobody of this name at all"]}""", "nobody called 'Nobody of this name at all'")]
    [InlineData("search_entries", """{"outlet":["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t","u"]}""", "21 values of 'outlet', expected at most 20")]
    [InlineData("compare_voices", """{"limit":5}""", "'limit'")]
    [InlineData("get_evidence", "{}", "no argument 'id'")]
    [InlineData("get_evidence", """{"id":123456}""", "a text of 1 to 32 characters")]
    [InlineData("read_text", """{"text":""}""", "a text of 1 to")]
    [InlineData("read_text", """{"text":"Mara said Holm fell","published":"May"}""", "a day such as")]
    [InlineData("get_actor", """{"actor":"minister"}""", "Call again with the id of the one you mean")]
    public async Task Says_what_was_found_expected_and_to_be_done(string tool, string arguments, string says)
    {
        await Asking(async client =>
        {
            var given = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(arguments)!.Select(one => (one.Key, (object)one.Value)).ToArray();

            var told = await Assistant.Refusal(client, tool, given);

            Assert.Contains(says, told, StringComparison.Ordinal);
            Assert.StartsWith(tool + ": found ", told, StringComparison.Ordinal);
            Assert.Contains(", expected ", told, StringComparison.Ordinal);
            Assert.Matches(@"\. .+\.$", told); // and what to do
        });
    }

    [Theory]
    [InlineData("Pakistan", "Q843")]
    [InlineData("PAK", null)]
    [InlineData(":REB", null)]
    public async Task A_name_stands_for_the_one_actor_that_bears_it_and_the_answer_says_whom(string asked, string? id)
    {
        await Asking(async client =>
        {
            var found = await Assistant.Call(client, "search_entries", ("actor", (string[])[asked]));

            if (id is null) Assert.Null(found["meant"]);
            else Assert.Equal("Pakistan", (string)Assert.Single(found["meant"]!.AsArray())!["name"]!);
            Assert.Equal(0, (long)found["total"]!);
        });
    }

    [Fact]
    public async Task One_value_stands_for_a_list_of_one()
    {
        await Asking(async client => Assert.Equal(
            (await Assistant.Call(client, "search_entries", ("kind", (string[])["event"])))["entries"]!.ToJsonString(),
            (await Assistant.Call(client, "search_entries", ("kind", "event")))["entries"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_tool_that_is_none_and_a_prompt_that_is_none_are_told_in_the_protocols_own_terms()
    {
        await Asking(async client =>
        {
            var tool = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.CallToolAsync("erase_ledger", cancellationToken: Stop));
            Assert.Equal(McpErrorCode.InvalidParams, tool.ErrorCode);
            var prompt = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.GetPromptAsync("sing", cancellationToken: Stop));
            Assert.Equal(McpErrorCode.InvalidParams, prompt.ErrorCode);
            Assert.Contains("expected brief_pair or check_claim", prompt.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<McpProtocolException>(async () => await client.GetPromptAsync("check_claim", new Dictionary<string, object?> { ["claim"] = "x", ["mood"] = "y" }, cancellationToken: Stop));
        });
    }

    private Task Asking(Func<McpClient, Task> questions) => Assistant.Asking(served.Ledger, served.Settings(), questions);
}
