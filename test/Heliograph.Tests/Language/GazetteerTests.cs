using CsCheck;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Tests.Language;

public class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = Gazetteer.Load();

    private static readonly bool[] Choices = [true, false];

    private static readonly string[] Pieces =
    [
        "New", "York", "Al", "-", "Qaeda", "AT", "&", "T", "U.S.", "'s", "O’Brien", "josé", "", "\u0301", "\uD83D", ".", "of",
        "Bank", "ÇELIK", "the",
    ];

    [Theory]
    [InlineData("New York", "B I")]
    [InlineData("Wendy 's", "B I")]
    [InlineData("AT & T", "B I I")]
    [InlineData("U.S. envoys", "B -")]
    [InlineData("St. Louis", "B I")]
    [InlineData("The Google office", "- B -")]
    [InlineData("Xinhua said", "B -")]
    public void Finds_a_name_across_its_tokens(string words, string expected) =>
        Assert.Equal(expected, Shape(Classes(words)));

    [Theory]
    [InlineData("al|-|Qaeda")]
    [InlineData("al |-| Qaeda")]
    [InlineData("al| |Qaeda")]
    [InlineData("al-Qaeda")]
    public void Takes_a_hyphen_for_a_gap_however_the_text_is_cut(string cut)
    {
        var (text, tokens) = Cut(cut);
        var classes = new byte[tokens.Length];

        Gazetteer.Match(text, tokens, classes);

        Assert.DoesNotContain((byte)0, classes);
        Assert.Equal(Gazetteer.ClassOf(Gazetteer.Organisation, begins: true, cased: true), classes[0]);
    }

    [Fact]
    public void Prefers_the_longest_name_from_left_to_right()
    {
        Assert.Equal("B I I", Shape(Classes("New York Times")));
        Assert.Equal("B I I -", Shape(Classes("World Trade Center opened")));
    }

    [Fact]
    public void Keeps_a_hyphen_that_joins_nothing_out_of_the_name() =>
        Assert.Equal("B - -", Shape(Classes("Paris - based")));

    [Fact]
    public void Names_all_the_lists_that_hold_a_name() =>
        Assert.Equal(
            [Gazetteer.ClassOf(Gazetteer.Given | Gazetteer.Family | Gazetteer.Place, begins: true, cased: true)], Classes("Chandler"));

    [Theory]
    [InlineData("nice"), InlineData("reading"), InlineData("orange"), InlineData("apple"), InlineData("may"), InlineData("us")]
    [InlineData("mark"), InlineData("will"), InlineData("target"), InlineData("hope"), InlineData("who"), InlineData("it")]
    public void Leaves_a_small_common_word_alone(string word) => Assert.Equal("-", Shape(Classes(word)));

    [Theory]
    [InlineData("google"), InlineData("IRAN"), InlineData("MICROSOFT"), InlineData("new york")]
    public void Marks_a_name_in_another_case_as_such(string words)
    {
        var classes = Classes(words);

        Assert.All(classes, c => Assert.True(c != 0 && (c - 1) % 2 == 1));
    }

    [Fact]
    public void Reads_a_name_with_and_without_its_accents()
    {
        Assert.Equal(Classes("José"), Classes("Jose"));
        Assert.Equal(Classes("Sørensen"), Classes("Sorensen"));
    }

    [Fact]
    public void Gives_each_mask_place_and_case_a_class_of_its_own()
    {
        var classes =
            from mask in Enumerable.Range(1, 15)
            from begins in Choices
            from cased in Choices
            select (int)Gazetteer.ClassOf(mask, begins, cased);

        Assert.Equal(Enumerable.Range(1, Gazetteer.Classes - 1), classes.Order());
    }

    [Fact]
    public void Asks_for_a_class_for_each_token() =>
        Assert.Throws<ArgumentException>(() => Gazetteer.Match("Paris", [new TextSpan(0, 5)], []));

    [Fact]
    public void Opens_every_name_of_any_tokens_with_a_begin() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 12].Sample(choices =>
        {
            var classes = Classes(string.Join(' ', choices.Select(choice => Pieces[choice])));
            for (var i = 0; i < classes.Length; i++)
            {
                Assert.InRange(classes[i], 0, Gazetteer.Classes - 1);
                var inside = classes[i] != 0 && (classes[i] - 1) / 2 % 2 == 1;
                if (inside) Assert.NotEqual(0, i == 0 ? 0 : classes[i - 1]);
            }
        });

    private static byte[] Classes(string words)
    {
        var (text, tokens) = Cut(words.Replace(" ", "| |", StringComparison.Ordinal));
        var classes = new byte[tokens.Length];
        Gazetteer.Match(text, tokens, classes);
        return classes;
    }

    // Tokens stand between bars; spaces beside a bar belong to no token.
    private static (string Text, TextSpan[] Tokens) Cut(string cut)
    {
        var (text, tokens) = ("", new List<TextSpan>());
        foreach (var part in cut.Split('|'))
        {
            var word = part.Trim(' ');
            var start = text.Length + part.Length - part.TrimStart(' ').Length;
            if (word.Length > 0) tokens.Add(new(start, start + word.Length));
            text += part;
        }

        return (text, [.. tokens]);
    }

    private static string Shape(byte[] classes) =>
        string.Join(' ', classes.Select(c => c == 0 ? "-" : (c - 1) / 2 % 2 == 0 ? "B" : "I"));
}
