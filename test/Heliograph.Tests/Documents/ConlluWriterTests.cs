using System.Collections.Immutable;
using CsCheck;
using Heliograph.Documents;

namespace Heliograph.Tests.Documents;

public class ConlluWriterTests
{
    [Fact]
    public void Writes_multiword_tokens_spaces_spans_and_names()
    {
        var document = Conllu.Document("""
            Orvane Orvane PROPN 4 nsubj NNP B-LOC
            wo     will   AUX   4 aux   MD ~
            n't    not    PART  4 advmod RB
            yield  yield  VERB  0 root  VB +
            .      .      PUNCT 4 punct .

            ¶
            😀     😀     SYM   2 dep:x NFP
            Rain   rain   NOUN  0 root  NN
            """);
        using var output = new StringWriter();

        ConlluWriter.Write(document, output, "first");

        output.ToString().Approve();
    }

    [Fact]
    public void Reads_back_what_it_wrote() => Documents.Sample(document =>
    {
        using var output = new StringWriter();
        ConlluWriter.Write(document, output);
        var read = Assert.Single(ConlluReader.Read(new StringReader(output.ToString())));

        Assert.Equal(document.Text, read.Text);
        Assert.Equal(document.Tokens, read.Tokens);
        Assert.Equal(document.Joined, read.Joined);
        Assert.Equal(document.Sentences, read.Sentences);
        Assert.Equal(document.Paragraphs, read.Paragraphs);
        Assert.Equal(document.Tags, read.Tags);
        Assert.Equal(document.TreebankTags, read.TreebankTags);
        Assert.Equal(document.Lemmas, read.Lemmas);
        Assert.Equal(document.Heads, read.Heads);
        Assert.Equal(document.Deprels, read.Deprels);
        Assert.Equal(document.Subtypes, read.Subtypes);
        Assert.Equal(document.Names, read.Names);
    });

    private static readonly Gen<(string Form, byte Gap, byte Tag, byte Deprel, byte Name)> Words = Gen.Select(
        Gen.String[Gen.Char["abcdéZ.,'-_#=|0"], 1, 5], Gen.Byte[0, 9], Gen.Byte[0, 16], Gen.Byte[0, 36], Gen.Byte[0, 9]);

    private static readonly Gen<Document> Documents = Words.List[1, 30].Select(Build);

    // Gap: 0 joined to the word before, 1 no space, 2 a new sentence, 3 a new paragraph, otherwise a space.
    private static Document Build(List<(string Form, byte Gap, byte Tag, byte Deprel, byte Name)> words)
    {
        var text = "";
        var (tokens, joined, names) = (new List<TextSpan>(), new List<bool>(), new List<Name>());
        var (sentences, paragraphs) = (new List<int>(), new List<int>());
        foreach (var (form, gap, _, _, name) in words)
        {
            var first = tokens.Count == 0;
            if (first || gap is 2 or 3) sentences.Add(tokens.Count);
            if (first || gap == 3) paragraphs.Add(tokens.Count);
            text += first || gap < 2 ? "" : gap == 3 ? "\n\n" : " ";
            joined.Add(!first && gap == 0);
            if (name < 3) names.Add(new(new(tokens.Count, tokens.Count + 1), (NameType)name));
            else if (name == 9 && !first && gap is not (2 or 3) && names.Count > 0 && names[^1].Tokens.End == tokens.Count)
            {
                names[^1] = new(new(names[^1].Tokens.Start, tokens.Count + 1), names[^1].Type);
            }

            tokens.Add(new(text.Length, text.Length + form.Length));
            text += form;
        }

        return new()
        {
            Text = text,
            Tokens = [.. tokens],
            Joined = [.. joined],
            Sentences = Runs(sentences, tokens.Count),
            Paragraphs = Runs(paragraphs, tokens.Count),
            Tags = [.. words.Select(word => (PartOfSpeech)word.Tag)],
            TreebankTags = [.. words.Select(word => $"T{word.Tag}")],
            Lemmas = [.. words.Select(word => word.Form)],
            Heads = [.. Enumerable.Range(0, tokens.Count).Select(token => sentences.Last(start => start <= token))],
            Deprels = [.. words.Select(word => (Deprel)word.Deprel)],
            Subtypes = [.. words.Select(word => word.Gap % 2 == 0 ? "" : "pass")],
            Names = [.. names],
        };
    }

    private static ImmutableArray<TokenSpan> Runs(List<int> starts, int end) =>
        [.. starts.Select((start, i) => new TokenSpan(start, i + 1 < starts.Count ? starts[i + 1] : end))];
}
