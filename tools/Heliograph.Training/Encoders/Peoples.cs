using Heliograph.Language;

namespace Heliograph.Training.Encoders;

/// <summary>Words for peoples and what belongs to states ("German"), which Re-DocRED counts as places and Universal NER as no names.</summary>
internal static class Peoples
{
    private const int Place = 2; // among the types of names
    private static readonly Lazy<HashSet<string>> Words = new(Read);

    /// <summary>Takes the labels off places that are such words.</summary>
    public static void Remove(IReadOnlyList<string> forms, byte[] labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] != 1 + 2 * Place || (i + 1 < labels.Length && labels[i + 1] == 2 + 2 * Place)) continue;
            if (Words.Value.Contains(forms[i])) labels[i] = 0;
        }
    }

    private static HashSet<string> Read()
    {
        var words = new HashSet<string>(StringComparer.Ordinal) { "African", "Africans", "Arab", "Arabs", "Asian", "Asians", "European", "Europeans", "English", "Scottish", "Soviet", "Yugoslav" };
        var names = new HashSet<string>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(Gazetteer).Assembly.GetManifestResourceStream("actors/states.tsv")!);
        var rows = reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToArray();
        int At(string column) => Array.IndexOf(rows[0], column);
        foreach (var row in rows.Skip(1))
        {
            words.UnionWith(Parts(row[At("adjectives")]).Concat(Parts(row[At("people")])));
            names.UnionWith(Parts(row[At("aliases")]).Append(row[At("name")]));
        }

        words.ExceptWith(names); // "UAE forces"
        return words;
    }

    private static IEnumerable<string> Parts(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(part => part.TrimEnd('?'));
}
