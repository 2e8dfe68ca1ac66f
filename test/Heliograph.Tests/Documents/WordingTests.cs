using System.Globalization;
using CsCheck;
using Heliograph.Documents;
using Heliograph.Tests.Store;

namespace Heliograph.Tests.Documents;

public class WordingTests
{
    private static readonly Gen<int> Numbers = Gen.Int[0, 1_000_000];

    [Theory]
    [InlineData("Mara said “it’s over” – café.", "MARA SAID \"IT'S OVER\"\n-- Café")]
    [InlineData("Mara resigned.", "  mara… re\u00adsigned ")]
    [InlineData("𝐀 vote", "𝐀  vote!")]
    public void Does_not_see_case_signs_and_blanks(string text, string other) => Assert.True(Of(text).IsCopy(Of(other)));

    [Theory]
    [InlineData("Mara resigned on Monday.", "Mara resigned on Tuesday.")]
    [InlineData("Mara resigned.", "Mara resigned. Mara")]
    [InlineData("Mara resigned.", "Venn resigned.")]
    public void Takes_a_few_words_for_a_copy_only_where_they_are_the_same(string text, string other) => Assert.False(Of(text).IsCopy(Of(other)));

    [Theory]
    [InlineData("")]
    [InlineData(" …—\n")]
    [InlineData("\ud83d🚀")]
    public void Has_nothing_to_say_of_a_text_without_words(string text) => Assert.Null(Wording.Of(text));

    [Fact]
    public void Finds_a_story_that_was_cut_and_given_another_head_and_foot() => Numbers.Sample(
        number => Of(Reprints.Story(number, 300)).IsCopy(Of(Reprints.Reprint(Reprints.Story(number, 300), "Estmark Daily"))));

    [Fact]
    public void Finds_a_story_of_which_one_word_in_thirty_is_garbled() => Numbers.Sample(number =>
    {
        var story = Reprints.Story(number, 300);
        return Of(story).IsCopy(Of(string.Join(' ', story.Split(' ').Select((word, i) => i % 30 == 17 ? "xq" : word))));
    });

    [Fact]
    public void Does_not_join_reports_of_one_form_about_other_things() => Gen.Select(Numbers, Numbers).Sample((one, other) =>
        one == other || !Of(Weather(one)).IsCopy(Of(Weather(other))));

    [Fact]
    public void Does_not_join_a_digest_to_what_it_is_made_of() => Numbers.Sample(number =>
    {
        var parts = Enumerable.Range(number, 3).Select(part => Reprints.Story(part)).ToList();
        return parts.TrueForAll(part => !Of(part).IsCopy(Of(string.Join("\n\n", parts))));
    });

    [Fact]
    public void Does_not_join_briefs_that_differ_by_names_and_numbers_alone()
    {
        const string Form = "The council of {0} said today that it had let the court of the market have {1} places in the harbour, and that the farm union of {0} would have {2} more of them before the winter comes and the ferry no longer sails.";
        static string Filled(params object[] slots) => string.Format(CultureInfo.InvariantCulture, Form, slots);

        Assert.False(Of(Filled("Belmere", 40, 12)).IsCopy(Of(Filled("Merrin", 35, 17))));
        Assert.True(Of(Filled("Belmere", 40, 12)).IsCopy(Of("HARBOUR POST. " + Filled("Belmere", 40, 12))));
    }

    [Fact]
    public void Says_the_same_both_ways_and_of_itself_that_it_is_all_there() => Gen.Select(Gen.String[1, 300], Gen.String[1, 300]).Sample((text, other) =>
    {
        if (Wording.Of(text) is not { } one || Wording.Of(other) is not { } two) return true;
        return one.Resemblance(two) == two.Resemblance(one) && one.Containment(two) == two.Containment(one) && one.IsCopy(two) == two.IsCopy(one)
            && one.Resemblance(one) == 1 && one.Containment(one) == 1 && one.IsCopy(one);
    });

    // A form with slots, as those of market reports and lists of results are
    private static string Weather(int number)
    {
        var random = new Random(number);
        string[] sky = ["clear", "grey", "wet", "windy", "foggy", "mild", "icy", "bright"];
        return "The weather today. " + string.Join(' ', ((string[])["North", "East", "South", "West", "Coast", "Hills", "Capital", "Islands"]).Select(region => string.Create(CultureInfo.InvariantCulture,
            $"{region}: the morning will be {sky[random.Next(8)]} and the afternoon {sky[random.Next(8)]}, with highs of {random.Next(40)} and lows of {random.Next(20)} degrees, winds of {random.Next(90)} km an hour from the {sky[random.Next(8)]} side.")));
    }

    private static Wording Of(string text) => Wording.Of(text)!;
}
