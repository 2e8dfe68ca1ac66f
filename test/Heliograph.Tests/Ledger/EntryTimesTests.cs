using System.Buffers;
using System.Text;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Tests.Times;

namespace Heliograph.Tests.Ledger;

public class EntryTimesTests
{
    [Fact]
    public void Writes_the_days_that_the_words_mean() =>
        Assert.Contains("""
            "time":{"text":"in 2014","spans":[[12,19]],"start":"2014-01-01","end":"2015-01-01","granularity":"year"}
            """, Line("Rebels fell_VBD in 2014", null), StringComparison.Ordinal);

    [Fact]
    public void Writes_the_words_alone_where_nobody_knows_the_day_of_publication() =>
        Assert.Contains("""
            "time":{"text":"on Sunday","spans":[[12,21]]},
            """, Line("Rebels fell_VBD on Sunday", null), StringComparison.Ordinal);

    [Fact]
    public void Gives_an_entry_the_same_id_whenever_it_was_published() =>
        Assert.Equal(Entry("Rebels fell_VBD on Sunday", new(2021, 8, 18)).Id, Entry("Rebels fell_VBD on Sunday", null).Id);

    private static EventEntry Entry(string text, DateOnly? published) => Read(text, published).Entry;

    private static string Line(string text, DateOnly? published)
    {
        var (report, entry) = Read(text, published);
        using var json = new EntryJson(report);
        var output = new ArrayBufferWriter<byte>();
        json.Write(output, entry);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static (Report Report, EventEntry Entry) Read(string text, DateOnly? published)
    {
        var document = TimeText.Document(text);
        var report = new Report(document.Text) { Input = "a", Published = published };
        var told = new Event
        {
            Type = "RETREAT",
            Cameo = "0831",
            Trigger = [document.Tokens[1]],
            TriggerHead = 1,
            Actors = [new(document.Tokens[0], 0)],
            Recipients = [],
            Time = new(document.Tokens[2].Start, document.Text.Length),
            Factuality = Factuality.Happened,
            Rule = "fall.verb",
        };
        return (report, Assert.Single(Entries.Of(report, document, [], [told]).OfType<EventEntry>()));
    }
}
