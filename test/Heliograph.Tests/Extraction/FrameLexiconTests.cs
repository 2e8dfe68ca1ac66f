using Heliograph.Documents;

namespace Heliograph.Tests.Extraction;

public class FrameLexiconTests
{
    private static readonly string[] Columns =
        ["lemma", "pos", "pattern", "actor", "recipient", "type", "mode", "contexts", "cameo", "counts"];

    private static readonly Dictionary<string, string[]> Modes = new()
    {
        ["AGREE"] = [],
        ["CONSULT"] = ["visit", "third-party", "multilateral", "phone"],
        ["SUPPORT"] = [],
        ["CONCEDE"] = [],
        ["COOPERATE"] = [],
        ["AID"] = [],
        ["RETREAT"] = ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
        ["REQUEST"] = ["assist", "change", "yield", "meet"],
        ["ACCUSE"] = ["disapprove", "investigate", "allege"],
        ["REJECT"] = ["assist", "change", "yield", "meet"],
        ["THREATEN"] = ["restrict", "arrest", "relations", "expel", "territory", "violence"],
        ["PROTEST"] = ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
        ["SANCTION"] = ["convict", "expel", "withdraw", "discontinue"],
        ["MOBILIZE"] = ["troops", "weapons", "police", "militia"],
        ["COERCE"] = ["seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"],
        ["ASSAULT"] =
        [
            "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
            "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
        ],
    };

    private static readonly string[] Contexts =
    [
        "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy",
        "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt",
        "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration", "disasters",
        "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption",
        "illegal_drugs", "trafficking",
    ];

    // Root codes of CAMEO that a type may stand under; 09 and 11 are both ACCUSE, 08 is CONCEDE and RETREAT
    private static readonly Dictionary<string, string[]> Roots = new()
    {
        ["AGREE"] = ["03"],
        ["CONSULT"] = ["04"],
        ["SUPPORT"] = ["05"],
        ["COOPERATE"] = ["06"],
        ["AID"] = ["07"],
        ["CONCEDE"] = ["08"],
        ["RETREAT"] = ["08"],
        ["ACCUSE"] = ["09", "11"],
        ["REQUEST"] = ["10"],
        ["REJECT"] = ["12"],
        ["THREATEN"] = ["13"],
        ["PROTEST"] = ["14"],
        ["MOBILIZE"] = ["15"],
        ["SANCTION"] = ["16", "11"], // a conviction is CAMEO's 116
        ["COERCE"] = ["16", "17", "19"], // blockades and occupation are 191 and 192
        ["ASSAULT"] = ["17", "18", "19", "20"], // destruction and violent repression are 1712 and 175
    };

    [Fact]
    public void The_frames_have_their_columns() => Assert.Equal(Columns, Lines("frames.tsv")[0]);

    [Fact]
    public void No_two_frames_have_the_same_word_and_pattern()
    {
        var twice = Frames().GroupBy(row => (row[0], row[1], row[2])).Where(group => group.Count() > 1).Select(group => group.Key);
        Assert.Empty(twice);
    }

    [Fact]
    public void Frames_stand_in_the_order_of_their_words()
    {
        var words = Frames().Select(row => $"{row[0]}\t{row[1]}").ToList();
        Assert.Equal(words.Order(StringComparer.Ordinal), words);
    }

    [Fact]
    public void There_are_frames_for_nine_hundred_words() =>
        Assert.InRange(Frames().Select(row => row[0]).Distinct().Count(), 900, 100_000);

    [Fact]
    public void Every_type_has_verbs_and_nouns()
    {
        foreach (var type in Modes.Keys)
        {
            Assert.Contains(Frames(), row => row[5] == type && row[1] == "verb");
            Assert.Contains(Frames(), row => row[5] == type && row[1] == "noun");
        }
    }

    [Fact]
    public void Every_frame_has_a_known_type_mode_and_context()
    {
        foreach (var row in Frames())
        {
            Assert.True(Modes.TryGetValue(row[5], out var modes), $"{row[0]}: type {row[5]}");
            Assert.True(row[6] == "-" || modes.Contains(row[6]), $"{row[0]}: mode {row[6]} of {row[5]}");
            Assert.All(row[7] == "-" ? [] : row[7].Split(','), context => Assert.Contains(context, Contexts));
        }
    }

    [Fact]
    public void Every_mode_of_every_type_has_a_frame()
    {
        foreach (var (type, modes) in Modes)
        {
            Assert.All(modes, mode => Assert.Contains(Frames(), row => row[5] == type && row[6] == mode));
        }
    }

    [Fact]
    public void Sanctions_are_no_coercion() => Assert.DoesNotContain(Frames(), row => row[8] == "163" && row[5] != "SANCTION");

    [Fact]
    public void Every_frame_has_a_cameo_code_that_suits_its_type()
    {
        foreach (var row in Frames())
        {
            Assert.Matches("^[0-9]{2,4}$", row[8]);
            Assert.True(Roots[row[5]].Contains(row[8][..2]), $"{row[0]} {row[2]}: {row[8]} for {row[5]}");
        }
    }

    [Fact]
    public void Every_frame_names_who_takes_part()
    {
        foreach (var row in Frames())
        {
            Assert.True(row[1] is "verb" or "noun" or "adj", $"{row[0]}: {row[1]}");
            Assert.True(row[3] != "-" || row[4] != "-", $"{row[0]} {row[2]}: neither actor nor recipient");
        }
    }

    [Fact]
    public void Every_class_that_a_pattern_asks_for_is_known()
    {
        var classes = Lines("nouns.tsv").Skip(1).Select(row => row[1]).Concat(["actor", "place", "location", "target", "any"]).ToHashSet();
        foreach (var row in Frames().Where(row => row[2] != "-"))
        {
            foreach (var demand in row[2].Split(' '))
            {
                var named = demand.Split(':')[0].Split('=');
                if (named.Length > 1) Assert.All(named[1].Split('|'), name => Assert.True(classes.Contains(name), $"{row[0]} {row[2]}: {name}"));
            }
        }
    }

    [Theory]
    [InlineData("nouns.tsv"), InlineData("governors.tsv"), InlineData("light-verbs.tsv"), InlineData("numbers.tsv")]
    public void No_other_list_says_the_same_thing_twice(string name)
    {
        var key = name is "nouns.tsv" or "governors.tsv" ? 2 : name == "light-verbs.tsv" ? 3 : 1;
        var rows = Lines(name).Skip(1).Select(row => string.Join('\t', row[..key])).ToList();
        Assert.Equal(rows.Distinct().Count(), rows.Count);
    }

    private static List<string[]> Frames() => [.. Lines("frames.tsv").Skip(1)];

    private static List<string[]> Lines(string name)
    {
        using var stream = typeof(Document).Assembly.GetManifestResourceStream(name);
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
    }
}
