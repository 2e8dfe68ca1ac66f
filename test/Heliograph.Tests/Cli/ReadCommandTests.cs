using System.Text.Json;
using Heliograph.Cli;
using Heliograph.Reading;
using Heliograph.Store;

namespace Heliograph.Tests.Cli;

public sealed class ReadCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Prints_what_a_report_tells()
    {
        var (status, output, errors) = Read(Request(OutputFormat.Text), """{"id":"one","text":"Quill said that Belmere fell","outlet":"The Post"}""");

        output.Approve();
        Assert.Equal(0, status);
        Assert.StartsWith("1 report read, 0 refused; 4 entries; ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    public void Prints_the_same_bytes_for_any_number_of_threads(int threads)
    {
        var input = string.Join('\n', Enumerable.Range(0, 300).Select(Line));

        var one = Read(Request(OutputFormat.Jsonl), input);
        var many = Read(Request(OutputFormat.Jsonl) with { Threads = threads }, input);

        Assert.Equal(one.Output, many.Output);
        Assert.Equal(300, one.Output.Split('\n').Count(line => line.StartsWith("{\"kind\":\"report\"", StringComparison.Ordinal)));
        Assert.Equal(
            Enumerable.Range(0, 300).Select(i => $"r{i}"),
            many.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                .Where(json => json.GetProperty("kind").GetString() == "report").Select(json => json.GetProperty("input").GetString()));
    }

    [Fact]
    public void Prints_one_JSON_array()
    {
        var (_, output, _) = Read(Request(OutputFormat.Json), Line(1) + "\n" + Line(2));

        Assert.Equal(2, JsonDocument.Parse(output).RootElement.EnumerateArray()
            .Count(line => line.GetProperty("kind").GetString() == "report"));
    }

    [Fact]
    public void Prints_an_empty_array_where_nothing_can_be_read()
    {
        var (status, output, _) = Read(Request(OutputFormat.Json), "no JSON");

        Assert.Equal("[]\n", output);
        Assert.Equal(1, status);
    }

    [Fact]
    public void Names_a_bad_line_and_reads_the_rest()
    {
        var (status, output, errors) = Read(Request(OutputFormat.Jsonl), $"{Line(1)}\n{{\"id\":\n{Line(3)}\n[]\n");

        Assert.Equal(1, status);
        Assert.Contains("\"r1\"", output, StringComparison.Ordinal);
        Assert.Contains("\"r3\"", output, StringComparison.Ordinal);
        Assert.Contains("line 2", errors, StringComparison.Ordinal);
        Assert.Contains("line 4", errors, StringComparison.Ordinal);
        Assert.Contains("2 reports read, 2 refused", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_a_fault_of_ours_a_fault_and_reads_the_rest()
    {
        var stages = Simple.Stages with
        {
            Annotate = text => text.Contains("trap", StringComparison.Ordinal)
                ? throw new InvalidOperationException("broke \u001b[31m")
                : Simple.Annotate(text),
        };
        var input = $$"""
            {{Line(1)}}
            {"id":"bad","text":"This is the trap that they set for it"}
            {{Line(3)}}
            """;

        var (status, output, errors) = Simple.Run(streams => ReadCommand.Run(Request(OutputFormat.Jsonl) with { Threads = 2 }, stages, streams), input);

        Assert.Equal(1, status);
        Assert.Contains("\"r3\"", output, StringComparison.Ordinal);
        Assert.Contains("bad: found a fault in Heliograph itself (InvalidOperationException: broke ␛[31m", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_entries_and_adds_nothing_the_second_time()
    {
        var ledger = Path.Combine(_folder, "ledger.db");
        var request = Request(OutputFormat.Jsonl) with { Ledger = ledger };

        var first = Read(request, Line(1) + "\n" + Line(2));
        var second = Read(request, Line(1) + "\n" + Line(2));

        Assert.Equal(first.Output, second.Output);
        Assert.Contains("(8 new in ", first.Errors, StringComparison.Ordinal);
        Assert.Contains("(0 new in ", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_how_many_reports_are_copies_of_others()
    {
        var request = Request(OutputFormat.Jsonl) with { Ledger = Path.Combine(_folder, "ledger.db") };

        Assert.Contains("; 1 copy of another report; ", Read(request, Line(1) + "\n" + Line(2) + "\n" + Line(1).Replace("fell", "FELL", StringComparison.Ordinal)).Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("copy of another", Read(request, Line(2)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_how_far_an_older_ledger_has_been_brought_up_to_date()
    {
        var (terminal, clock) = (new StringWriter(), new Stepping());
        var line = new UpgradeLine(terminal, isShown: true, clock);

        line.Show(0, 3000);
        Assert.Equal("", terminal.ToString());
        clock.Step();
        line.Show(1200, 3000);
        line.Show(1300, 3000); // too soon
        line.End();

        Assert.Equal("\rBringing the ledger up to date: 1,200 of 3,000 reports" + Environment.NewLine, terminal.ToString());
    }

    private sealed class Stepping : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _now;

        public void Step() => _now += 2;
    }

    [Fact]
    public void Reads_nothing_where_the_ledger_cannot_be_opened()
    {
        var (status, output, errors) = Read(Request(OutputFormat.Jsonl) with { Ledger = _folder }, Line(1));

        Assert.Equal(1, status);
        Assert.Equal("", output);
        Assert.Contains("found a folder, expected a ledger file", errors, StringComparison.Ordinal);
        Assert.Contains("--no-ledger", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Stops_between_two_reports_and_keeps_what_was_read()
    {
        using var stop = new CancellationTokenSource();
        var ledger = Path.Combine(_folder, "ledger.db");
        using var output = new Watched(line => line.Contains("\"r5\"", StringComparison.Ordinal), stop.Cancel);
        using var errors = new StringWriter();
        var input = string.Join('\n', Enumerable.Range(0, 300).Select(Line));

        var status = ReadCommand.Run(
            Request(OutputFormat.Jsonl) with { Ledger = ledger, Threads = 2 },
            Simple.Stages,
            new(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)), output, errors),
            stop.Token);

        Assert.Equal(ReadBatch.Stopped, status);
        Assert.Contains("Stopped.", errors.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("}\n", output.Text, StringComparison.Ordinal);
        using var kept = LedgerStore.OpenToRead(ledger);
        Assert.Equal(6, kept.Read(new()).Count());
    }

    [Fact]
    public void Ends_quietly_when_nobody_reads_on()
    {
        using var errors = new StringWriter();
        using var gone = new Watched(_ => true, () => throw new IOException("Broken pipe", 32));

        var status = ReadCommand.Run(
            Request(OutputFormat.Jsonl), Simple.Stages, new(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Line(1))), gone, errors),
            TestContext.Current.CancellationToken);

        Assert.Equal(0, status);
        Assert.Equal("", errors.ToString());
    }

    [Fact]
    public void Says_when_the_output_cannot_be_written()
    {
        using var errors = new StringWriter();
        using var full = new Watched(_ => true, () => throw new IOException("No space left on device", 28));

        var status = ReadCommand.Run(
            Request(OutputFormat.Jsonl), Simple.Stages, new(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Line(1))), full, errors),
            TestContext.Current.CancellationToken);

        Assert.Equal(1, status);
        Assert.Contains("No space left on device", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null, "12 reports · 500 words/s")]
    [InlineData(250, 1000L, "12 reports · 500 words/s · 25 % · 0:06 left")]
    public void Tells_how_far_it_has_come(long bytes, long? total, string line) =>
        Assert.Equal(line, ProgressLine.Text(12, 1000, TimeSpan.FromSeconds(2), bytes, total));

    [Theory]
    [InlineData("read a.txt --published 31.5.2031", "expected a day such as 2031-05-02")]
    [InlineData("read a.txt --threads 0", "expected a number from 1 to 1024")]
    [InlineData("read a.txt --format xml", "expected one of text, json, jsonl")]
    [InlineData("read a.txt --input 1", "expected one of auto, text, html, jsonl")]
    [InlineData("read a.txt --ledger x --no-ledger", "found both")]
    public void Refuses_a_command_line_that_makes_no_sense(string line, string why)
    {
        var root = new System.CommandLine.RootCommand { ReadCommand.Declare(_ => Simple.Stages, _ => "test") };

        var errors = root.Parse(line.Split(' ')).Errors;

        Assert.Contains(errors, error => error.Message.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void Leaves_what_the_deep_model_found_unless_told_to_read_again()
    {
        var folder = Directory.CreateTempSubdirectory("heliograph-");
        var deep = Request(OutputFormat.Jsonl) with { Ledger = Path.Combine(folder.FullName, "ledger.db"), Reader = "heliograph 1, deep-1" };
        var fast = deep with { Reader = "heliograph 1, english-1" };
        var changed = Simple.Stages with { Statements = _ => [] }; // finds something else
        Simple.Run(streams => ReadCommand.Run(deep, Simple.Stages, streams), Line(1));

        var (status, output, errors) = Simple.Run(streams => ReadCommand.Run(fast, changed, streams), Line(1) + "\n" + Line(2));

        Assert.Equal(1, status);
        Assert.Contains("r1: Found a reading by the deep model (heliograph 1, deep-1)", errors, StringComparison.Ordinal);
        Assert.Contains("1 report read, 1 refused", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Quill1", output, StringComparison.Ordinal);
        Assert.Equal(0, Simple.Run(streams => ReadCommand.Run(fast with { Again = true }, changed, streams), Line(1)).Item1);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Takes_the_day_of_publication_from_the_command_line()
    {
        var request = Request(OutputFormat.Jsonl) with { Options = ReadOptions.Default with { Format = InputFormat.Jsonl, Published = new(2031, 5, 2) } };

        Assert.Contains("\"published\":\"2031-05-02\"", Read(request, Line(1)).Output, StringComparison.Ordinal);
    }

    internal static string Line(int number) =>
        $"{{\"id\":\"r{number}\",\"text\":\"It was Quill{number} who said that the town of Belmere fell{new string('.', number % 7)} and fell\"}}";

    internal static ReadRequest Request(OutputFormat format) => new()
    {
        Paths = ["-"],
        Options = ReadOptions.Default with { Format = InputFormat.Jsonl },
        Format = format,
        Reader = "test",
    };

    internal static (int Status, string Output, string Errors) Read(ReadRequest request, string input) =>
        Simple.Run(streams => ReadCommand.Run(request, Simple.Stages, streams), input);

    // An output that does something when certain words are written to it.
    private sealed class Watched(Predicate<string> when, Action then) : MemoryStream
    {
        public string Text => System.Text.Encoding.UTF8.GetString(ToArray());

        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            if (when(System.Text.Encoding.UTF8.GetString(buffer, offset, count))) then();
        }
    }
}
