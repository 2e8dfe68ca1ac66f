using Heliograph.Cli;

namespace Heliograph.Tests.Cli;

public sealed class ActorImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    private string Pack => Path.Combine(_folder, "mine.tsv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a\nid\tname")]
    [InlineData("a\0b")]
    [InlineData(" ")]
    [InlineData(null)] // longer than its bound
    public void Writes_no_id_into_a_pack_that_would_break_its_lines(string? other)
    {
        using var errors = new StringWriter();

        var status = ActorImport.Merge("taliban", other ?? new string('x', 10_000), Pack, errors);

        Assert.Equal(ExitStatus.WrongUse, status);
        Assert.Contains("found what is no id of an actor, expected one line of 200 characters at most", errors.ToString(), StringComparison.Ordinal);
        Assert.True(errors.ToString().Length < 500);
        Assert.False(File.Exists(Pack));
    }

    [Fact]
    public void Says_where_a_pack_cannot_be_written()
    {
        using var errors = new StringWriter();
        File.WriteAllText(Path.Combine(_folder, "file"), "");

        var status = ActorImport.Merge("taliban", "my-taliban", Path.Combine(_folder, "file", "mine.tsv"), errors);

        Assert.Equal(ExitStatus.SomeRefused, status);
        Assert.Contains("found that it cannot be read or written", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_in_a_pack_that_two_actors_are_one()
    {
        Assert.Equal(ExitStatus.Done, ActorImport.Merge("taliban", "my-taliban", Pack, TextWriter.Null));

        Assert.EndsWith("id\tother\ntaliban\tmy-taliban\n", File.ReadAllText(Pack), StringComparison.Ordinal);
    }
}
