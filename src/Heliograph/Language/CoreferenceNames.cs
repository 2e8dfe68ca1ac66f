using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Joins names of one bearer: the same name, its initials, a part of it, another spelling.</summary>
internal static class CoreferenceNames
{
    private const int ShortestSpelling = 5; // letters of a word that one letter may change

    /// <summary>Joins the names among the mentions.</summary>
    public static void Join(Document document, CoreferenceClusters clusters)
    {
        var first = new Dictionary<string, CoreferenceDraft>(StringComparer.Ordinal); // the first mention of each name
        var names = new List<CoreferenceDraft>();
        foreach (var mention in clusters.Mentions)
        {
            if (mention.Form != MentionForm.Name) continue;
            if (first.TryGetValue(mention.Key, out var before)) clusters.Join(mention, before, "same name", evenIfTypesDiffer: true);
            else
            {
                first[mention.Key] = mention;
                names.Add(mention);
            }
        }

        JoinInitials(document, clusters, names);
        JoinParts(clusters, names);
        JoinSpellings(clusters, names);
    }

    // "TTP" beside "Tehrik-i-Taliban Pakistan": the initials of the longer name, with or without its small words.
    private static void JoinInitials(Document document, CoreferenceClusters clusters, List<CoreferenceDraft> names)
    {
        var full = new Dictionary<string, CoreferenceDraft>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name.Type == MentionType.Person || !name.Key.Contains(' ', StringComparison.Ordinal)) continue;
            var words = name.Key.Split(' ');
            full.TryAdd(string.Concat(words.Select(word => word[0])), name);
            full.TryAdd(string.Concat(words.Where(word => word is not ("of" or "the" or "for" or "and" or "in" or "on")).Select(word => word[0])), name);
        }

        foreach (var name in names)
        {
            if (name.Key.Length is < 2 or > 7 || name.Key.Contains(' ', StringComparison.Ordinal)) continue;
            if (!full.TryGetValue(name.Key, out var whole) || whole == name) continue;
            var written = document[name.Head].Text;
            if (written.ContainsAnyInRange('a', 'z')) continue;
            clusters.Join(name, whole, $"alias \"{written}\"", evenIfTypesDiffer: true);
        }
    }

    // "Venn" beside "Arlo Venn", "Venn" being the family name of one person only; "the Harbour Council" beside "Lorne Harbour Council".
    private static void JoinParts(CoreferenceClusters clusters, List<CoreferenceDraft> names)
    {
        var bearers = new Dictionary<(string Word, bool IsLast), List<CoreferenceDraft>>();
        foreach (var name in names)
        {
            var space = name.Key.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || name.Type is MentionType.Place) continue;
            if (name.Type == MentionType.Person && Family(name.Key) is { } house && house != name.Key) Add((house, true), name);
            Add((name.Key[(name.Key.LastIndexOf(' ') + 1)..], true), name);
            Add((name.Key[..space], false), name);
        }

        foreach (var name in names)
        {
            if (name.Type == MentionType.Person && Family(name.Key) == name.Key && Only(name, (name.Key, true)) is { } head)
            {
                clusters.Join(name, head, "family name");
                continue;
            }

            if (name.Key.Contains(' ', StringComparison.Ordinal) || name.Type is MentionType.Place || CoreferenceLexicons.Noun(name.Key) is not null) continue;
            if (name.Type == MentionType.Person && Only(name, (name.Key, true)) is { } family) clusters.Join(name, family, "family name");
            else if (name.Type == MentionType.Person && !bearers.ContainsKey((name.Key, true)) && !bearers.ContainsKey((name.Key, false)) && Spelt(name) is { } other)
            {
                clusters.Join(name, other, "spelling");
            }
            else if (Only(name, (name.Key, false)) is { } given) clusters.Join(name, given, name.Type == MentionType.Person ? "given name" : "part of the name");
        }

        // "de venn" of "arlo de venn"; null where the family name is one word
        static string? Family(string key)
        {
            for (var at = 0; at < key.Length; at = key.IndexOf(' ', at) is >= 0 and var space ? space + 1 : key.Length)
            {
                var end = key.IndexOf(' ', at);
                if (end > 0 && key[at..end] is "de" or "di" or "da" or "del" or "van" or "von" or "der" or "den" or "la" or "le" or "al" or "el"
                    or "bin" or "ben" or "ibn" or "abu") return key[at..];
            }

            return null;
        }

        void Add((string, bool) key, CoreferenceDraft name)
        {
            if (!bearers.TryGetValue(key, out var list)) bearers[key] = list = [];
            list.Add(name);
        }

        // "Hassan" beside "Raouf Hasan", where nobody is called just so.
        CoreferenceDraft? Spelt(CoreferenceDraft name)
        {
            if (name.Key.Length < ShortestSpelling) return null;
            CoreferenceDraft? found = null;
            foreach (var other in names)
            {
                var word = other.Key[(other.Key.LastIndexOf(' ') + 1)..];
                if (other.Type != MentionType.Person || word.Length == other.Key.Length || word[0] != name.Key[0] || !IsOtherSpelling(word, name.Key)) continue;
                if (found is not null && clusters.Of(found.Index) != clusters.Of(other.Index)) return null;
                found ??= other;
            }

            return found;
        }

        // The one who bears it; nobody where two do.
        CoreferenceDraft? Only(CoreferenceDraft name, (string, bool) key)
        {
            if (!bearers.TryGetValue(key, out var list)) return null;
            CoreferenceDraft? found = null;
            foreach (var bearer in list)
            {
                if (bearer.Type != name.Type) continue;
                if (found is not null && clusters.Of(found.Index) != clusters.Of(bearer.Index)) return null;
                found ??= bearer;
            }

            return found;
        }
    }

    // "Hasan" and "Hassan": one letter apart, all other words the same.
    private static void JoinSpellings(CoreferenceClusters clusters, List<CoreferenceDraft> names)
    {
        var seen = new Dictionary<(string Others, char First), List<(CoreferenceDraft Name, string Word)>>();
        foreach (var name in names)
        {
            var space = name.Key.LastIndexOf(' ');
            var (rest, word) = (space < 0 ? "" : name.Key[..space], name.Key[(space + 1)..]);
            if (word.Length < ShortestSpelling || word.Any(char.IsAsciiDigit)) continue;
            var key = (rest, word[0]);
            if (!seen.TryGetValue(key, out var others)) seen[key] = others = [];
            foreach (var other in others)
            {
                if (other.Name.Type == name.Type && IsOtherSpelling(other.Word, word)
                    && clusters.Join(name, other.Name, "spelling")) break;
            }

            if (others.Count < 20) others.Add((name, word));
        }
    }

    // One letter apart, but not by an ending: "Russia" and "Russian" are two words.
    private static bool IsOtherSpelling(string a, string b) => a[^1] == b[^1] && CoreferenceKey.IsOneLetterOff(a, b);
}
