using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

public class QuotationsTests
{
    [Theory]
    [InlineData("“We stay,” she said.", "“We stay,”")]
    [InlineData("\"We stay,\" she said.", "\"We stay,\"")]
    [InlineData("''We stay,'' she said.", "''We stay,''")]
    [InlineData("``We stay,'' she said.", "``We stay,''")]
    [InlineData("«We stay», she said.", "«We stay»")]
    [InlineData("„We stay“, she said.", "„We stay“")]
    [InlineData("‘We stay,’ she said.", "‘We stay,’")]
    [InlineData("‘We don’t stay,’ she said.", "‘We don’t stay,’")]
    [InlineData("“We broke it.”His aide left.", "“We broke it.”")]
    [InlineData("\"We broke it.\"His aide left.", "\"We broke it.\"")]
    [InlineData("The miners’ hall and Moss's farm stay.", "")]
    [InlineData("She left ” and came.", "")]
    public void Pairs_marks_of_all_kinds(string text, string expected)
    {
        var document = Plain(text);

        Assert.Equal(expected, string.Join(" | ", Quotations.Find(document)
            .Select(quotation => document.SpanOf(quotation.Tokens).In(text).ToString())));
    }

    [Fact]
    public void Ends_a_quotation_that_is_never_closed_with_its_sentence()
    {
        var document = Conllu.Document("""
            “     “     PUNCT 2 punct +
            Go    go    VERB  0 root +
            .     .     PUNCT 2 punct

            Rain  rain  NOUN  2 nsubj
            fell  fall  VERB  0 root
            """);

        Assert.Equal(new Quotation(new(0, 3), Closed: false, Continues: false), Assert.Single(Quotations.Find(document)));
    }

    [Fact]
    public void Gives_up_a_pair_that_lies_too_far_apart()
    {
        var words = string.Concat(Enumerable.Repeat("word word NOUN 1 dep\n", Quotations.MaxTokens));
        var document = Conllu.Document("“ “ PUNCT 0 root\n" + words + "” ” PUNCT 1 punct");

        Assert.All(Quotations.Find(document), quotation => Assert.True(quotation.Tokens.Length <= Quotations.MaxTokens));
    }

    /// <summary>One sentence of tokens parted at spaces and around marks, without a tree worth the name.</summary>
    private static Document Plain(string text)
    {
        var tokens = new List<TextSpan>();
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            if (i + 1 < text.Length && text[i] is '\'' or '`' && text[i + 1] == text[i]) end = i + 2;
            else if (char.IsLetter(text[i]))
            {
                while (end < text.Length && (char.IsLetter(text[end])
                    || (text[end] is '’' or '\'' && end + 1 < text.Length && char.IsLetter(text[end + 1])))) end++;
            }

            tokens.Add(new(i, end));
            i = end;
        }

        var count = tokens.Count;
        return new()
        {
            Text = text,
            Tokens = [.. tokens],
            Joined = [.. new bool[count]],
            Sentences = [new(0, count)],
            Paragraphs = [new(0, count)],
            Tags = [.. tokens.Select(token => char.IsLetter(text[token.Start]) ? PartOfSpeech.X : PartOfSpeech.Punct)],
            TreebankTags = [.. tokens.Select(_ => "")],
            Lemmas = [.. tokens.Select(token => token.In(text).ToString())],
            Heads = [.. new int[count]],
            Deprels = [.. tokens.Select((_, i) => i == 0 ? Deprel.Root : Deprel.Dep)],
            Subtypes = [.. tokens.Select(_ => "")],
            Names = [],
        };
    }
}
