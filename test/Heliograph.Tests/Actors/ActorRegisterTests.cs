using Heliograph.Actors;

namespace Heliograph.Tests.Actors;

public class ActorRegisterTests
{
    private static readonly ActorRegister Register = InventedRegister.Register;

    [Theory]
    [InlineData("Avaria", "QAV"), InlineData("the republic of avaria", "QAV"), InlineData("RA", "QAV"), InlineData("R. A.", null)]
    [InlineData("Inter Branch Intelligence", "avarian-intelligence"), InlineData("ibi", null), InlineData("Omar Al Dessi", "omar-al-dessi")]
    public void Finds_a_name_however_it_is_spelt(string name, string? id) =>
        Assert.Equal(id is null ? [] : [id], Register.Named(name).Select(match => match.Actor.Id));

    [Fact]
    public void Keeps_an_acronym_apart_from_a_small_word() => Assert.Empty(Register.Named("frf"));

    [Fact]
    public void Says_which_names_need_support() => Assert.True(Register.Named("HU")[0].NeedsSupport);

    [Theory]
    [InlineData("2024-02-29", null), InlineData("2024-03-01", "ana-reyle"), InlineData("2029-03-01", "arlo-venn")]
    [InlineData("2030-06-01", "arlo-venn"), InlineData("2032-01-01", null)]
    public void Knows_who_held_an_office_on_a_day(string day, string? person) =>
        Assert.Equal(person, Register.HolderOf("QAV/president", DateOnly.Parse(day, null))?.Id);

    [Fact]
    public void A_row_of_a_pack_takes_the_place_of_the_shipped_one()
    {
        var register = Register.With(InventedRegister.Pack("id;name;aliases;gender;country\nana-reyle;Ana Reyle-Moss;;f;QAV\nnew;New Person;;;\n"));

        Assert.True(register.TryFind("ana-reyle", out var actor));
        Assert.Equal("Ana Reyle-Moss", actor.Name);
        Assert.Equal(Register.Actors.Length + 1, register.Actors.Length);
    }

    [Fact]
    public void Merged_actors_are_one()
    {
        var register = Register.With(InventedRegister.Pack("id;other\nana-reyle;dana-threlkeld\n"));

        Assert.True(register.TryFind("dana-threlkeld", out var actor));
        Assert.Equal("ana-reyle", actor.Id);
        Assert.Equal(["ana-reyle"], register.Named("Dana Threlkeld").Select(match => match.Actor.Id));
        Assert.Equal(["lisle-institute"], register.MembershipsOf("ana-reyle").Select(row => row.Organisation));
    }

    [Fact]
    public void Nothing_of_a_broken_pack_is_taken()
    {
        var pack = InventedRegister.Pack("id;name;aliases;gender;country\nana;Ana Reyle;;x;QAV\nbo;Bo\n");

        var error = Assert.Throws<FormatException>(() => Register.With(pack));

        Assert.Contains("pack.tsv:2: found gender 'x', expected f, m or nothing.", error.Message, StringComparison.Ordinal);
        Assert.Contains("pack.tsv:3: found 2 columns, expected 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_column_names_is_refused_with_its_first_line() =>
        Assert.Contains("pack.tsv:2: found 'ana", InventedRegister.Pack("# mine\nana;Ana\n").Problems[0].ToString(), StringComparison.Ordinal);
}
