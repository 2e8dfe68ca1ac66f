using Heliograph.Evaluation;

namespace Heliograph.Tests.Evaluation;

/// <summary>Every expected figure was counted by hand from the rows.</summary>
public class ParseScorerTests
{
    private const string Gold = """
        They   they  PRON  4  nsubj PRP
        did    do    AUX   4  aux   VBD  ~
        n't    not   PART  4  advmod RB
        leave  leave VERB  0  root  VB
        Orvenna Orvenna PROPN 4 obj NNP  +
        .      .     PUNCT 4  punct .

        Rain   rain  NOUN  2  nsubj NN
        fell   fall  VERB  0  root  VBD  +
        .      .     PUNCT 2  punct .
        """;

    [Fact]
    public void Gives_full_marks_to_the_gold_itself()
    {
        var scores = ParseScorer.Score(Conllu.Document(Gold), Conllu.Document(Gold));

        Assert.Equal(new(8, 8, 8), scores.Tokens); // "didn't" is one
        Assert.Equal(new(2, 2, 2), scores.Sentences);
        Assert.All(scores.All.Skip(2), score => Assert.Equal(new Tally(9, 9, 9), score.Tally));
        Assert.All(scores.All, score => Assert.Equal(1, score.Tally.F1));
    }

    [Fact]
    public void Counts_each_layer_apart()
    {
        var system = Conllu.Document("""
            They   they  PRON  4  obj   PRP
            did    do    VERB  4  aux   VBD  ~
            n't    n't   PART  4  advmod RB
            leave  leave VERB  0  root  VBP
            Orvenna Orvenna PROPN 1 obj NNP  +
            .      .     PUNCT 4  punct .

            Rain   rain  NOUN  2  nsubj NN
            fell   fall  VERB  0  root  VBD  +
            .      .     PUNCT 2  punct .
            """);

        var scores = ParseScorer.Score(Conllu.Document(Gold), system);

        Assert.Equal(9, scores.Words.Correct);
        Assert.Equal(8, scores.Tags.Correct);         // did
        Assert.Equal(8, scores.TreebankTags.Correct); // leave
        Assert.Equal(8, scores.Lemmas.Correct);       // n't
        Assert.Equal(8, scores.Heads.Correct);        // Orvenna
        Assert.Equal(7, scores.Deprels.Correct);      // Orvenna, They
    }

    [Fact]
    public void Does_not_look_at_subtypes()
    {
        var gold = Conllu.Document("Maps map NOUN 2 nsubj:pass NNS\nburnt burn VERB 0 root VBN");
        var system = Conllu.Document("Maps map NOUN 2 nsubj NNS\nburnt burn VERB 0 root VBN");

        Assert.Equal(2, ParseScorer.Score(gold, system).Deprels.Correct);
    }

    [Fact]
    public void Loses_the_words_of_a_wrong_cut_and_whatever_hangs_from_them()
    {
        var gold = Conllu.Document("""
            on-line on-line ADJ  2 amod JJ
            maps    map     NOUN 3 nsubj NNS
            burn    burn    VERB 0 root VBP
            """);
        var system = Conllu.Document("""
            on     on      ADP  5 case  IN  +
            -      -       PUNCT 1 punct HYPH +
            line   line    NOUN 5 nsubj  NN
            ma     ma      NOUN 5 compound NN +
            ps     ps      NOUN 6 nsubj NN
            burn   burn    VERB 0 root  VBP
            """);

        var scores = ParseScorer.Score(gold, system);

        Assert.Equal(new(3, 6, 1), scores.Words); // burn
        Assert.Equal(new(3, 6, 1), scores.Tokens);
        Assert.Equal(new(3, 6, 1), scores.Heads);
        Assert.Equal(1 / 6.0, scores.Words.Precision);
        Assert.Equal(1 / 3.0, scores.Words.Recall);
        Assert.Equal(2 / 9.0, scores.Words.F1, 12);
    }

    [Fact]
    public void Counts_a_head_as_wrong_when_the_gold_head_was_not_aligned()
    {
        var gold = Conllu.Document("""
            old     old     ADJ  2 amod JJ
            mapbook mapbook NOUN 0 root NN
            """);
        var system = Conllu.Document("""
            old     old     ADJ  3 amod JJ
            map     map     NOUN 3 compound NN +
            book    book    NOUN 0 root NN
            """);

        var scores = ParseScorer.Score(gold, system);

        Assert.Equal(new(2, 3, 1), scores.Words);
        Assert.Equal(new(2, 3, 0), scores.Heads);
    }

