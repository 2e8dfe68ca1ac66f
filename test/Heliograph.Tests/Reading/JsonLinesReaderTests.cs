using System.Text;
using CsCheck;
using Heliograph.Reading;

namespace Heliograph.Tests.Reading;

public class JsonLinesReaderTests
{
    [Fact]
    public void Reads_every_field()
    {
        var read = Assert.IsType<ReadResult.Article>(Single(
            """{"id":"x7","text":"She left.","title":"Minister leaves","published":"2021-08-17T00:10:00+05:00","url":"https://example.org/a","outlet":"Example Press","language":"en-GB","authors":["Ann Writer","Bo Scribe"],"ours":{"a":[1,2]}}"""));

        Assert.Equal("x7", read.Report.Input);
        Assert.Equal("She left.", read.Report.Text);
        Assert.Equal("Minister leaves", read.Report.Title);
        Assert.Equal(new DateOnly(2021, 8, 17), read.Report.Published);
        Assert.Equal("https://example.org/a", read.Report.Url);
        Assert.Equal("Example Press", read.Report.Outlet);
        Assert.Equal("en", read.Report.Language);
        Assert.Equal(["Ann Writer", "Bo Scribe"], read.Report.Authors);
        Assert.Empty(read.Warnings);
    }

    [Fact]
    public void Names_a_report_without_id_by_its_line() =>
        Assert.Equal(["a:1", "a:3", "17", "1e999"], Read("{\"text\":\"a\"}\n \r\n{\"text\":\"b\"}\r\n{\"id\":17,\"text\":\"c\"}\n{\"id\":1e999,\"text\":\"d\"}")
            .Select(result => ((ReadResult.Article)result).Report.Input));

    [Fact]
    public void Takes_null_for_a_field_that_is_not_there() =>
        Assert.Null(Assert.IsType<ReadResult.Article>(Single("""{"text":"She left.","title":null,"authors":null,"language":null}""")).Report.Title);

    [Fact]
    public void Marks_the_headline_where_the_text_begins_with_it()
    {
        var report = Assert.IsType<ReadResult.Article>(Single("""{"title":"Minister leaves","text":"Minister leaves\nShe left."}""")).Report;

        Assert.Equal("[0..15)", report.TitleSpan.ToString());
    }

    [Fact]
    public void Keeps_separators_of_Unicode_inside_a_string() =>
        Assert.Equal("one\u2028two\r\nthree", Assert.IsType<ReadResult.Article>(Single("{\"text\":\"one\u2028two\\r\\nthree\"}")).Report.Text);

    [Fact]
    public void Reads_the_page_in_html() =>
        Assert.Equal("She left.\n\nShe came back.", Assert.IsType<ReadResult.Article>(
            Single("""{"html":"<html><body><p>She <b>left</b>.</p><p>She came back.</p></body></html>"}""")).Report.Text);

