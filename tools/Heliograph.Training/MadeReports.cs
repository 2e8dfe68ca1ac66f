using System.Globalization;
using System.Text;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Training;

/// <summary>Reports made of sentences with slots (<c>made-sentences.tsv</c>): titles before names, hours before days, names at a sentence's end.</summary>
/// <remarks>Treebanks hold few of them, and agency reports are full of them. Trees are not made: every word hangs on the first.</remarks>
internal static class MadeReports
{
    private static readonly string[] Ranks = ["Gen.", "Maj.", "Col.", "Lt.", "Capt.", "Sgt.", "Cpl.", "Brig.", "Adm.", "Cmdr.", "Pvt.", "Insp.", "Supt."];
    private static readonly string[] SecondRanks = ["Gen.", "Col.", "Sgt.", "Cmdr.", "Adm."];
    private static readonly string[] Titles = ["Rep.", "Sen.", "Gov.", "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "Rev.", "Hon.", "Supt.", "Insp.", "St.", "Judge", "President", "Mayor"];
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Months = ["January", "March", "April", "June", "August", "Sept.", "Oct.", "December"];
    private static readonly string[] Hours = ["6", "11", "4:30", "9:15", "12:05", "2"];
    private static readonly string[] Halves = ["a.m.", "p.m."];
    private static readonly string[] Groups = ["Gunmen", "Rebels", "Troops", "Police", "The militia", "Protesters", "Militants", "Soldiers"];
    private static readonly string[] Acronyms = ["UN", "EU", "U.N.", "U.S.", "NATO", "WHO", "SDF", "African Union"];

    /// <summary>Made reports, each of a few sentences in one paragraph.</summary>
    public static IEnumerable<Document> Make(int count, Random random)
    {
        var templates = Rows("made-sentences.tsv", typeof(MadeReports)).Skip(1).ToArray();
        var (given, family, cities) = (Names("given-names.tsv"), Names("family-names.tsv"), Names("cities.tsv"));
        for (var i = 0; i < count; i++)
        {
            var conllu = new StringBuilder();
            for (var sentence = random.Next(4, 10); sentence > 0; sentence--) Add(conllu, [.. Fill(templates[random.Next(templates.Length)]).Split(' ')]);
            using var reader = new StringReader(conllu.ToString());
            yield return ConlluReader.Read(reader).Single();
        }

        string Fill(string template) => string.Join(' ', template.Split(' ').Select(slot => slot switch
        {
            "RANK" => Any(Ranks),
            "RANK2" => Any(SecondRanks),
            "TITLE" or "TITLE2" => Any(Titles),
            "GIVEN" => Any(given),
            "FAMILY" => Any(family),
            "CITY" => Any(cities),
            "DAY" => Any(Days),
            "MONTH" => Any(Months),
            "HOUR" => Any(Hours),
            "HALF" => Any(Halves),
            "NUMBER" => random.Next(2, 60).ToString(CultureInfo.InvariantCulture),
            "ACRONYM" => Any(Acronyms),
            "GROUP" => Any(Groups),
            _ => slot,
        }));

        string Any(string[] words) => words[random.Next(words.Length)];
    }

    private static void Add(StringBuilder conllu, string[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var form = tokens[i].TrimStart('~');
            var space = i + 1 < tokens.Length && tokens[i + 1].StartsWith('~') ? "SpaceAfter=No" : "_";
            var tag = char.IsUpper(form[0]) ? "PROPN" : "X";
            conllu.Append(CultureInfo.InvariantCulture, $"{i + 1}\t{form}\t{form}\t{tag}\t_\t_\t{(i == 0 ? 0 : 1)}\t{(i == 0 ? "root" : "dep")}\t_\t{space}\n");
        }

        conllu.Append('\n');
    }

    private static string[] Names(string table) =>
        [.. Rows(table, typeof(Segmenter)).Select(row => row.Split('\t')[0]).Where(name => char.IsUpper(name[0]) && name.All(c => char.IsLetter(c) || c == ' '))];

    private static IEnumerable<string> Rows(string table, Type owner)
    {
        using var reader = new StreamReader(owner.Assembly.GetManifestResourceStream(table)!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
