using System.Runtime.CompilerServices;
using System.Text;
using Heliograph.Actors;

namespace Heliograph.Tests.Actors;

/// <summary>The rules that every file of the shipped register keeps.</summary>
public class ShippedRegisterTests
{
    private static readonly DateOnly LastKnown = new(2026, 11, 30);

    [Fact]
    public void Has_no_clashes_overlaps_unknown_ids_or_dates_in_the_future()
    {
        var problems = RegisterCheck.Find(ActorRegister.Shipped, LastKnown);

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n" + string.Join('\n', problems.Take(60)));
    }

    [Fact]
    public void Every_row_can_be_read()
    {
        var pack = RegisterPack.Read(Files().Select(file => (Path.GetFileName(file), File.ReadAllText(file))));

        Assert.Empty(pack.Problems);
    }

    [Fact]
    public void Every_file_names_its_source_and_licence_and_has_plain_line_ends()
    {
        foreach (var file in Files())
        {
            var text = File.ReadAllText(file, new UTF8Encoding(false, true));
            var comments = string.Join('\n', text.Split('\n').TakeWhile(line => line.StartsWith('#')));
            Assert.True(comments.Contains("Source:", StringComparison.Ordinal), $"{file}: no line '# … Source: …'");
            Assert.True(comments.Contains("Apache-2.0", StringComparison.Ordinal), $"{file}: no licence");
            Assert.False(text.Contains('\r', StringComparison.Ordinal), $"{file}: a carriage return");
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_file_is_sorted()
    {
        foreach (var file in Files())
        {
            var rows = File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Skip(1).ToList();
            var parts = Path.GetFileName(file).StartsWith("tenures", StringComparison.Ordinal) ? 1 : 0;
            var keys = rows.Select(row => row.Split('\t')).Select(row => parts == 0 ? row[0] : $"{row[0]}\t{row[2]}").ToList();
            for (var i = 1; i < keys.Count; i++)
            {
                Assert.True(
                    string.CompareOrdinal(keys[i - 1], keys[i]) <= 0, $"{Path.GetFileName(file)}: '{keys[i]}' stands behind '{keys[i - 1]}'");
            }
        }
    }

    [Fact]
    public void Covers_the_states_groups_and_organisations_of_the_news()
    {
        var actors = ActorRegister.Shipped.Actors;

        Assert.Equal(193, actors.Count(actor => actor.State?.Status == "member"));
        Assert.Equal(2, actors.Count(actor => actor.State?.Status == "observer"));
        Assert.True(actors.Count(actor => actor.Kind == ActorKind.ArmedGroup) >= 500);
        Assert.True(actors.Count(actor => actor.Kind is ActorKind.Intergovernmental or ActorKind.Ngo) >= 250);
    }

    [Fact]
    public void Ids_are_of_small_letters_digits_and_hyphens()
    {
        foreach (var actor in ActorRegister.Shipped.Actors)
        {
            var isState = actor.Kind == ActorKind.State && actor.Id.Length == 3 && actor.Id.All(char.IsAsciiLetterUpper);
            Assert.True(isState || actor.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), actor.Id);
        }
    }

    [Fact]
    public void Offices_are_named_by_their_owner()
    {
        foreach (var office in ActorRegister.Shipped.Offices)
        {
            var owner = office.Id.Split('/')[0];
            Assert.True(owner == office.Country || owner == office.Organisation, $"{office.Id}: neither {office.Country} nor {office.Organisation}");
        }
    }

    [Fact]
    public void Cells_have_no_white_space_at_their_ends()
    {
        foreach (var file in Files())
        {
            foreach (var line in File.ReadLines(file).Where(line => !line.StartsWith('#')))
            {
                Assert.True(
                    line.Split('\t').SelectMany(cell => cell.Split('|')).All(part => part == part.Trim()), $"{Path.GetFileName(file)}: {line}");
            }
        }
    }

    private static IEnumerable<string> Files([CallerFilePath] string thisFile = "")
    {
        var folder = Path.GetFullPath(Path.Combine(thisFile, "../../../../src/Heliograph/Actors/Lexicons"));
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal) : [];
    }
}
