using System.Runtime.InteropServices;
using Heliograph.Documents;
using Heliograph.Language;
using Heliograph.Language.Networks;
using Heliograph.Tests.Language.Networks;

namespace Heliograph.Tests.Language;

/// <summary>The deep model, with an encoder made for the test below the network that ships.</summary>
public class DeepAnnotatorTests
{
    private const string Text = "“They left at dawn,” said Mayor Elin Torrow. Gunmen had attacked the town of Brennick.\n\nNobody knows who paid them.";

    private static readonly byte[] Encoder = new MadeEncoder(7).ToFile();
    private static readonly Annotator Deep = Annotator.Open(Network(loudness: 1e-4f), Encoder);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("\u0301\ud83d")]
    [InlineData(Text)]
    public void Makes_a_whole_document_that_names_the_model(string text)
    {
        var document = Deep.Annotate(text);

        Assert.Null(AnnotatorTests.Complaint(text, document));
        Assert.Equal(ReadingModel.Deep, document.Model);
        Assert.Equal((ReadingModel.Deep, "deep-made"), (Deep.Model, Deep.ModelName));
    }

    [Fact]
    public void Reads_sentences_and_words_of_any_length()
    {
        var text = string.Join(' ', Enumerable.Repeat("the incomprehensibilities of Zzyzx-Qqxv'hl and", 300)) + ". " + new string('x', 5000);

        Assert.Null(AnnotatorTests.Complaint(text, Deep.Annotate(text)));
    }

    [Fact]
    public void Hears_what_the_encoder_says()
    {
        var fast = Write(Annotator.LoadWithoutSpeech(ReadingModel.Fast).Annotate(Text));

        Assert.Equal(fast, Write(Annotator.Open(Network(loudness: 0), Encoder).Annotate(Text)));
        Assert.NotEqual(fast, Write(Annotator.Open(Network(loudness: 0.01f), Encoder).Annotate(Text)));
    }

    [Fact]
    public void Gives_the_same_document_on_any_thread()
    {
        var alone = Write(Deep.Annotate(Text));

        var together = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(4).Select(_ => Write(Deep.Annotate(Text))).ToArray();

        Assert.All(together, written => Assert.Equal(alone, written));
    }

    [Fact]
    public void Weights_that_do_not_go_together_are_refused()
    {
        var fast = Weights("english.model");

        Assert.Contains("got none", Assert.Throws<InvalidDataException>(() => Annotator.Open(Network(1))).Message, StringComparison.Ordinal);
        Assert.Contains("without an encoder", Assert.Throws<InvalidDataException>(() => Annotator.Open(fast, Encoder)).Message, StringComparison.Ordinal);
        Assert.Contains("expected 96", Assert.Throws<InvalidDataException>(() => Annotator.Open(Network(1), new MadeEncoder(1, heads: 3).ToFile())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_learnt_on_one_encoder_is_not_of_another()
    {
        var network = Network(1);
        var tagger = Weights("attribution.model");
        var deep = SentenceNetwork.Open(network, EncoderNetwork.Open(Encoder));

        Assert.NotEqual(deep.Fingerprint, SentenceNetwork.Open(network, EncoderNetwork.Open(new MadeEncoder(8).ToFile())).Fingerprint);
        Assert.False(SpeechNetwork.Open(tagger, deep).IsOf);
    }

    [Fact]
    public void Weights_that_are_not_built_in_are_named()
    {
        if (Annotator.Ships(ReadingModel.Deep)) Assert.Equal(ReadingModel.Deep, Annotator.Load(ReadingModel.Deep).Model);
        else Assert.Contains("encoder.model", Assert.Throws<InvalidDataException>(() => Annotator.Load(ReadingModel.Deep)).Message, StringComparison.Ordinal);
    }

    // The network that ships under another name, and behind it how loud the encoder is.
    private static byte[] Network(float loudness)
    {
        var weights = Weights("english.model");
        var name = weights.AsSpan().IndexOf("english-1"u8);
        "deep-made"u8.CopyTo(weights.AsSpan(name));
        var network = SentenceNetwork.OpenResource("english.model");
        var (inputs, outputs) = (64, 3 * network.StateWidth);
        var random = new Random(3);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(weights);
        writer.Write(inputs);
        writer.Write(outputs);
        WriteArray<float>(Enumerable.Repeat(loudness, outputs).ToArray());
        WriteArray<float>(new float[outputs]);
        WriteArray<short>(Enumerable.Range(0, inputs * outputs).Select(_ => (short)random.Next(-2047, 2048)).ToArray());
        return stream.ToArray();

        void WriteArray<T>(ReadOnlySpan<T> values) where T : unmanaged
        {
            while (stream.Position % 64 != 0) writer.Write((byte)0);
            writer.Write(MemoryMarshal.AsBytes(values));
        }
    }

    private static byte[] Weights(string name)
    {
        using var stream = typeof(Annotator).Assembly.GetManifestResourceStream(name)!;
        var weights = new byte[stream.Length];
        stream.ReadExactly(weights);
        return weights;
    }

    private static string Write(Document document)
    {
        using var output = new StringWriter();
        ConlluWriter.Write(document, output);
        return output.ToString();
    }
}
