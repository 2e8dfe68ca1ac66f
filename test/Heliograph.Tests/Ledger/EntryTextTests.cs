using Heliograph.Ledger;

namespace Heliograph.Tests.Ledger;

public class EntryTextTests
{
    [Fact]
    public void Shows_people_who_did_what_to_whom_and_who_says_so()
    {
        var (report, document, entries) = Invented.Ledger();

        Plain(new EntryText(report, entries, Passages.Sentences(document)).All([])).Approve();
    }

    [Fact]
    public void Shows_one_entry_with_the_paragraph_around_it()
    {
        var (report, _, entries) = Invented.Ledger();
        var text = new EntryText(report, entries, Passages.Paragraphs(report.Text));

        Assert.Contains("Belmere. [Venn] [resigned].", Plain(text.Of(entries.Single(entry => entry.Type == "RETREAT")))
            .Replace(" .", ".", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain “é” 🚀", "plain “é” 🚀")]
    [InlineData("a\r\n\t b", "a b")]
    [InlineData("\u001b[31mred", "␛[31mred")]
    [InlineData("\u009b31m\u0007\u007f", "\uFFFD31m␇␡")]
    [InlineData("abc\u202Efed", "abc⟨U+202E⟩fed")]
    public void Disarms_what_a_terminal_would_obey(string text, string line) => Assert.Equal(line, Printable.Line(text));

    [Fact]
    public void Shows_half_a_character_as_none() => Assert.Equal("a\uFFFDb", Printable.Line("a\ud800b"));

    private static string Plain(IEnumerable<Piece> pieces) => string.Concat(pieces.Select(piece => piece.Plain));
}
