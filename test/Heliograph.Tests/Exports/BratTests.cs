using CsCheck;
using Heliograph.Exports;

namespace Heliograph.Tests.Exports;

public class BratTests
{
    [Fact]
    public void Writes_brat() => Exported.As("brat").Shown().Approve();

    [Theory]
    [InlineData(false), InlineData(true)]
    public void Reads_back_what_it_wrote(bool all)
    {
        var exported = Exported.As("brat", all);
        foreach (var file in exported.Files.Keys.Where(file => file.EndsWith(".ann", StringComparison.Ordinal)))
        {
            Assert.Equal(exported.Text(file), BratDocument.Parse(exported.Text(file)).ToString());
        }
    }

    [Fact]
    public void Cuts_words_where_a_line_ends_and_leads_to_them_all_the_same()
    {
        var exported = Exported.As("brat");
        foreach (var file in exported.Files.Keys.Where(file => file.EndsWith(".ann", StringComparison.Ordinal)))
        {
            var text = exported.Text(Path.ChangeExtension(file, ".txt")).EnumerateRunes().ToArray();
            foreach (var bound in BratDocument.Parse(exported.Text(file)).Texts)
            {
                Assert.Equal(bound.Words, string.Join(' ', bound.Spans.Select(span => string.Concat(text[span.Start..span.End]))));
            }
        }
    }

    [Fact]
    public void Ties_every_event_to_words_and_to_who_tells_it()
    {
        var told = InventedLedger.All[0];
        var document = BratDocument.Parse(Exported.As("brat").Text(told.Report.Id["sha256:".Length..] + ".ann"));

        Assert.All(document.Events, found => Assert.Contains(document.Texts, text => text.Id == found.Trigger && text.Type == found.Type));
        Assert.Contains(document.Events, found => found.Type == "ASSAULT" && found.Arguments.Contains(("Voice", document.Events.First(other => other.Type == "Statement").Id)));
        Assert.Equal(["Actor", "Actor2"], document.Events[0].Arguments.Select(argument => argument.Role).Where(role => role.StartsWith("Actor", StringComparison.Ordinal)));
    }

    [Fact]
    public void Lets_words_lie_across_others()
    {
        var exported = Exported.As("brat", all: true);
        var overlaps = exported.Files.Keys.Where(file => file.EndsWith(".ann", StringComparison.Ordinal)).SelectMany(file =>
        {
            var texts = BratDocument.Parse(exported.Text(file)).Texts;
            return texts.SelectMany(one => texts.Where(other => one.Id != other.Id && one.Spans[0].Start <= other.Spans[0].Start && other.Spans[0].Start < one.Spans[^1].End));
        });

        Assert.NotEmpty(overlaps);
        Assert.Contains("<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>", exported.Lines("annotation.conf"));
    }

    [Theory]
    [InlineData("T1\tPerson\twords")]
    [InlineData("T1\tPerson 0 x\twords")]
    [InlineData("R1\tTie Arg1:T1 Arg2:T2")]
    public void Says_which_line_it_cannot_read(string line) =>
        Assert.Contains("expected a line of text", Assert.Throws<FormatException>(() => BratDocument.Parse(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void Fails_on_any_text_in_no_other_way() => Gen.String[Gen.Char["TEA#1 \t\n:;abc"], 0, 40].Sample(text =>
    {
        try
        {
            BratDocument.Parse(text);
        }
        catch (FormatException)
        {
            // the one way
        }
    }, seed: "000000000001");
}
