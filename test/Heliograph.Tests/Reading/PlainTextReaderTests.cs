using System.Text;
using CsCheck;
using Heliograph.Reading;

namespace Heliograph.Tests.Reading;

public class PlainTextReaderTests
{
    private const string Story = "Border of Freedonia to stay open\n\nThe minister said on Monday that the border would stay open.\r\nShe left.\n";

    [Fact]
    public void Keeps_the_text_as_it_stands()
    {
        var report = Read(Story).Report;

        Assert.Equal(Story, report.Text);
        Assert.Equal("a.txt", report.Input);
        Assert.Equal("en", report.Language);
    }

    [Fact]
    public void Takes_a_short_first_line_before_a_blank_one_for_the_headline()
    {
        var report = Read(Story).Report;

        Assert.Equal("Border of Freedonia to stay open", report.Title);
        Assert.Equal("[0..32)", report.TitleSpan.ToString());
    }

    [Theory]
    [InlineData("The minister left on Monday.\n\nShe said so.")] // a sentence
    [InlineData("The minister left\nand she said so.")]        // no blank line
    [InlineData("The minister left\n\n")]                      // nothing after it
    public void Takes_no_other_line_for_a_headline(string text) => Assert.Null(Read(text).Report.TitleSpan);

    [Theory]
    [InlineData("\r\n\r\n"), InlineData("\n \n"), InlineData("\r\r")]
    public void Finds_the_headline_whatever_ends_a_line(string gap) =>
        Assert.Equal("Minister leaves", Read($"Minister leaves{gap}She left on Monday.").Report.Title);

    [Fact]
    public void Marks_the_lines_that_are_no_part_of_the_article()
    {
        var report = Read("Minister leaves\n\nFreedonia Update\n\nShe left on Monday.\n\nAlso read: Ten hats\n\nSource link").Report;

        Assert.Equal(["Freedonia Update", "Also read: Ten hats", "Source link"], report.NotArticle.Select(span => span.In(report.Text).ToString()));
    }

    [Fact]
    public void Leaves_a_byte_order_mark_out() =>
        Assert.Equal("She left.", Article(PlainTextReader.Read("a.txt", [0xEF, 0xBB, 0xBF, .. "She left."u8], ReadOptions.Default)).Report.Text);

    [Fact]
    public void Names_the_byte_that_is_not_UTF8() =>
        Assert.Equal(
            "a.txt: byte 3: found byte 0xE9, expected UTF-8. Convert the file to UTF-8 (iconv -f WINDOWS-1252 -t UTF-8, where it is Western European) and read it again.",
            PlainTextReader.Read("a.txt", [(byte)'c', (byte)'a', (byte)'f', 0xE9, (byte)'s'], ReadOptions.Default).ToString());

    [Theory]
    [InlineData(new byte[] { 0xC0, 0xAF })]             // overlong
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]       // half a surrogate pair
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })] // beyond Unicode
    public void Refuses_false_UTF8(byte[] bytes) => Assert.Equal("byte 0", Failure(PlainTextReader.Read("a.txt", bytes, ReadOptions.Default)).Place);

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31 }, "a PDF document")]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 2, 1 }, "a program (ELF)")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "a JPEG image")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A }, "a PNG image")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4 }, "a ZIP archive (or a Word, Excel or EPUB file)")]
    [InlineData(new byte[] { 0x1F, 0x8B, 8 }, "a gzip archive")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0 }, "UTF-16 text")]
    [InlineData(new byte[] { 0x41, 0, 0x42 }, "binary data (a NUL byte at byte 1)")]
    public void Says_what_a_binary_file_looks_like(byte[] bytes, string name) =>
        Assert.Equal(name, Failure(PlainTextReader.Read("a.txt", bytes, ReadOptions.Default)).Found);

    [Theory]
    [InlineData("", "no text"), InlineData(" \r\n\t\u00A0", "only white space")]
    public void Refuses_what_has_no_words(string text, string found) =>
        Assert.Equal(found, Failure(PlainTextReader.Read("a.txt", Encoding.UTF8.GetBytes(text), ReadOptions.Default)).Found);

    [Fact]
    public void Refuses_a_file_above_the_limit() =>
        Assert.Equal("byte 10", Failure(PlainTextReader.Read("a.txt", "She left Freedonia."u8, new() { MaxReportBytes = 10 })).Place);

    [Fact]
    public void Fills_in_the_date_that_was_given()
    {
        var read = Article(PlainTextReader.Read("a.txt", "She left."u8, new() { Published = new(2021, 8, 17) }));

        Assert.Equal(new DateOnly(2021, 8, 17), read.Report.Published);
        Assert.Empty(read.Warnings);
        Assert.Single(Read("She left.").Warnings);
    }

    [Fact]
    public void Refuses_another_language_unless_it_must_read_it()
    {
        const string Text = "Le ministre a déclaré lundi que la frontière de la Syldavie restera ouverte pour tous les voyageurs, et que les agents ne seront pas retirés avant la fin de l'année.";
        var bytes = Encoding.UTF8.GetBytes(Text);

        var failure = Failure(PlainTextReader.Read("a.txt", bytes, ReadOptions.Default));

        Assert.Equal("a.txt: text: found text that looks like French (fr), expected English (en). Give --force to read it anyway.", failure.ToString());
        Assert.Equal("fr", Article(PlainTextReader.Read("a.txt", bytes, new() { Force = true })).Report.Language);
    }

    [Fact]
    public void Keeps_marks_direction_signs_and_stray_letters_where_they_stand()
    {
        var text = "She left.\u202E\u200B e" + new string('\u0301', 10_000) + " \U0001F600 end.";

        Assert.Equal(text, Read(text).Report.Text);
    }

    [Fact]
    public void Prints_control_characters_of_a_name_harmlessly() =>
        Assert.StartsWith("a\\u001B[31m\\u000A.txt: ", PlainTextReader.Read("a\u001B[31m\n.txt", [], ReadOptions.Default).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Gives_a_result_for_any_bytes() =>
        Gen.Byte.Array[0, 200].Sample(bytes => PlainTextReader.Read("a.txt", bytes, ReadOptions.Default) is not null);

    [Fact]
    public void Gives_valid_spans_for_any_text() =>
        Gen.String[Gen.Char["ab. \n\r\tSource link:Update\u00e9\ud83d"], 0, 120].Sample(text =>
            PlainTextReader.Read("a.txt", Encoding.UTF8.GetBytes(text), ReadOptions.Default) is not ReadResult.Article { Report: var report }
            || (report.NotArticle.All(span => span.End <= report.Text.Length && span.Length > 0)
                && report.NotArticle.SequenceEqual(report.NotArticle.OrderBy(span => span.Start))
                && (report.TitleSpan is not { } title || title.In(report.Text).SequenceEqual(report.Title))));

    private static ReadResult.Article Read(string text) => Article(PlainTextReader.Read("a.txt", Encoding.UTF8.GetBytes(text), ReadOptions.Default));

    private static ReadResult.Article Article(ReadResult result) => Assert.IsType<ReadResult.Article>(result);

    private static ReadResult.Failure Failure(ReadResult result) => Assert.IsType<ReadResult.Failure>(result);
}
