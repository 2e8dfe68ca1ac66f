using Heliograph.Language;

namespace Heliograph.Tests.Language;

/// <summary>The lists of names as data.</summary>
public class NameListTests
{
    [Theory]
    [InlineData("given-names.tsv", 2500)]
    [InlineData("family-names.tsv", 3000)]
    [InlineData("places.tsv", 4000)]
    [InlineData("cities.tsv", 5000)]
    [InlineData("organisations.tsv", 3000)]
    [InlineData("common-words.tsv", 500)]
    public void Is_long_sorted_and_free_of_doubles_and_names_source_and_licence(string file, int least)
    {
        var lines = Lines(file);
        var header = string.Join('\n', lines.TakeWhile(line => line.StartsWith('#')));
        var names = lines.Where(line => !line.StartsWith('#')).ToArray();

        Assert.Contains("Source: ", header, StringComparison.Ordinal);
        Assert.Contains("Licence: ", header, StringComparison.Ordinal);
        Assert.True(names.Length >= least, $"{file} holds {names.Length} names, expected {least} or more.");
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.All(names, name => Assert.Equal(name.Trim(), name));
        Assert.DoesNotContain("", names);
    }

    [Theory]
    [InlineData("cities.tsv", "geonames.org")]
    [InlineData("cities.tsv", "CC BY 4.0")]
    public void Credits_who_asks_for_credit(string file, string credit) =>
        Assert.Contains(Lines(file), line => line.StartsWith('#') && line.Contains(credit, StringComparison.Ordinal));

    private static string[] Lines(string file)
    {
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }
}
