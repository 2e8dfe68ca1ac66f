using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Heliograph.Cli;

namespace Heliograph.Evaluation;

/// <summary>Where gold files are, and what is measured on them.</summary>
internal static class GoldSets
{
    /// <summary>The repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The corpora: the folder that HELIOGRAPH_CORPORA names, or <c>../shared/corpora</c>; null where neither stands.</summary>
    public static string? Corpora { get; } =
        new[] { Environment.GetEnvironmentVariable("HELIOGRAPH_CORPORA"), Path.Combine(Root, "../shared/corpora") }
            .FirstOrDefault(Directory.Exists);

    /// <summary>The scores of each layer that floors are pinned for.</summary>
    private static readonly Dictionary<string, string[]> Metrics = new()
    {
        ["parse"] = ["Words", "Sentences", "UPOS", "XPOS", "Lemmas", "UAS", "LAS"],
        ["names"] = ["Names"],
        ["statements"] = ["Source+cue", "All three"],
        ["time"] = ["Spans, exact", "Spans, overlapping", "Values", "Values, held out"],
        ["attribution"] = ["Source", "Cue", "Content", "Triples"],
        ["actors"] = ["Actor", "Code", "Sector"],
        ["events"] = ["Type+actor+factuality", "Macro-F1 of types", "Both parties, recall", "Event phrase", "Type of the event", "Actor text", "Recipient text", "Kept quiet"],
        ["coreference"] = ["CoNLL"],
        ["factuality"] = ["Told as", "Trigger", "Trigger, held out", "r, rules", "r, weights"],
        ["places"] = ["Places"],
    };

    /// <summary>Scores a gold file, or a folder of them together.</summary>
    /// <returns>F1 of each task, or the correlation, from 0 to 1.</returns>
    public static IReadOnlyDictionary<string, double> Measure(string layer, string path, Stages stages)
    {
        var total = GoldScore.Total([.. new GoldFolder(path, null, stages).Score(layer)]);
        var name = Path.GetFileNameWithoutExtension(path);
        var values = total.Rows.Where(row => row.Tally.Gold > 0).Select(row => (row.Metric, Value: row.Tally.F1)).Concat(total.Figures.Select(figure => (Metric: figure.Name, figure.Value)));
        if (total.Chains is { } chains) values = values.Append(("CoNLL", chains.Conll));
        return values.Where(value => Metrics[layer].Contains(value.Metric))
            .ToDictionary(value => $"{layer}/{name}/{value.Metric}", value => value.Value, StringComparer.Ordinal);
    }

    /// <summary>Says so when a file is not the one that was pinned; null when it is.</summary>
    public static string? Complaint(PinnedFile pinned, string corpora)
    {
        var file = new FileInfo(Path.Combine(corpora, pinned.File));
        if (!file.Exists) return $"{file}: found no such file, expected the one that gold/floors.json pins. Mend HELIOGRAPH_CORPORA.";
        using var stream = file.OpenRead();
        var found = Convert.ToHexStringLower(SHA256.HashData(stream));
        return found == pinned.Sha256
            ? null
            : $"{file}: found SHA-256 {found}, expected {pinned.Sha256}. Scores of another version do not compare: get the pinned " +
                "one, or pin this one and its floors in a commit of its own.";
    }

    private static string FindRoot([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(thisFile, "../../.."));
}
