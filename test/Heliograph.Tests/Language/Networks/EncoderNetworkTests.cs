using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Heliograph.Documents;
using Heliograph.Language.Networks;

namespace Heliograph.Tests.Language.Networks;

public unsafe class EncoderNetworkTests
{
    private static readonly string[] Sentence = ["Gunmen", "attacked", "the", "town", "of", "Brennick", ",", "“", "REUTERS", "”", "said", "."];

    [Theory]
    [InlineData(2, 128, 2)]
    [InlineData(12, 1536, 2)]
    public void Comes_close_to_the_same_encoder_in_double_precision(int heads, int inner, int layers)
    {
        var made = new MadeEncoder(1, heads, inner, layers);

        var vectors = Encode(EncoderNetwork.Open(made.ToFile()), [Sentence]);

        AssertClose(EncoderReference.Vectors(made, Sentence), vectors);
    }

    [Fact]
    public void What_a_word_becomes_depends_on_its_window_alone()
    {
        var encoder = EncoderNetwork.Open(new MadeEncoder(2).ToFile());
        string[][] sentences = [Long(60, 3), Long(70, 5), Sentence, Long(64, 7), Long(58, 1)]; // each too long to share a window with the next

        var together = Encode(encoder, sentences);

        var at = 0;
        foreach (var window in (string[][][])[[sentences[0]], [sentences[1]], [Sentence, sentences[3]], [sentences[4]]])
        {
            var alone = Encode(encoder, window);
            Assert.Equal(alone, together[at..(at + alone.Length)]);
            at += alone.Length;
        }

        Assert.Equal(together.Length, at);
    }

    [Fact]
    public void A_sentence_beyond_all_bounds_is_read_in_parts()
    {
        var made = new MadeEncoder(3);
        var words = Long(400, 2);

        var vectors = Encode(EncoderNetwork.Open(made.ToFile()), [words]);

        var counts = words.Select(word => (byte)new WordPieces(made.Vocabulary).Cut(word, new int[WordPieces.MaxPieces])).ToArray();
        var windows = new List<TokenSpan>();
        EncoderWindows.Cut([new(0, words.Length)], counts, windows);
        Assert.True(windows.Count > 1);
        AssertClose([.. windows.SelectMany(window => EncoderReference.Vectors(made, words[window.Start..window.End]))], vectors);
    }

    [Fact]
    public void Gives_the_bytes_that_other_machines_give()
    {
        var vectors = Encode(EncoderNetwork.Open(new MadeEncoder(4).ToFile()), [Sentence, Long(90, 3), Long(20, 2)]);

        var bytes = MemoryMarshal.AsBytes<float>(vectors.SelectMany(vector => vector).ToArray());
        Assert.Equal("874F9DB5B467891B", Convert.ToHexString(SHA256.HashData(bytes))[..16]);
    }

    [Theory]
    [InlineData("EnableAVX512")]
    [InlineData("EnableAVX2")]
    [InlineData("EnableHWIntrinsic")]
    public void Gives_the_same_bytes_with_vectors_switched_off(string instructions)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(EncoderNetworkTests).Assembly.Location, "-method", $"*.{nameof(Gives_the_bytes_that_other_machines_give)}"])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_" + instructions] = "0" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.True(process.ExitCode == 0, output);
    }

    [Fact]
    public void Says_what_is_wrong_with_a_file_of_another_shape()
    {
        var file = new MadeEncoder(5).ToFile();
        var at = 12 + 4 + "made-encoder".Length + 8; // the number of heads
        file[at] = 3;

        var error = Assert.Throws<InvalidDataException>(() => EncoderNetwork.Open(file));

        Assert.Contains("width 64, 3 heads", error.Message, StringComparison.Ordinal);
    }

    // Words of several pieces each
    private static string[] Long(int words, int seed) => [.. Enumerable.Range(0, words).Select(i => $"{(char)('a' + (i * seed + i) % 26)}{(char)('A' + i * seed % 26)}")];

    private static float[][] Encode(EncoderNetwork encoder, string[][] sentences)
    {
        using var workspace = new Workspace();
        var words = sentences.SelectMany(sentence => sentence).ToArray();
        var (spans, at) = (new TextSpan[words.Length], 0);
        for (var i = 0; i < words.Length; i++) (spans[i], at) = (new(at, at + words[i].Length), at + words[i].Length + 1);
        var (tokens, first) = (new TokenSpan[sentences.Length], 0);
        for (var i = 0; i < tokens.Length; i++) tokens[i] = new(first, first += sentences[i].Length);
        var vectors = workspace.Floats(Workspace.Area.EncoderVectors, words.Length * encoder.Width);
        encoder.Encode(string.Join(' ', words), spans, tokens, [.. Enumerable.Range(0, words.Length)], vectors, new(), workspace);
        return [.. words.Select((_, i) => new ReadOnlySpan<float>(vectors + (nint)i * encoder.Width, encoder.Width).ToArray())];
    }

    private static void AssertClose(double[][] expected, float[][] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < found.Length; i++)
        {
            for (var j = 0; j < found[i].Length; j++) Assert.Equal(expected[i][j], found[i][j], 0.01);
        }
    }
}
