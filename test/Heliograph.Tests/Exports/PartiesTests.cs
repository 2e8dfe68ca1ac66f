using System.Collections.Immutable;
using System.Text.Json;
using Heliograph.Documents;
using Heliograph.Exports;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Places;

namespace Heliograph.Tests.Exports;

/// <summary>Who stands on either side of an event, in the formats that make a relation of it.</summary>
public class PartiesTests
{
    private static readonly Report Told = new("Gunmen came. They shelled Belmere, which fell. It fired at itself. Who knows, they said.")
    {
        Input = "told",
        Published = new(2031, 5, 7),
    };

    private static readonly ImmutableArray<Entry> Entries =
    [
        new MentionEntry { Id = Id(1), Report = Told.Id, Words = Words("Gunmen"), Names = MentionType.Group, Form = MentionForm.Nominal, Actor = "local:gunmen" },
        new MentionEntry { Id = Id(2), Report = Told.Id, Words = Words("They"), Names = MentionType.Group, Form = MentionForm.Pronoun, Actor = "local:gunmen" },
        new MentionEntry { Id = Id(3), Report = Told.Id, Words = Words("Belmere"), Names = MentionType.Place, Form = MentionForm.Name, Actor = "local:belmere" },
        Event(4, "shelled", [new(Words("They"), "local:gunmen", null)], [new(Words("Belmere"), "local:belmere", "Belmere", "CHE")]),
        Event(5, "fell", [new(Words("which"), null, null)], [new(Words("Belmere"), "local:belmere", "Belmere")]),
        Event(6, "fired", [new(Words("Gunmen"), "local:gunmen", null)], [new(Words("They"), "local:gunmen", null), new(Words("itself"), null, null)]),
        new StatementEntry
        {
            Id = Id(7), Report = Told.Id, Source = new(Words("they"), null, null), Naming = Naming.Collective, Cue = Words("said"), Content = Words("Who knows"),
            Manner = Manner.Direct, Act = "say",
        },
    ];

    private static readonly ReportEntries[] Ledger = [new(Told, Entries)];

    [Fact]
    public void Calls_nobody_by_a_pronoun_in_stix()
    {
        var names = Objects("identity").Select(found => found.GetProperty("name").GetString());

        Assert.Equal(["Heliograph", "Gunmen", "Belmere"], names);
        Assert.DoesNotContain(Objects("note").Where(found => found.TryGetProperty("authors", out _)), note => note.GetProperty("authors").EnumerateArray().Any(name => name.GetString() == "they"));
    }

    [Fact]
    public void Relates_nobody_to_themselves_in_stix()
    {
        var relation = Assert.Single(Objects("relationship"));

        Assert.NotEqual(relation.GetProperty("source_ref").GetString(), relation.GetProperty("target_ref").GetString());
    }

    [Fact]
    public void Calls_nobody_by_a_pronoun_and_relates_nobody_to_themselves_in_gdelt()
    {
        var exported = Exported.As("gdelt", reports: Ledger);

        Assert.Equal([("GUNMEN", "BELMERE"), ("GUNMEN", "")], exported.Lines("heliograph.export.CSV").Select(line => line.Split('\t')).Select(row => (row[6], row[16])));
        Assert.Contains(("no actor but a pronoun", 1L), exported.Counts.LeftOut);
    }

    [Theory]
    [InlineData("polecat", 7, 15), InlineData("acled", 7, 10)]
    public void Does_so_in_the_other_tables_of_events(string name, int actor, int recipient)
    {
        var rows = Exported.As(name, reports: Ledger).Lines().Skip(1).Select(line => name == "acled" ? CsvLine.Cells(line) : [.. line.Split('\t')]);

        Assert.Equal([("Gunmen", "Belmere"), ("Gunmen", "")], rows.Select(row => (row[actor], row[recipient])));
    }

    [Fact]
    public void Attributes_nothing_to_a_pronoun_in_prov_and_the_tables()
    {
        Assert.DoesNotContain("\"they\"", Exported.As("prov", reports: Ledger).Text(), StringComparison.Ordinal);
        var voiced = Entries.Add(Event(8, "knows", [new(Words("Gunmen"), "local:gunmen", null)], []) with { Voice = [Id(7)] });
        var row = CsvLine.Cells(Exported.As("csv", reports: [new(Told, voiced)]).Lines("events.csv")[^1]);
        Assert.Equal("unnamed", row[3]);
    }

    [Fact]
    public void Names_the_actor_of_a_pronoun_in_plover_and_keeps_the_words()
    {
        using var records = JsonDocument.Parse(Exported.As("plover", reports: Ledger).Text());
        var actor = records.RootElement[0].GetProperty("actor")[0];

        Assert.Equal(("They", "Gunmen"), (actor.GetProperty("entity_text").GetString(), actor.GetProperty("identifier_text").GetString()));
        Assert.Equal(["itself"], records.RootElement[2].GetProperty("recipient").EnumerateArray().Select(one => one.GetProperty("entity_text").GetString()));
    }

    [Theory]
    [InlineData("they", true), InlineData("Who", true), InlineData("’s", true), InlineData("each  other", true), InlineData("that]", true), InlineData("those who fled", false), InlineData("Them Crooked Vultures", false)]
    public void Knows_a_pronoun_from_a_name(string words, bool isPronoun) => Assert.Equal(isPronoun, Pronouns.Is(words));

    [Fact]
    public void Fills_the_country_from_whichever_place_has_one()
    {
        var unknown = new PlaceReference(Words("Gunmen"));
        var known = new PlaceReference(Words("Belmere"), "Belmere", "CHE", 46.25, -7.5, PlacePrecision.City);
        var country = new PlaceReference(Words("Belmere"), Country: "ROU");
        var place = (EventEntry)Entries[3];

        Assert.Equal(("Switzerland", "Belmere"), Where(place with { Places = [unknown, known] }));
        Assert.Equal("Romania", Where(place with { Places = [unknown, country] }).Country);
        Assert.Equal("Switzerland", Where(place with { Places = [unknown] }).Country); // force was used on a place of that country
        Assert.Equal("", Where(place with { Plover = "ACCUSE", Cameo = "110", Places = [] }).Country);

        static (string Country, string Location) Where(EventEntry told)
        {
            var row = CsvLine.Cells(Exported.As("acled", reports: [new(Told, [told]) { All = Entries }]).Lines()[1]);
            return (row[17], row[21]);
        }
    }

    private static EventEntry Event(int id, string trigger, ImmutableArray<Participant> actors, ImmutableArray<Participant> recipients) => new()
    {
        Id = Id(id),
        Report = Told.Id,
        Plover = "ASSAULT",
        Cameo = "190",
        Trigger = Words(trigger),
        Actors = actors,
        Recipients = recipients,
        Factuality = Factuality.Happened,
    };

    private static IEnumerable<JsonElement> Objects(string type) => JsonDocument.Parse(Exported.As("stix", reports: Ledger).Text()).RootElement.GetProperty("objects")
        .EnumerateArray().Where(found => found.GetProperty("type").GetString() == type);

    private static Evidence Words(string words)
    {
        var start = Told.Text.IndexOf(words, StringComparison.Ordinal);
        return new(Told, [new(start, start + words.Length)]);
    }

    private static string Id(int number) => new((char)('0' + number), 32);
}
