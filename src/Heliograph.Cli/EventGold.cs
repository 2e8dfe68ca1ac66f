using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Extraction;

namespace Heliograph.Cli;

/// <summary>Gold files of events that are no report of ours: pairs of parties, marked sentences, and texts that tell of no politics.</summary>
internal sealed class EventGold(Stages stages)
{
    /// <summary>The genres in which events of our kind are rare, so that nearly every one printed is not there.</summary>
    private static readonly ImmutableArray<string> QuietGenres = ["reviews", "answers", "academic", "voyage", "bio"];

    /// <summary>Scores a file of pairs or of marked sentences, as its first line tells; null where it is neither.</summary>
    /// <exception cref="FormatException">A line cannot be read.</exception>
    public GoldScore? Lines(FileInfo file)
    {
        var first = File.ReadLines(file.FullName).FirstOrDefault() ?? "";
        if (first.Contains("\"source_span\"", StringComparison.Ordinal)) return Pairs(file);
        return first.Contains("\"markup\"", StringComparison.Ordinal) ? Deeds(file) : null;
    }

    /// <summary>Counts the events printed for texts of quiet genres.</summary>
    /// <param name="file">A treebank; it is read anew from its raw text.</param>
    /// <param name="judged">What people said of events that were printed.</param>
    public GoldScore Quiet(FileInfo file, JudgedEvents judged)
    {
        var (sentences, printed, right, unjudged, notes) = (0, 0, 0, 0, new List<string>());
        using var reader = file.OpenText();
        foreach (var text in GenreText.Read(reader).Where(text => QuietGenres.Contains(text.Genre)))
        {
            sentences += text.Sentences.Length;
            foreach (var found in Find(text.Text))
            {
                var verdict = judged.Verdict(text, found);
                printed++;
                if (verdict is true) right++;
                if (verdict is null) unjudged++;
                var judgement = verdict switch { true => "right", false => "wrong", null => "open " };
                notes.Add($"{judgement} {JudgedEvents.KeyOf(text, found)} {ScoreNotes.Event(text.Text, found)}: {Around(text.Text, found)}");
            }
        }

        var thousands = sentences == 0 ? 1 : sentences / 1000.0;
        return new(file.Name, [], notes)
        {
            Figures =
            [
                ("Sentences", sentences), ("Events printed", printed), ("Judged to be there", right), ("Not judged", unjudged),
                ("Kept quiet", 1 - (printed - right) / (double)Math.Max(sentences, 1)), ("Printed per 1,000 sentences", printed / thousands),
                ("Not there per 1,000 sentences (those not judged count as not there)", (printed - right) / thousands),
            ],
        };
    }

    private GoldScore Pairs(FileInfo file)
    {
        var answers = ImmutableArray.CreateBuilder<(GoldPair Gold, Event? Found, bool Whole)>();
        var notes = new List<string>();
        foreach (var line in File.ReadLines(file.FullName))
        {
            var gold = GoldPair.Read(line);
            var found = Find(gold.Text);
            var answer = PairScorer.Answer(gold, found);
            answers.Add(answer);
            if (answer.Whole && GoldPair.TypeOf(answer.Found!.Type) == gold.Type) continue;
            var taken = answer.Found is { } entry ? entry.Type : "nothing";
            notes.Add($"{gold.Id} {gold.Type} found {taken}: {Words(gold.Text, gold.Source)} > {Words(gold.Text, gold.Target)}: {gold.Text}");
            notes.AddRange(found.Select(other => $"    {ScoreNotes.Event(gold.Text, other)}"));
        }

        var scores = new PairScores(answers.ToImmutable());
        return new(file.Name, scores.All, notes) { Figures = [("Macro-F1 of types", scores.MacroF1), ("Both parties, recall", scores.Whole.Recall), .. Calibration(scores)] };
    }

    // What the confidence of the events taken is worth: the right type is right
    private static IEnumerable<(string, double)> Calibration(PairScores scores)
    {
        const int Bins = 10;
        var taken = scores.Answers.Where(answer => answer.Found is not null)
            .Select(answer => (Confidence: answer.Found!.Confidence ?? 0, IsRight: GoldPair.TypeOf(answer.Found.Type) == answer.Gold.Type)).ToList();
        return taken.GroupBy(one => Math.Min((int)(one.Confidence * Bins), Bins - 1)).OrderBy(bin => bin.Key).Select(bin => (
            string.Create(CultureInfo.InvariantCulture, $"Right of {bin.Count()} given {bin.Average(one => one.Confidence):0.00}"),
            bin.Average(one => one.IsRight ? 1.0 : 0.0)));
    }

    private GoldScore Deeds(FileInfo file)
    {
        var (scores, notes) = (new DeedScores(), new List<string>());
        foreach (var line in File.ReadLines(file.FullName))
        {
            var gold = GoldDeed.Read(line);
            var found = Find(gold.Text);
            var (score, _) = DeedScorer.Score(gold, found);
            scores = scores.Add(score);
            if (score.All.All(part => part.Tally.Correct == part.Tally.Gold)) continue;
            var missed = score.All.Take(4).Where(part => part.Tally.Correct < part.Tally.Gold).Select(part => part.Metric);
            notes.Add($"{gold.Id} {gold.Type} misses {string.Join(", ", missed)}: {Words(gold.Text, gold.Actors)} | " +
                $"{Words(gold.Text, gold.Phrase)} | {Words(gold.Text, gold.Recipients)}: {gold.Text}");
            notes.AddRange(found.Select(other => $"    {ScoreNotes.Event(gold.Text, other)}"));
        }

        return new(file.Name, scores.All, notes);
    }

    private ImmutableArray<Event> Find(string text)
    {
        var document = stages.Annotate(text);
        return stages.Events(document, stages.Statements(document));
    }

    private static string Words(string text, ImmutableArray<TextSpan> spans) =>
        spans.IsEmpty ? "–" : string.Join(" … ", spans.Select(span => span.In(text).ToString()));

    private static string Around(string text, Event found)
    {
        const int Wide = 90; // characters on each side of the trigger
        var (start, end) = (Math.Max(0, found.Trigger[0].Start - Wide), Math.Min(text.Length, found.Trigger[^1].End + Wide));
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(start, end - start)}").ReplaceLineEndings(" ");
    }
}
