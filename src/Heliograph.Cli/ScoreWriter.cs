using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heliograph.Evaluation;

namespace Heliograph.Cli;

/// <summary>Writes scores as tables for people, or as one JSON object.</summary>
internal static class ScoreWriter
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // quotation marks of the reports stay readable
    };

    /// <summary>One table: a row a score, F1 and its parts in per cent.</summary>
    public static void WriteTable(GoldScore score, bool notes, TextWriter output)
    {
        output.WriteLine($"{score.File}");
        if (score.Chains is { } spans) WriteChains(spans, "by span", output);
        if (score.ChainsByHead is { } heads) WriteChains(heads, "by head", output);
        if (score.Rows.Count > 0) output.WriteLine($"  {"",-24}{"gold",8}{"found",8}{"right",8}{"precision",11}{"recall",9}{"F1",8}");
        foreach (var (metric, tally) in score.Rows)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {metric,-24}{tally.Gold,8}{tally.System,8}{tally.Correct,8}{100 * tally.Precision,11:0.00}{100 * tally.Recall,9:0.00}{100 * tally.F1,8:0.00}"));
        }

        foreach (var (name, value) in score.Figures)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {value:0.0000}"));
        }

        if (score.Calibration is { } calibration) WriteCalibration(calibration, output);
        if (notes)
        {
            foreach (var note in score.Notes) output.WriteLine($"  {note}");
        }

        output.WriteLine();
    }

    private static void WriteCalibration(Calibration calibration, TextWriter output)
    {
        output.WriteLine($"  {"confidence",-24}{"statements",12}{"mean",8}{"right",8}");
        foreach (var bin in calibration.All)
        {
            var range = string.Create(CultureInfo.InvariantCulture, $"{bin.Low:0.0} to {bin.Low + 1.0 / Calibration.Bins:0.0}");
            output.WriteLine(bin.Count == 0
                ? $"  {range,-24}{0,12}"
                : string.Create(CultureInfo.InvariantCulture, $"  {range,-24}{bin.Count,12}{bin.Confidence,8:0.000}{bin.Right,8:0.000}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  expected calibration error: {calibration.Error:0.0000}"));
    }

    private static void WriteChains(ChainScores scores, string heading, TextWriter output)
    {
        output.WriteLine($"  {heading,-24}{"precision",11}{"recall",9}{"F1",8}");
        foreach (var (metric, ratio) in scores.All)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {metric,-24}{100 * ratio.Precision,11:0.00}{100 * ratio.Recall,9:0.00}{100 * ratio.F1,8:0.00}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"CoNLL",-24}{"",20}{100 * scores.Conll,8:0.00}"));
    }

    /// <summary>All scores of a layer; shares are numbers from 0 to 1.</summary>
    public static void WriteJson(string layer, IReadOnlyList<GoldScore> files, bool notes, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("layer", layer);
            json.WriteStartArray("files");
            foreach (var file in files)
            {
                json.WriteStartObject();
                json.WriteString("file", file.File);
                WriteRows(json, file);
                WriteFigures(json, file);
                WriteCalibration(json, file.Calibration);
                if (notes) WriteNotes(json, file);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("total");
            WriteRows(json, GoldScore.Total(files));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()).ReplaceLineEndings("\n"));
    }

    private static void WriteRows(Utf8JsonWriter json, GoldScore score)
    {
        json.WriteStartObject("scores");
        foreach (var (metric, tally) in score.Rows) WriteTally(json, metric, tally);
        if (score.Chains is { } spans) WriteChains(json, "by span", spans);
        if (score.ChainsByHead is { } heads) WriteChains(json, "by head", heads);
        json.WriteEndObject();
    }

    private static void WriteChains(Utf8JsonWriter json, string name, ChainScores scores)
    {
        json.WriteStartObject(name);
        foreach (var (metric, ratio) in scores.All)
        {
            json.WriteStartObject(metric);
            json.WriteNumber("precision", ratio.Precision);
            json.WriteNumber("recall", ratio.Recall);
            json.WriteNumber("f1", ratio.F1);
            json.WriteEndObject();
        }

        json.WriteNumber("CoNLL", scores.Conll);
        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, GoldScore score)
    {
        if (score.Figures.Count == 0) return;
        json.WriteStartObject("figures");
        foreach (var (name, value) in score.Figures) json.WriteNumber(name, value);
        json.WriteEndObject();
    }

    private static void WriteCalibration(Utf8JsonWriter json, Calibration? calibration)
    {
        if (calibration is null) return;
        json.WriteStartObject("calibration");
        json.WriteNumber("error", calibration.Error);
        json.WriteStartArray("bins");
        foreach (var bin in calibration.All)
        {
            json.WriteStartObject();
            json.WriteNumber("low", bin.Low);
            json.WriteNumber("count", bin.Count);
            json.WriteNumber("confidence", bin.Confidence);
            json.WriteNumber("right", bin.Right);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTally(Utf8JsonWriter json, string metric, Tally tally)
    {
        json.WriteStartObject(metric);
        json.WriteNumber("gold", tally.Gold);
        json.WriteNumber("found", tally.System);
        json.WriteNumber("right", tally.Correct);
        json.WriteNumber("precision", tally.Precision);
        json.WriteNumber("recall", tally.Recall);
        json.WriteNumber("f1", tally.F1);
        json.WriteEndObject();
    }

    private static void WriteNotes(Utf8JsonWriter json, GoldScore score)
    {
        json.WriteStartArray("notes");
        foreach (var note in score.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
    }
}