    [Theory]
    [InlineData("""{"title":"x"}""", "a: line 1, column 1: found neither \"text\" nor \"html\"")]
    [InlineData("""{"text":5}""", "a: line 1, column 9: found a number as \"text\", expected a string.")]
    [InlineData("""{"text":["a"]}""", "a: line 1, column 9: found an array as \"text\", expected a string.")]
    [InlineData("""{"text":"a","authors":[1]}""", "a: line 1, column 24: found a number as \"authors\"")]
    [InlineData("""{"text":"a","text":"b"}""", "a: line 1, column 13: found the key 'text' a second time, expected each key once.")]
    [InlineData("""{"text":"a","\u0074ext":"b"}""", "a: line 1, column 13: found the key 'text' a second time")]
    [InlineData("""{"text":NaN}""", "a: line 1, column 9: found 'NaN}', where no JSON can have it")]
    [InlineData("""{"text":"a" """, "a: line 1, column 13: found the line's end inside the object")]
    [InlineData("""{"text":"a"} {}""", "a: line 1, column 14: found '{}', where no JSON can have it")]
    [InlineData("""["text"]""", "a: line 1, column 1: found an array, expected an object")]
    [InlineData("""{"text":"a","published":"17/08/2021"}""", "a: line 1, column 25: found the date '17/08/2021', expected a date such as")]
    [InlineData("""{"text":"a","published":20210817}""", "a: line 1, column 25: found a number as \"published\"")]
    [InlineData("""{"text":"a","language":"English"}""", "a: line 1, column 24: found the language 'English', expected an ISO 639-1 code")]
    [InlineData("""{"text":"She left.","language":"fr"}""", "a: line 1: found text said to be French (fr), expected English (en).")]
    [InlineData("""{"text":"\ud800"}""", "a: line 1, column 9: found an escape such as \\uD800 that is half a character")]
    [InlineData("""{"\ud800":"a"}""", "a: line 1, column 2: found an escape such as \\uD800 that is half a character")]
    [InlineData("""{"text":""}""", "a: line 1: found no text, expected the words of a report.")]
    [InlineData("She left.", "a: line 1, column 1: found 'She left.', where no JSON can have it")]
    public void Says_what_is_wrong_with_a_line(string line, string message) => Assert.StartsWith(message, Single(line).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Says_that_a_line_nests_too_deep()
    {
        var line = "{\"text\":\"a\",\"x\":" + new string('[', 10_000) + new string(']', 10_000) + "}";

        Assert.StartsWith("a: line 1, column 80: found arrays or objects nested too deep, expected at most 64 levels.", Single(line).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_the_line_that_is_not_UTF8_and_reads_the_rest()
    {
        byte[] bytes = [.. "{\"text\":\"one\"}\n{\"text\":\"caf"u8, 0xE9, .. "\"}\n{\"text\":\"two\"}"u8];

        var results = JsonLinesReader.Read("a", new MemoryStream(bytes), ReadOptions.Default).ToList();

        Assert.Equal(3, results.Count);
        Assert.Equal("a: line 2, column 13: found byte 0xE9, expected UTF-8. Write the file as UTF-8.", results[1].ToString());
        Assert.IsType<ReadResult.Article>(results[2]);
    }

    [Fact]
    public void Leaves_a_byte_order_mark_out() =>
        Assert.IsType<ReadResult.Article>(Assert.Single(JsonLinesReader.Read("a", new MemoryStream([0xEF, 0xBB, 0xBF, .. "{\"text\":\"a\"}"u8]), ReadOptions.Default)));

    [Theory]
    [InlineData("", "nothing"), InlineData("\n\r\n \n", "only blank lines")]
    public void Refuses_a_source_without_lines(string text, string found) => Assert.Equal(found, Assert.IsType<ReadResult.Failure>(Single(text)).Found);

    [Fact]
    public void Refuses_a_line_of_a_gigabyte_without_holding_it_and_reads_the_rest()
    {
        const long Length = 1L << 30;
        using var stream = new LongLine(Length, "\n{\"id\":\"next\",\"text\":\"She left.\"}\n"u8.ToArray());
        var before = GC.GetAllocatedBytesForCurrentThread();

        var results = JsonLinesReader.Read("a", stream, ReadOptions.Default).ToList();

        Assert.Equal("a: line 1: found a line of 1,073,741,824 bytes, expected at most 16,777,216. Check that each report stands on a line of its own.", results[0].ToString());
        Assert.Equal("next", Assert.IsType<ReadResult.Article>(results[1]).Report.Input);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    [Fact]
    public void Tells_the_same_whatever_the_pieces_the_stream_comes_in()
    {
        const string Text = "{\"text\":\"one\"}\r\n\n{\"text\":12}\n0123456789012345678901234567890123456789012345\r\n{\"text\":\"two\"}";
        var options = new ReadOptions { MaxReportBytes = 45 };
        var whole = JsonLinesReader.Read("a", new MemoryStream(Encoding.UTF8.GetBytes(Text)), options).Select(Shown).ToList();

        Gen.Int[1, 50].Sample(piece => JsonLinesReader.Read("a", new Trickle(Encoding.UTF8.GetBytes(Text), piece), options).Select(Shown).SequenceEqual(whole));

        Assert.Equal(4, whole.Count);
        Assert.Contains("a line of 46 bytes", whole[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_results_for_any_bytes() =>
        Gen.Byte.Array[0, 300].Sample(bytes => JsonLinesReader.Read("a", new MemoryStream(bytes), ReadOptions.Default).Any());

    [Fact]
    public void Gives_results_for_anything_that_looks_like_JSON() =>
        Gen.OneOf("{", "}", "[", "]", ":", ",", "\"text\"", "\"html\"", "\"id\"", "\"published\"", "\"authors\"", "\"language\"", "\"a\"", "1", "null", "\"\\ud83d\"", "\n", "<p>")
            .Array[0, 14].Sample(pieces => Read(string.Concat(pieces)).Count > 0, iter: 3_000);

    private static string Shown(ReadResult result) => result is ReadResult.Article article ? article.Report.Input + article.Report.Text : result.ToString()!;

    private static List<ReadResult> Read(string text) => [.. JsonLinesReader.Read("a", new MemoryStream(Encoding.UTF8.GetBytes(text)), ReadOptions.Default)];

    private static ReadResult Single(string line) => Assert.Single(Read(line));

    // So many letters without a line feed, then what follows.
    private sealed class LongLine(long length, byte[] then) : MemoryStream(then)
    {
        private long _left = length;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_left == 0) return base.Read(buffer, offset, count);
            var taken = (int)Math.Min(count, _left);
            buffer.AsSpan(offset, taken).Fill((byte)'x');
            _left -= taken;
            return taken;
        }
    }

    private sealed class Trickle(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}
