using System.Collections.Frozen;
using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>The lists that finding chains of mentions rests on, read on first use.</summary>
internal static class CoreferenceLexicons
{
    private static readonly Lazy<FrozenDictionary<string, (MentionType Type, Gender Gender)>> NounTable = new(() =>
        Rows("mention-nouns.tsv").ToFrozenDictionary(
            row => row[0], row => (Type(row[1]), GenderOf(row[2])), StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, Gender>> GivenNames = new(() =>
        Rows("name-genders.tsv").ToFrozenDictionary(row => row[0], row => GenderOf(row[1]), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, string>> Aliases = new(() =>
        Rows("name-aliases.tsv").SelectMany(row => row.Select(name => (Key: CoreferenceKey.Of(name), Main: CoreferenceKey.Of(row[0]))))
            .DistinctBy(alias => alias.Key).ToFrozenDictionary(alias => alias.Key, alias => alias.Main, StringComparer.Ordinal));

    /// <summary>What a noun's descriptions are about, by its lemma; null for nouns of other things.</summary>
    public static (MentionType Type, Gender Gender)? Noun(string lemma) =>
        NounTable.Value.TryGetValue(lemma, out var known) ? known : null;

    /// <summary>The gender of a given name, where nearly all who bear it are of one.</summary>
    public static Gender OfGivenName(string name) => GivenNames.Value.GetValueOrDefault(name);

    /// <summary>The key under which other names of the same thing are kept; the key itself for most.</summary>
    public static string MainName(string key) => Aliases.Value.GetValueOrDefault(key, key);

    private static MentionType Type(string word) => Enum.Parse<MentionType>(word, ignoreCase: true);

    private static Gender GenderOf(string word) => word switch
    {
        "female" or "f" => Gender.Female,
        "male" or "m" => Gender.Male,
        _ => Gender.Unknown,
    };

    private static IEnumerable<ImmutableArray<string>> Rows(string file) => LexiconTable.Lines(file).Select(line => line.Split('\t').ToImmutableArray());
}
