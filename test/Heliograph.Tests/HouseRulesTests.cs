using System.Runtime.CompilerServices;
using Heliograph.Documents;

namespace Heliograph.Tests;

/// <summary>The rules of the house that the compiler cannot check.</summary>
public class HouseRulesTests
{
    // In the order the data flows. A room may use the rooms before it, never one after.
    private static readonly string[] Rooms = ["Documents", "Language", "Times", "Places", "Actors", "Extraction", "Ledger", "Analysis", "Evaluation"];

    [Fact]
    public void A_room_uses_only_the_rooms_before_it()
    {
        var breaches =
            from file in Directory.EnumerateFiles(LibraryFolder(), "*.cs", SearchOption.AllDirectories)
            let room = Path.GetRelativePath(LibraryFolder(), file).Split(Path.DirectorySeparatorChar)[0]
            let text = File.ReadAllText(file)
            from later in Rooms.Skip(Array.IndexOf(Rooms, room) + 1)
            where text.Contains($"Heliograph.{later}", StringComparison.Ordinal)
            select $"{room} uses {later} in {Path.GetFileName(file)}";

        Assert.Empty(breaches);
    }

    [Theory]
    [InlineData("Manager"), InlineData("Helper"), InlineData("Service"), InlineData("Utils")]
    public void No_name_ends_in_a_word_that_says_nothing(string ending) =>
        Assert.DoesNotContain(
            typeof(Document).Assembly.GetTypes(), type => type.Name.EndsWith(ending, StringComparison.Ordinal));

    private static string LibraryFolder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(thisFile, "../../../src/Heliograph"));
}
