using Heliograph.Cli;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Tests.Cli;

/// <summary>Texts made to be dear, read all the way to entries: what they take grows with them, and no faster.</summary>
/// <remarks>Bytes allocated stand for work: they are the same on every machine, however busy.</remarks>
public class LongTextsTests
{
    private const string Beginning = "Troops attacked the town of Hallow Ford on Monday, police said.\n\n";

    private static readonly Stages English = Stages.Of(Annotator.Load());

    [Theory]
    [InlineData("Rebels attacked the town of Hallow Ford on Monday, police said. ")]
    [InlineData("The army of Norland killed five people.\n\n")]
    [InlineData("He said she told him that they had left. ")]
    [InlineData("\"We will attack, said the minister. ")]
    [InlineData("Mara, Jon, Bela, ")]
    [InlineData("the minister of the state of ")]
    [InlineData("he said that she said that ")]
    [InlineData("\"")]
    [InlineData("“a” ")]
    [InlineData("' ")]
    [InlineData(". ")]
    [InlineData("([")]
    [InlineData("a-b/c,")]
    [InlineData("1,2;")]
    [InlineData("😀")]
    public void A_text_four_times_as_long_takes_about_four_times_as_much(string piece)
    {
        Read(Repeated(piece, 300)); // what is made once and kept
        var (bytes, entries) = Read(Repeated(piece, 1_000));
        var (more, found) = Read(Repeated(piece, 4_000));

        Assert.True(more < 6 * bytes, $"{bytes} bytes, then {more}");
        Assert.True(found <= (6 * entries) + 20, $"{entries} entries, then {found}");
    }

    [Fact]
    public void A_word_of_a_hundred_thousand_letters_takes_little_more_than_its_letters()
    {
        Read(Word(100));
        var (bytes, _) = Read(Word(10));
        var (more, _) = Read(Word(100_000));

        Assert.True(more - bytes < 40L * 100_000, $"{bytes} bytes, then {more}");
    }

    private static string Repeated(string piece, int length) => Beginning + string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static string Word(int letters) => Beginning + new string('x', letters) + " Rebels killed five people.";

    private static (long Bytes, int Entries) Read(string text)
    {
        var report = new Report(text) { Input = "long", Published = new DateOnly(2031, 5, 7) };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var entries = English.Read(report).Entries.Length;
        return (GC.GetAllocatedBytesForCurrentThread() - before, entries);
    }
}
