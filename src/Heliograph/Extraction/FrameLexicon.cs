using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Language;

namespace Heliograph.Extraction;

/// <summary>The frames and light verbs that ship with the library, found by lemma in one step.</summary>
internal static class FrameLexicon
{
    private static readonly FrozenDictionary<string, ImmutableArray<Frame>> Verbs;
    private static readonly FrozenDictionary<string, ImmutableArray<Frame>> Nouns;
    private static readonly FrozenDictionary<string, ImmutableArray<Frame>> Adjectives;
    private static readonly FrozenDictionary<string, ImmutableArray<LightVerb>> Lights;

    static FrameLexicon()
    {
        var frames = LexiconTable.Rows("frames.tsv", 10)
            .GroupBy(row => (row[0], row[1]))
            .SelectMany(rows => rows.Select(Read))
            .ToList();
        Verbs = Index(frames.Where(frame => frame.PartOfSpeech == "verb"));
        Nouns = Index(frames.Where(frame => frame.PartOfSpeech == "noun"));
        Adjectives = Index(frames.Where(frame => frame.PartOfSpeech == "adj"));
        Lights = LexiconTable.Rows("light-verbs.tsv", 4)
            .Select(row => new LightVerb(row[0], OrNull(row[1]), row[2], row[3] == "actor"))
            .GroupBy(light => light.Lemma, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The frames of a verb, those that ask for most first; empty where there are none.</summary>
    public static ImmutableArray<Frame> OfVerb(string lemma) => Verbs.TryGetValue(lemma, out var frames) ? frames : [];

    /// <summary>The frames of a verb whose lemma was read off an inflected form, so that its last "e" may be wrong
    /// ("telephon" of "telephoned"); empty where there are none.</summary>
    public static ImmutableArray<Frame> OfInflectedVerb(string lemma) => OfVerb(lemma) switch
    {
        { IsEmpty: false } frames => frames,
        _ when lemma.EndsWith('e') && OfVerb(lemma[..^1]) is { IsEmpty: false } frames => frames,
        _ when OfVerb($"{lemma}e") is { IsEmpty: false } frames => frames,
        _ => OfVerb($"{lemma}{lemma[^1]}"), // "boycot" of "boycotted"
    };

    /// <summary>The frames of a noun, those that ask for most first; empty where there are none.</summary>
    public static ImmutableArray<Frame> OfNoun(string lemma) => Nouns.TryGetValue(lemma, out var frames) ? frames : [];

    /// <summary>The frames of an adjective or participle ("willing", "critical"), those that ask for most first.</summary>
    public static ImmutableArray<Frame> OfAdjective(string lemma) => Adjectives.TryGetValue(lemma, out var frames) ? frames : [];

    /// <summary>The ways in which a verb carries an event noun; empty where it is no light verb.</summary>
    public static ImmutableArray<LightVerb> OfLightVerb(string lemma) => Lights.TryGetValue(lemma, out var lights) ? lights : [];

    private static FrozenDictionary<string, ImmutableArray<Frame>> Index(IEnumerable<Frame> frames) => frames
        .GroupBy(frame => frame.Lemma, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.OrderByDescending(frame => frame.Weight).ToImmutableArray(), // stable: file order decides a tie
            StringComparer.Ordinal);

    private static Frame Read(string[] row, int place) => new()
    {
        Lemma = row[0],
        PartOfSpeech = row[1],
        Pattern = [.. List(row[2], ' ').Select(Slot.Parse)],
        Actor = List(row[3], '|'),
        Recipient = List(row[4], '|'),
        Type = row[5],
        Mode = OrNull(row[6]),
        Contexts = List(row[7], ','),
        Cameo = row[8],
        Counts = [.. List(row[9], ',').Select(count => count.Split('=')).Select(count => (count[0], count[1]))],
        Rule = string.Create(CultureInfo.InvariantCulture, $"{row[0]}.{row[1]}.{place + 1}"),
    };

    private static ImmutableArray<string> List(string cell, char parting) => cell == "-" ? [] : [.. cell.Split(parting)];

    private static string? OrNull(string cell) => cell == "-" ? null : cell;
}
