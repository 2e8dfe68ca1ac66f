using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>What <c>gold/floors.json</c> pins.</summary>
/// <param name="Corpora">Gold files of the corpora, which are no part of this repository.</param>
/// <param name="Scores">Lowest accepted F1 of each task with the fast model, from 0 to 1: <c>layer/file/metric</c>.</param>
/// <param name="Deep">The same with the deep model.</param>
internal sealed record Floors(IReadOnlyList<PinnedFile> Corpora, IReadOnlyDictionary<string, double> Scores, IReadOnlyDictionary<string, double> Deep)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <exception cref="JsonException">The file is not as its record says.</exception>
    public static Floors Read(string json) => JsonSerializer.Deserialize<Floors>(json, Strict)!;

    /// <summary>The floors of the tasks of one file.</summary>
    public IReadOnlyDictionary<string, double> Of(ReadingModel model, string layer, string file) => (model == ReadingModel.Deep ? Deep : Scores)
        .Where(score => score.Key.StartsWith($"{layer}/{file}/", StringComparison.Ordinal))
        .ToDictionary(score => score.Key, score => score.Value, StringComparer.Ordinal);
}

/// <summary>A gold file as it was when its floors were pinned.</summary>
/// <param name="Layer">Which layer it scores: <c>parse</c>, <c>names</c>, <c>statements</c> or <c>events</c>.</param>
/// <param name="File">Its path inside the corpora's folder.</param>
/// <param name="Sha256">The SHA-256 of its bytes, 64 lower-case hex digits.</param>
internal sealed record PinnedFile(string Layer, string File, string Sha256);
