using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using CsCheck;
using Heliograph.Reading;

namespace Heliograph.Tests.Reading;

public sealed class ReportReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void Reads_a_folder_in_ordinal_order()
    {
        Write("b.txt", "She left.");
        Write("Z.txt", "She stayed.");
        Write("inner/a.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}");
        Write("a.htm", "<p>She spoke.</p>");
        Write("picture.png", "no report");

        Assert.Equal(["She stayed.", "She spoke.", "She left.", "One.", "Two."], Texts(Read(_folder.FullName)));
    }

    [Fact]
    public void Keeps_the_order_of_the_paths() =>
        Assert.Equal(["Two.", "One."], Texts(Read(Write("b.txt", "Two."), Write("a.txt", "One."))));

    [Fact]
    public void Reads_standard_input_by_what_it_looks_like()
    {
        Assert.Equal(["She left."], Texts(ReadInput("{\"text\":\"She left.\"}\n")));
        Assert.Equal(["She left."], Texts(ReadInput("\uFEFF <!DOCTYPE html><p>She left.</p>")));
        Assert.Equal(["{She} left. <p>"], Texts(ReadInput("{She} left. <p>")));
    }

    [Fact]
    public void Reads_what_it_is_told_and_not_what_the_name_says() =>
        Assert.Equal(["<p>She left.</p>"], Texts(ReportReader.Read([Write("a.html", "<p>She left.</p>")], new() { Format = InputFormat.Text }, null)));

    [Fact]
    public void Says_what_is_missing_and_reads_the_rest()
    {
        var missing = Path.Combine(_folder.FullName, "none.txt");

        var results = Read(missing, Write("a.txt", "She left."), "-");

        Assert.Equal($"{missing}: file: found nothing of this name, expected a file or folder that can be read. Check the path.", results[0].ToString());
        Assert.IsType<ReadResult.Article>(results[1]);
        Assert.Equal("-: file: found no standard input, expected a file or folder that can be read. Name a file, or pipe one in.", results[2].ToString());
    }

    [Fact]
    public void Says_that_a_folder_holds_no_report() =>
        Assert.Contains("no .txt, .html, .htm or .jsonl file", Assert.Single(Read(_folder.FullName)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Passes_over_a_pipe_a_socket_and_a_device_in_a_folder_by_name()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what they are");
        Write("d.txt", "She left.");
        using (var made = Process.Start("mkfifo", Path.Combine(_folder.FullName, "a.txt"))) made.WaitForExit();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.FullName, "b.txt")));
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "c.txt"), "/dev/zero");

        var results = Read(_folder.FullName);

        Assert.Equal(["a pipe", "a socket", "a device"], results[..3].Select(result => Assert.IsType<ReadResult.Failure>(result).Found));
        Assert.Equal(["a.txt", "b.txt", "c.txt"], results[..3].Select(result => Path.GetFileName(Assert.IsType<ReadResult.Failure>(result).Source)));
        Assert.Equal(["She left."], Texts(results[3..]));
    }

    [Fact]
    public void Goes_round_no_loop_of_links()
    {
        Write("inner/a.txt", "She left.");
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "inner", "loop"), _folder.FullName);

        Assert.Single(Read(_folder.FullName));
    }

    [Fact]
    public void Refuses_a_packed_file_in_one_line() =>
        Assert.Equal("a gzip archive", Assert.IsType<ReadResult.Failure>(Assert.Single(Read(Write("a.jsonl", [0x1F, 0x8B, 8, 0, 10, 10])))).Found);

    [Fact]
    public void Refuses_a_text_of_100_MB_after_the_first_16()
    {
        using var stream = new Letters(100_000_000);

        var failure = Assert.IsType<ReadResult.Failure>(Assert.Single(ReportReader.Read(["-"], ReadOptions.Default, stream)));

        Assert.Equal("byte 16777216", failure.Place);
        Assert.InRange(stream.Given, 0, 17_000_000);
    }

    [Fact]
    public void Says_that_the_system_would_not_go_on()
    {
        var progress = new ReadProgress();

        var results = ReportReader.Read(["-"], new() { Format = InputFormat.Jsonl }, new Broken("{\"text\":\"She left.\"}\n"u8.ToArray()), progress).ToList();

        Assert.IsType<ReadResult.Article>(results[0]);
        Assert.Contains("the system cannot read it (The disk is gone)", results[1].ToString(), StringComparison.Ordinal);
        Assert.Equal((1, 1), (progress.Articles, progress.Failures));
    }

    [Fact]
    public void Tells_how_far_it_is()
    {
        var progress = new ReadProgress();
        string[] paths = [Write("a.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}"), Write("b.txt", "She left.")];

        var results = ReportReader.Read(paths, ReadOptions.Default, null, progress);
        Assert.Null(progress.TotalBytes); // nothing is read before it is asked for

        Assert.Equal(3, results.Count());
        Assert.Equal(40, progress.TotalBytes);
        Assert.Equal(40, progress.BytesRead);
        Assert.Equal(3, progress.Articles);
    }

    [Fact]
    public void Takes_one_report_at_a_time()
    {
        using var stream = new Letters(1L << 40, "{\"text\":\"One.\"}\n"u8.ToArray());

        Assert.Equal(["One.", "One."], Texts(ReportReader.Read(["-"], ReadOptions.Default, stream).Take(2)));
        Assert.InRange(stream.Given, 0, 1_000_000);
    }

    [Fact]
    public void Gives_results_for_any_bytes() =>
        Gen.Select(Gen.OneOf("", "{\"", "<html>", "\uFEFF"), Gen.Byte.Array[0, 200]).Sample((start, bytes) =>
            ReportReader.Read(["-"], ReadOptions.Default, new MemoryStream([.. Encoding.UTF8.GetBytes(start), .. bytes])).Any());

    public void Dispose() => _folder.Delete(recursive: true);

    private static List<ReadResult> Read(params string[] paths) => [.. ReportReader.Read(paths, ReadOptions.Default, null)];

    private static List<ReadResult> ReadInput(string text) => [.. ReportReader.Read(["-"], ReadOptions.Default, new MemoryStream(Encoding.UTF8.GetBytes(text)))];

    private static IEnumerable<string> Texts(IEnumerable<ReadResult> results) => results.Select(result => Assert.IsType<ReadResult.Article>(result).Report.Text);

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    // The same bytes over and over, up to a length.
    private sealed class Letters(long length, params byte[] piece) : MemoryStream
    {
        private readonly byte[] _piece = piece.Length > 0 ? piece : [(byte)'x'];

        public long Given { get; private set; }

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - Given);
            for (var i = 0; i < count; i++) buffer[i] = _piece[(int)((Given + i) % _piece.Length)];
            Given += count;
            return count;
        }
    }

    private sealed class Broken(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer) is > 0 and var count ? count : throw new IOException("The disk is gone.");
    }
}
