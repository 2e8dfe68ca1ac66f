using CsCheck;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Tests.Language;

public class AnnotatorTests
{
    private static readonly Annotator English = Annotator.Load();

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char, 0, 200],
        Gen.String[Gen.Char["abz AZ09.,;:!?'’“”\"-–()\n\r\t\u00a0\u0301\u202e\ud83d\ude00\ud800\0"], 0, 300],
        Gen.String[Gen.Char["aA \n."], 0, 2000]);

    [Fact]
    public void Makes_a_whole_document_of_any_string() =>
        Texts.Sample(text => Complaint(text, English.Annotate(text)) is null, iter: 300);

    [Fact]
    public void Reads_a_sentence_longer_than_the_network_takes_as_several()
    {
        var text = string.Join(' ', Enumerable.Repeat("the tired delegates and", 400));

        var document = English.Annotate(text);

        Assert.Null(Complaint(text, document));
        Assert.All(document.Sentences, sentence => Assert.InRange(sentence.Length, 1, 400));
    }

    [Fact]
    public void Gives_the_same_document_on_any_thread()
    {
        const string Text = "“They left at dawn,” said Mayor Elin Torrow. Gunmen had attacked the town of Brennick.";
        var alone = Write(English.Annotate(Text));

        var together = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(8).Select(_ => Write(English.Annotate(Text))).ToArray();

        Assert.All(together, written => Assert.Equal(alone, written));
    }

    // What is wrong with a document, or null.
    internal static string? Complaint(string text, Document document)
    {
        var covered = new bool[text.Length];
        var end = 0;
        foreach (var token in document.Tokens)
        {
            if (token.Length == 0 || token.Start < end || token.End > text.Length) return $"token {token}";
            if (token.Start > 0 && char.IsSurrogatePair(text[token.Start - 1], text[token.Start])) return $"cut pair at {token.Start}";
            covered.AsSpan(token.Start, token.Length).Fill(true);
            end = token.End;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!covered[i] && !char.IsWhiteSpace(text[i])) return $"character {i} lies in no token";
        }

        if (!Cover(document.Sentences, document.Tokens.Length)) return "sentences";
        if (!Cover(document.Paragraphs, document.Tokens.Length)) return "paragraphs";
        foreach (var sentence in document.Sentences)
        {
            if (!IsTree(document, sentence)) return $"tree of sentence {sentence}";
        }

        var last = 0;
        foreach (var name in document.Names)
        {
            if (name.Tokens.Length == 0 || name.Tokens.Start < last || name.Tokens.End > document.Tokens.Length) return $"name {name}";
            last = name.Tokens.End;
        }

        return null;
    }

    private static bool Cover(IEnumerable<TokenSpan> runs, int tokens)
    {
        var at = 0;
        foreach (var run in runs)
        {
            if (run.Start != at || run.Length == 0) return false;
            at = run.End;
        }

        return at == tokens;
    }

    private static bool IsTree(Document document, TokenSpan sentence)
    {
        var roots = 0;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (document.Heads[i] == i) roots++;
            var (at, steps) = (i, 0);
            while (document.Heads[at] != at && steps++ <= sentence.Length)
            {
                at = document.Heads[at];
                if (!sentence.Contains(at)) return false;
            }

            if (steps > sentence.Length) return false;
        }

        return roots == 1;
    }

    private static string Write(Document document)
    {
        using var output = new StringWriter();
        ConlluWriter.Write(document, output);
        return output.ToString();
    }
}
