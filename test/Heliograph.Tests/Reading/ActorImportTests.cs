using Heliograph.Actors;
using Heliograph.Reading;
using Heliograph.Tests.Actors;

namespace Heliograph.Tests.Reading;

public class ActorImportTests
{
    private static readonly ActorRegister Register = InventedRegister.Register;

    [Fact]
    public void A_petrarch_dictionary_becomes_people_offices_and_organisations()
    {
        var imported = PetrarchActors.Read("old.txt", """
            # invented
            MARA_QUILL_  ; once more
            +QUILL_MARA_
                [QAVGOV 090120-170120]
                [QAVELI >170120]
            RIVER_GUARD_ [QAVMIL]
            AVARIA_ [QAV]
            &SOLDIER
            """, Register);

        Assert.Empty(imported.Problems);
        Assert.Equal((2, 1), (imported.Taken, imported.Left));
        var register = With(imported);
        Assert.Equal(["mara-quill"], register.Named("Quill Mara").Select(match => match.Actor.Id));
        Assert.Equal("2009-01-20 to 2017-01-20", Assert.Single(register.OfficesOf("mara-quill")).Period.ToString());
        Assert.True(register.TryFind("river-guard", out var guard));
        Assert.Equal((ActorKind.Army, "QAV", "MIL"), (guard.Kind, guard.Code, guard.Sector));
    }

    [Fact]
    public void A_petrarch_code_with_strange_dates_is_named_with_its_line() => Assert.Equal(
        "old.txt:2: found dates '9-17', expected YYMMDD-YYMMDD, <YYMMDD or >YYMMDD. Write the dates so.",
        Assert.Single(PetrarchActors.Read("old.txt", "MARA_QUILL_\n[QAVGOV 9-17]\n", Register).Problems).ToString());

    [Fact]
    public void Wikidata_entities_become_people_with_their_positions()
    {
        var imported = WikidataActors.Read("extract.jsonl", """
            {"id":"Q900","labels":{"en":{"value":"Avaria"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q6256"}}}}]}}
            {"id":"Q901","labels":{"en":{"value":"Minister of Harbours of Avaria"}},"claims":{"P17":[{"mainsnak":{"datavalue":{"value":{"id":"Q900"}}}}]}}
            {"id":"Q902","labels":{"en":{"value":"Mara Quill"}},"aliases":{"en":[{"value":"M. Quill"}]},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P39":[{"mainsnak":{"datavalue":{"value":{"id":"Q901"}}},"qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2021-03-00T00:00:00Z","precision":10}}}],"P582":[{"datavalue":{"value":{"time":"+2024-01-05T00:00:00Z","precision":11}}}]}}]}}
            """, Register);

        Assert.Empty(imported.Problems);
        var tenure = Assert.Single(With(imported).OfficesOf("mara-quill"));
        Assert.Equal(("QAV/minister-of-harbours", "2021-03 to 2024-01-05"), (tenure.Office, tenure.Period.ToString()));
    }

    [Fact]
    public void What_is_no_json_is_named_with_its_line() =>
        Assert.StartsWith("extract.jsonl:2: found no JSON", WikidataActors.Read("extract.jsonl", "{}\n{x\n", Register).Problems[0].ToString(), StringComparison.Ordinal);

    private static ActorRegister With(ImportedActors imported)
    {
        var register = Register.With(RegisterPack.Read([("import.tsv", imported.Rows)]));
        Assert.Empty(RegisterCheck.References(register));
        return register;
    }
}
