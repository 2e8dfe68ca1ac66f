using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Tests.Language;

public class NameAgreementTests
{
    private const byte Given = 1; // class of a token that begins a match of given names, in its list's case

    [Fact]
    public void Parts_people_who_stand_in_a_row()
    {
        var (text, tokens) = Words("Ana Reyle Tomas Verrin");
        byte[] labels = [1, 2, 2, 2];

        NameAgreement.PartPeople(text, tokens, [Given, 0, Given, 0], labels);

        Assert.Equal([1, 2, 1, 2], labels);
    }

    [Fact]
    public void Keeps_two_given_names_together()
    {
        var (text, tokens) = Words("Ana Maria Reyle");
        byte[] labels = [1, 2, 2];

        NameAgreement.PartPeople(text, tokens, [Given, Given, 0], labels);

        Assert.Equal([1, 2, 2], labels);
    }

    [Fact]
    public void Gives_a_name_the_type_it_has_most_often()
    {
        var (text, tokens) = Words("Vellmar Vellmar Vellmar");
        byte[] labels = [5, 1, 5];

        NameAgreement.Agree(text, tokens, [new(0, 1), new(1, 2), new(2, 3)], labels, new());

        Assert.Equal([5, 5, 5], labels);
    }

    [Fact]
    public void Finds_a_name_where_it_was_passed_over()
    {
        var (text, tokens) = Words("Free Uplands Front said the Free Uplands Front left");
        byte[] labels = [3, 4, 4, 0, 0, 0, 0, 0, 0];

        NameAgreement.Agree(text, tokens, [new(0, 9)], labels, new());

        Assert.Equal([3, 4, 4, 0, 0, 3, 4, 4, 0], labels);
    }

    [Fact]
    public void Looks_for_a_single_word_only_when_it_was_found_twice()
    {
        var (text, tokens) = Words("Hope lives . Hope dies");
        byte[] labels = [1, 0, 0, 0, 0];

        NameAgreement.Agree(text, tokens, [new(0, 3), new(3, 5)], labels, new());

        Assert.Equal([1, 0, 0, 0, 0], labels);
    }

    private static (string Text, TextSpan[] Tokens) Words(string text)
    {
        var tokens = new List<TextSpan>();
        var start = 0;
        foreach (var word in text.Split(' '))
        {
            tokens.Add(new(start, start + word.Length));
            start += word.Length + 1;
        }

        return (text, [.. tokens]);
    }
}
