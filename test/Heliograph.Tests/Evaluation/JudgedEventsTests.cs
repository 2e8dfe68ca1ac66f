using Heliograph.Evaluation;
using Heliograph.Extraction;

namespace Heliograph.Tests.Evaluation;

public class JudgedEventsTests
{
    private const string Treebank = """
        # newdoc id = reviews-01
        # sent_id = reviews-01-1
        1	Fine	fine	ADJ	JJ	_	0	root	_	_

        # sent_id = reviews-01-2
        1	Rebels	rebel	NOUN	NNS	_	2	nsubj	_	_
        2	attacked	attack	VERB	VBD	_	0	root	_	_

        # newdoc id = GUM_bio_x
        # sent_id = GUM_bio_x-1
        1	Born	bear	VERB	VBN	_	0	root	_	_

        """;

    [Fact]
    public void Reads_documents_with_their_genres_and_sentences()
    {
        var texts = GenreText.Read(new StringReader(Treebank)).ToList();

        Assert.Equal(["reviews", "bio"], texts.Select(text => text.Genre));
        Assert.Equal(["reviews-01-1", "reviews-01-2"], texts[0].Sentences.Select(sentence => sentence.Id));
    }

    [Fact]
    public void Knows_a_judged_event_by_its_sentence_its_place_and_its_type()
    {
        var text = GenreText.Read(new StringReader(Treebank)).First();
        var found = Attack(text);
        var judged = JudgedEvents.Read(new StringReader($"# key\tverdict\n{JudgedEvents.KeyOf(text, found)}\tright\n"));

        Assert.True(judged.Verdict(text, found));
        Assert.Null(judged.Verdict(text, found with { Type = "COERCE" }));
    }

    [Fact]
    public void Refuses_a_judgement_that_is_neither_right_nor_wrong() =>
        Assert.Throws<FormatException>(() => JudgedEvents.Read(new StringReader("abc\tperhaps\n")));

    private static Event Attack(GenreText text)
    {
        var at = text.Text.IndexOf("attacked", StringComparison.Ordinal);
        return new()
        {
            Type = "ASSAULT",
            Cameo = "190",
            Trigger = [new(at, at + 8)],
            TriggerHead = 2,
            Actors = [],
            Recipients = [],
            Factuality = Factuality.Happened,
            Rule = "test",
        };
    }
}
