using System.Globalization;

namespace Heliograph.Training.Networks;

/// <summary>Reads names out of a treebank's entity annotation (<c>Entity=</c> in MISC, as in GUM).</summary>
/// <remarks>
/// GUM marks every mention of a person, organisation or place, named or not. A mention counts as named when the heart
/// of it (its minimal span) is proper nouns; the name is the run of proper nouns around it, with the small words that
/// join them ("of the"), without a title before it. Of two that overlap the longer one stands.
/// </remarks>
internal static class EntityNames
{
    private static readonly string[] Types = ["person", "organization", "place"];
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Mrs", "Ms", "Dr", "Sir", "Lord", "Lady", "President", "Prime", "Minister", "Senator", "Sen.",
        "Rep.", "Gov.", "Governor", "Secretary", "General", "Gen.", "Captain", "Judge", "Justice", "Professor", "Prof.", "King", "Queen",
        "Prince", "Princess", "Pope", "Saint", "St.", "Mayor", "Chairman", "Ambassador", "Congressman", "Detective", "Officer", "Agent",
    };

    /// <summary>Labels by the key of the sentence, one a word; every sentence of a file that has entity annotation.</summary>
    public static Dictionary<string, byte[]> Read(string file)
    {
        var all = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var rows = new List<string[]>();
        var text = "";
        var annotated = false;
        foreach (var line in File.ReadLines(file).Append(""))
        {
            if (line.StartsWith("# global.Entity", StringComparison.Ordinal)) annotated = true;
            else if (line.StartsWith("# text = ", StringComparison.Ordinal)) text = line["# text = ".Length..];
            else if (line.Length == 0)
            {
                if (annotated && rows.Count > 0) all[TreebankSentences.Key(text)] = Label(rows);
                rows.Clear();
            }
            else if (line[0] != '#' && line.Split('\t') is { Length: 10 } columns && columns[0].All(char.IsAsciiDigit)) rows.Add(columns);
        }

        return all;
    }

    private static byte[] Label(List<string[]> rows)
    {
        var labels = new byte[rows.Count];
        foreach (var (start, end, type) in Mentions(rows).OrderByDescending(m => m.End - m.Start).ThenBy(m => m.Start))
        {
            if (labels.AsSpan(start, end - start).ContainsAnyExcept((byte)0)) continue;
            for (var i = start; i < end; i++) labels[i] = (byte)(1 + 2 * type + (i > start ? 1 : 0));
        }

        return labels;
    }

    private static IEnumerable<(int Start, int End, int Type)> Mentions(List<string[]> rows)
    {
        var open = new List<(string Id, int Start, string[] Fields)>();
        for (var i = 0; i < rows.Count; i++)
        {
            var entity = rows[i][9].Split('|').FirstOrDefault(item => item.StartsWith("Entity=", StringComparison.Ordinal));
            foreach (var (id, opens, closes, fields) in Brackets(entity?["Entity=".Length..] ?? ""))
            {
                if (opens) open.Add((id, i, fields));
                if (!closes) continue;
                var at = open.FindLastIndex(mention => mention.Id == id);
                if (at < 0) continue;
                if (NameOf(rows, open[at].Start, i + 1, open[at].Fields) is { } name) yield return name;
                open.RemoveAt(at);
            }
        }
    }

    private static IEnumerable<(string Id, bool Opens, bool Closes, string[] Fields)> Brackets(string entity)
    {
        for (var i = 0; i < entity.Length;)
        {
            var opens = entity[i] == '(';
            if (opens) i++;
            var end = i;
            while (end < entity.Length && entity[end] is not ('(' or ')')) end++;
            var closes = end < entity.Length && entity[end] == ')';
            var fields = entity[i..end].Split('-');
            yield return (fields[0], opens, closes, fields);
            i = closes ? end + 1 : end;
        }
    }

    // Fields: id, type, information status, salience, centering, minimal span, link, Wikipedia title.
    private static (int Start, int End, int Type)? NameOf(List<string[]> rows, int start, int end, string[] fields)
    {
        if (fields.Length < 6 || Array.IndexOf(Types, fields[1]) is not (>= 0 and var type)) return null;
        var heart = fields[5].Split(',').Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? start + place - 1 : -1).ToArray();
        if (heart.Length == 0 || heart.Any(place => place < start || place >= end || !IsName(rows[place]))) return null;

        var (first, last) = (heart.Min(), heart.Max() + 1);
        while (first > start && Joins(rows, first - 1, start, end)) first--;
        while (last < end && Joins(rows, last, start, end)) last++;
        while (first < last && (!IsName(rows[first]) || (type == 0 && last - first > 1 && Titles.Contains(rows[first][1])))) first++;
        while (last > first && !IsName(rows[last - 1])) last--;
        return last > first && !(last - first == 1 && Titles.Contains(rows[first][1])) ? (first, last, type) : null;
    }

    private static bool IsName(string[] row) => row[3] == "PROPN";

    private static bool Joins(List<string[]> rows, int at, int start, int end)
    {
        if (IsName(rows[at])) return true;
        var between = at > start && at + 1 < end;
        return rows[at][1] is "of" or "the" or "and" or "for" or "&" or "-" or "'s" or "’s" && between;
    }
}
