using Heliograph.Cli;
using Heliograph.Places;

namespace Heliograph.Tests.Cli;

public class PlacesCommandTests
{
    [Fact]
    public void Lists_the_places_of_a_name_in_one_country()
    {
        var (status, output, _) = Run("Hyderabad", "Pakistan");

        Assert.Equal(0, status);
        var row = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Sindh", row, StringComparison.Ordinal);
        Assert.Contains("place:", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zzyzxholm", null, "Zzyzxholm: found no such place, expected")]
    [InlineData("Paris", "PAK", "Paris: found no such place in Pakistan, expected")]
    [InlineData("Paris", "Atlantis", "--near: found no country 'Atlantis', expected")]
    public void Says_what_it_did_not_find(string name, string? near, string expected)
    {
        var (status, output, errors) = Run(name, near);

        Assert.Equal((1, ""), (status, output));
        Assert.StartsWith(expected, errors, StringComparison.Ordinal);
    }

    private static (int Status, string Output, string Errors) Run(string name, string? near)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter();
        var status = PlacesCommand.Find(PlaceIndex.Shipped, name, near, output, errors);
        return (status, output.ToString(), errors.ToString());
    }
}
