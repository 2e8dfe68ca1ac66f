using System.Text.Json;
using Heliograph.Reading;

namespace Heliograph.Fuzz;

/// <summary>JSON Lines: every line is a report or a refusal, and one bad line costs no other.</summary>
internal sealed class LineTarget : Target
{
    private static readonly byte[] Last = "\n{\"id\":\"last\",\"text\":\"The minister left.\"}"u8.ToArray();

    /// <inheritdoc/>
    public override string Name => "lines";

    /// <inheritdoc/>
    public override byte[] Make(Random random)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(new { id = "one", text = Samples.Text(random), title = "A title", published = "2031-05-02", authors = "Ana Reyle", other = new { a = 1 } });
        return Mutation.Of(line, random, "{", "[", "\"", ",", ":", "null", "\n", "{\"html\":\"<p>a\"}", "\"outlet\":\"", "\"language\":\"en\"", "\"url\":", "\\", "[[[[[[[[");
    }

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        var results = JsonLinesReader.Read("a.jsonl", new MemoryStream([.. input, .. Last]), ReadOptions.Default with { Force = true }).ToList();
        foreach (var article in results.OfType<ReadResult.Article>()) English.Check(article.Report);
        BrokenPromiseException.ThrowUnless(results[^1] is ReadResult.Article { Report.Input: "last" }, "the line behind it was not read");
    }
}
