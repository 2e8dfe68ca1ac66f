using Heliograph.Actors;

namespace Heliograph.Tests.Actors;

public class RegisterCheckTests
{
    [Fact]
    public void A_sound_register_has_no_problems() => Assert.Empty(RegisterCheck.Find(InventedRegister.Register, new(2030, 12, 31)));

    [Theory]
    [InlineData("id;name;aliases;gender;country\na;Ana;;;QZZ", "found country 'QZZ'")]
    [InlineData("id;name;aliases;gender;country\na;Ana;;;\na;Ana;;;", "found id 'a' a second time (first in pack.tsv:2)")]
    [InlineData("office;person;from;to;known\nQAV/president;nobody;;2001;", "found person 'nobody'")]
    [InlineData("office;person;from;to;known\nQAV/mayor;arlo-venn;;2001;", "found office 'QAV/mayor'")]
    [InlineData("office;person;from;to;known\nQBO/president;arlo-venn;2025;2026;", "found arlo-venn as QBO/president 2025 to 2026, and omar-al-dessi 2020 to 2028")]
    [InlineData("office;person;from;to;known\nQBO/president;arlo-venn;2019;2018;", "found from 2019, to 2018")]
    [InlineData("office;person;from;to;known\nQBO/president;arlo-venn;2028;;", "found neither 'to' nor 'known'")]
    [InlineData("office;person;from;to;known\nQBO/president;arlo-venn;2028;;2041", "found the date 2041, expected none after 2030-12-31")]
    [InlineData("id;name;aliases;gender;country\na;Avan;Ana Reyle;;", "found the name 'Ana Reyle' of a, which ana-reyle bears too")]
    public void Names_what_is_wrong_and_where(string rows, string problem) =>
        Assert.Contains(Problems(rows), found => found.ToString().Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void Names_may_be_shared_with_question_marks() =>
        Assert.Empty(Problems("id;name;aliases;gender;country\na;Avan;Harbour?;;\nb;Brin;Harbour?;;"));

    [Fact]
    public void An_office_may_be_shared_where_the_pack_says_why() => Assert.Empty(Problems(
        "office;person;from;to;known\nQBO/president;arlo-venn;2025;2026;\noffice;why\nQBO/president;two presidents take turns\n"));

    private static IReadOnlyList<RegisterProblem> Problems(string rows) =>
        RegisterCheck.Find(InventedRegister.Register.With(InventedRegister.Pack(rows)), new(2030, 12, 31));
}
