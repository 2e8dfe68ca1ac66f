using Heliograph.Actors;
using Heliograph.Documents;
using Heliograph.Evaluation;

namespace Heliograph.Cli;

/// <summary>Scores the linking of actors on a gold file.</summary>
internal static class ActorGold
{
    /// <summary>Whether a table is one of actors.</summary>
    public static bool IsTable(FileInfo file) => File.ReadLines(file.FullName).Any(line => line.StartsWith("text\tdate\twords\tid\t", StringComparison.Ordinal));

    /// <summary>Whether a file of lines is of sentences whose actors have codes.</summary>
    public static bool IsSentences(FileInfo file) =>
        File.ReadLines(file.FullName).FirstOrDefault() is { } line && line.Contains("\"sector\"", StringComparison.Ordinal) && line.Contains("\"gold\"", StringComparison.Ordinal);

    /// <summary>The scores of a file.</summary>
    public static GoldScore Score(FileInfo file, Stages stages)
    {
        List<GoldActor> gold;
        using (var reader = file.OpenText()) gold = file.Extension == ".tsv" ? [.. GoldActor.ReadTable(reader)] : [.. GoldActor.ReadSentences(File.ReadLines(file.FullName))];
        var tallies = new Dictionary<string, Tally>();
        var notes = new List<string>();
        var read = new Dictionary<string, Document>(StringComparer.Ordinal);
        var (right, wrong, silent) = (0, 0, 0);
        foreach (var actor in gold)
        {
            if (!read.TryGetValue(actor.Text, out var document)) document = read[actor.Text] = stages.Annotate(actor.Text);
            var statements = stages.Statements(document);
            var answer = ActorScorer.Answer(actor, document, statements, stages.Events(document, statements), ActorRegister.Shipped);
            var rows = ActorScorer.Score(actor, answer);
            foreach (var (metric, tally) in rows) tallies[metric] = tallies.GetValueOrDefault(metric) + tally;
            var isRight = rows.All(row => row.Tally.Correct == Math.Max(row.Tally.Gold, row.Tally.System));
            var isSilent = !isRight && rows.All(row => row.Tally.System == row.Tally.Correct);
            if (isRight) right++;
            else if (isSilent) silent++;
            else wrong++;
            if (!isRight)
            {
                notes.Add($"{(isSilent ? "unlinked" : "wrong")}: {actor.Words.In(actor.Text)} [{actor.Date:yyyy-MM-dd}]: gold {actor.Id ?? "-"} {actor.Code ?? "-"} {actor.Sector ?? "-"}, " +
                    $"found {answer?.Id ?? "-"} {answer?.Code ?? "-"} {answer?.Sector ?? "-"} ({answer?.Why ?? "nothing"}) in: {actor.Text}");
            }
        }

        var all = Math.Max(1, gold.Count);
        return new(file.Name, [.. tallies.Select(row => (row.Key, row.Value))], notes)
        {
            Figures = [("All right", (double)right / all), ("Wrong", (double)wrong / all), ("Not linked", (double)silent / all)],
        };
    }
}
