using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Places;
using Heliograph.Times;

namespace Heliograph.Ledger;

/// <summary>The words that the ledger's lines use for its codes, and back.</summary>
public static class Terms
{
    private static readonly string[] Factualities =
        ["happened", "ongoing", "did not happen", "planned", "possible", "conditional", "asked for"];

    private static readonly string[] Manners = ["indirect", "direct", "mixed"];
    private static readonly string[] Namings = ["named", "unnamed", "collective"];
    private static readonly string[] MentionTypes = ["person", "group", "organisation", "state", "place"];
    private static readonly string[] Precisions = ["district", "city", "region", "area", "water", "country"];
    private static readonly string[] Forms = ["name", "nominal", "pronoun"];
    private static readonly string[] Granularities = ["day", "week", "month", "season", "quarter", "year", "decade", "century"];

    /// <summary>Every word for a factuality, in the order of <see cref="Factuality"/>.</summary>
    public static IReadOnlyList<string> AllFactualities => Factualities;

    /// <summary>Every word for what a mention names, in the order of <see cref="MentionType"/>.</summary>
    public static IReadOnlyList<string> AllMentionTypes => MentionTypes;

    /// <summary>The word for a factuality, such as <c>did not happen</c>.</summary>
    public static string Of(Factuality factuality) => Factualities[(int)factuality];

    /// <summary>The word for a manner of speech.</summary>
    public static string Of(Manner manner) => Manners[(int)manner];

    /// <summary>The word for how openly a source is told.</summary>
    public static string Of(Naming naming) => Namings[(int)naming];

    /// <summary>The word for what a mention names.</summary>
    public static string Of(MentionType type) => MentionTypes[(int)type];

    /// <summary>The word for the form of a mention.</summary>
    public static string Of(MentionForm form) => Forms[(int)form];

    /// <summary>The word for the unit that a time is told in.</summary>
    public static string Of(TimeGranularity granularity) => Granularities[(int)granularity];

    /// <summary>The word for the precision of a place.</summary>
    public static string Of(PlacePrecision precision) => Precisions[(int)precision];

    internal static Factuality Factuality(string word) => (Factuality)Index(Factualities, word);

    internal static Manner Manner(string word) => (Manner)Index(Manners, word);

    internal static Naming Naming(string word) => (Naming)Index(Namings, word);

    internal static MentionType MentionType(string word) => (MentionType)Index(MentionTypes, word);

    internal static MentionForm MentionForm(string word) => (MentionForm)Index(Forms, word);

    internal static TimeGranularity TimeGranularity(string word) => (TimeGranularity)Index(Granularities, word);

    internal static PlacePrecision Precision(string word) => (PlacePrecision)Index(Precisions, word);

    private static int Index(string[] words, string word)
    {
        var index = Array.IndexOf(words, word);
        return index >= 0 ? index : throw new FormatException(
            $"found '{word}', expected one of {string.Join(" | ", words)}. " +
            "The line was written by a newer version of Heliograph, or was changed by hand.");
    }
}