    [Fact]
    public void Aligns_the_words_of_a_multiword_token_by_their_forms()
    {
        var whole = Conllu.Document("""
            They   they  PRON  3  nsubj PRP
            didn't didn't AUX  3  aux   VBD
            leave  leave VERB  0  root  VB
            """);
        var parted = Conllu.Document("""
            They   they  PRON  4  nsubj PRP
            did    do    AUX   4  aux   VBD  ~
            n't    not   PART  4  advmod RB
            leave  leave VERB  0  root  VB
            """);
        var otherCut = Conllu.Document("""
            They   they  PRON  4  nsubj PRP
            didn   do    AUX   4  aux   VBD  ~
            't     not   PART  4  advmod RB
            leave  leave VERB  0  root  VB
            """);

        Assert.Equal(new(4, 3, 2), ParseScorer.Score(parted, whole).Words); // They, leave
        Assert.Equal(new(3, 3, 3), ParseScorer.Score(parted, whole).Tokens);
        Assert.Equal(new(4, 4, 2), ParseScorer.Score(parted, otherCut).Words);
        Assert.Equal(new(3, 3, 3), ParseScorer.Score(parted, otherCut).Tokens);
    }

    [Fact]
    public void Aligns_words_cut_apart_with_words_of_one_token_but_not_the_token()
    {
        var parted = Conllu.Document("did do AUX 0 root VBD ~\nn't not PART 1 advmod RB");
        var apart = Conllu.Document("did do AUX 0 root VBD +\nn't not PART 1 advmod RB");

        var scores = ParseScorer.Score(parted, apart);

        Assert.Equal(new(2, 2, 2), scores.Words);
        Assert.Equal(new(2, 2, 2), scores.Deprels);
        Assert.Equal(new(1, 2, 0), scores.Tokens);
    }

    [Fact]
    public void Follows_a_chain_of_overlapping_multiword_tokens_to_its_end()
    {
        // gold  [ab|c][d]  [e]   system  [a][bc|d] [e]: one stretch "abcd", nothing in common but "d"
        var gold = Conllu.Document("ab ab X 0 root X ~\nc c X 1 dep X +\nd d X 1 dep X +\ne e X 1 dep X");
        var system = Conllu.Document("a a X 0 root X +\nbc bc X 1 dep X ~\nd d X 1 dep X +\ne e X 1 dep X");

        var scores = ParseScorer.Score(gold, system);

        Assert.Equal(new(4, 4, 2), scores.Words); // d, e
        Assert.Equal(new(3, 3, 1), scores.Tokens); // e
    }

    [Fact]
    public void Counts_a_merged_sentence_as_wrong_and_the_root_inside_it_too()
    {
        var system = Conllu.Document("""
            They   they  PRON  4  nsubj PRP
            did    do    AUX   4  aux   VBD  ~
            n't    not   PART  4  advmod RB
            leave  leave VERB  0  root  VB
            Orvenna Orvenna PROPN 4 obj NNP  +
            .      .     PUNCT 4  punct .
            Rain   rain  NOUN  8  nsubj NN
            fell   fall  VERB  4  parataxis VBD  +
            .      .     PUNCT 8  punct .
            """);

        var scores = ParseScorer.Score(Conllu.Document(Gold), system);

        Assert.Equal(new(2, 1, 0), scores.Sentences);
        Assert.Equal(9, scores.Words.Correct);
        Assert.Equal(8, scores.Heads.Correct);
    }

    [Fact]
    public void Takes_lists_of_documents_as_one_file_however_they_are_cut()
    {
        var (first, second) = (Conllu.Document("Rain rain NOUN 0 root NN"), Conllu.Document("Snow snow NOUN 0 root NN"));
        var both = Conllu.Document("Rain rain NOUN 0 root NN\n\nSnow snow NOUN 0 root NN");

        var scores = ParseScorer.Score([first, second], [both]);

        Assert.Equal(new(2, 2, 2), scores.Deprels);
        Assert.Equal(new(2, 2, 2), scores.Sentences);
    }

    [Fact]
    public void Ignores_white_space_between_and_inside_tokens()
    {
        var gold = Conllu.Document("Rain rain NOUN 2 nsubj NN +\nfell fall VERB 0 root VBD");
        var system = Conllu.Document("Rain rain NOUN 2 nsubj NN\nfell fall VERB 0 root VBD");

        Assert.Equal(2, ParseScorer.Score(gold, system).Deprels.Correct);
    }

    [Fact]
    public void Refuses_texts_that_differ_and_says_where()
    {
        var gold = Conllu.Document("Rain rain NOUN 2 nsubj NN\nfell fall VERB 0 root VBD");
        var system = Conllu.Document("Rain rain NOUN 2 nsubj NN\nfalls fall VERB 0 root VBZ");

        var error = Assert.Throws<ArgumentException>(() => ParseScorer.Score(gold, system));

        Assert.Contains("after 5 of them, white space left out, found \"alls\", expected \"ell\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_nothing_for_nothing()
    {
        var scores = ParseScorer.Score([], []);

        Assert.All(scores.All, score => Assert.Equal(0, score.Tally.F1));
    }
}
