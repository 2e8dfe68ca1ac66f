using CsCheck;
using Heliograph.Documents;

namespace Heliograph.Tests.Documents;

public class WordDifferenceTests
{
    private static readonly Gen<string> Texts = Gen.OneOf("the ", "mayor ", "said", " ", ", ", "\n\n", "\n", "fell", "🚀", "e\u0301", "  ", "\ud83d", "ä ").List[0, 40].Select(string.Concat);

    [Theory]
    [InlineData("Mara said Belmere fell.", "Mara said Belmere fell.", "Mara said Belmere fell.")]
    [InlineData("Mara said Belmere fell.", "Mara said on Monday Belmere fell.", "Mara said {+on Monday +}Belmere fell.")]
    [InlineData("Five people died.", "Seven people were hurt.", "[-Five -]{+Seven +}people [-died-]{+were hurt+}.")]
    [InlineData("One.\n\nTwo.", "One.\n\nNew.\n\nTwo.", "One.\n\n{+New.\n\n+}Two.")]
    [InlineData("", "New", "{+New+}")]
    [InlineData("Old", "", "[-Old-]")]
    [InlineData("", "", "")]
    public void Tells_what_went_and_what_came(string before, string after, string expected) => Assert.Equal(expected, Drawn(before, after));

    [Fact]
    public void Counts_words_that_stay_between_larger_changes_as_changed() =>
        Assert.Equal("[-red green of blue grey-]{+one two of three four+}", Drawn("red green of blue grey", "one two of three four"));

    [Fact]
    public void Does_not_count_blanks()
    {
        var changes = WordDifference.Between(" Mara  said it\n", "Mara said  it")!.Value;

        Assert.All(changes, change => Assert.Equal(ChangeKind.Same, change.Kind));
    }

    [Theory]
    [InlineData("the mayor \nsaid", "the mayor  said")]
    [InlineData("the\n\n\nmayor said", "the\n \nmayor said")]
    public void Cuts_where_other_blanks_as_long_stand_behind_a_word(string before, string after)
    {
        var changes = WordDifference.Between(before, after)!.Value;

        Assert.Equal(2, changes.Length);
        Assert.All(changes, change => Assert.Equal(change.Before.In(before).Trim().ToString(), change.After.In(after).Trim().ToString()));
    }

    [Fact]
    public void Loses_nothing_of_either_text() => Gen.Select(Texts, Texts).Sample((before, after) =>
    {
        var changes = WordDifference.Between(before, after)!.Value;
        return (string.Concat(changes.Select(change => change.Before.In(before).ToString())), string.Concat(changes.Select(change => change.After.In(after).ToString()))) == (before, after)
            && changes.All(change => change.Kind != ChangeKind.Same || change.Before.In(before).Trim().SequenceEqual(change.After.In(after).Trim()) || change.Before.In(before).IsWhiteSpace());
    });

    [Fact]
    public void Finds_the_shortest_way() => Gen.Select(Gen.Char["abc"].Array[0, 25], Gen.Char["abc"].Array[0, 25]).Sample((before, after) =>
    {
        var (old, fresh) = (string.Concat(before.Select(Sign)), string.Concat(after.Select(Sign)));
        var shortest = old.Length + fresh.Length - (2 * Common(old, fresh));
        return WordDifference.Between(old, fresh, shortest) is not null && (shortest == 0 || WordDifference.Between(old, fresh, shortest - 1) is null);
    });

    [Fact]
    public void Gives_up_on_texts_that_are_too_different()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 3000)), string.Join(' ', Enumerable.Range(5000, 3000)));

        Assert.Null(WordDifference.Between(before, after));
        Assert.Null(WordDifference.Between("a b c", "d e f", 5));
        Assert.NotNull(WordDifference.Between("a b c", "d e f", 6));
    }

    [Fact]
    public void Takes_long_texts_that_differ_little()
    {
        var words = Enumerable.Range(0, 100_000).Select(number => $"w{number % 977}").ToArray();
        var before = string.Join(' ', words);
        for (var i = 500; i < words.Length; i += 1000) words[i] = "changed";
        var changes = WordDifference.Between(before, string.Join(' ', words))!.Value;

        Assert.Equal(100, changes.Count(change => change.Kind == ChangeKind.Added));
    }

    // Signs that are no letters stand alone: each is a word
    private static char Sign(char letter) => letter switch { 'a' => '+', 'b' => '-', _ => '=' };

    private static int Common(string before, string after)
    {
        var table = new int[before.Length + 1, after.Length + 1];
        for (var i = 1; i <= before.Length; i++)
        {
            for (var j = 1; j <= after.Length; j++)
            {
                table[i, j] = before[i - 1] == after[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
            }
        }

        return table[before.Length, after.Length];
    }

    private static string Drawn(string before, string after) => string.Concat(WordDifference.Between(before, after)!.Value.Select(change => change.Kind switch
    {
        ChangeKind.Same => change.After.In(after).ToString(),
        ChangeKind.Removed => $"[-{change.Before.In(before)}-]",
        _ => $"{{+{change.After.In(after)}+}}",
    }));
}
