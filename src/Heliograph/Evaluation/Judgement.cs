using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Evaluation;

/// <summary>An entry as the machine read it, and whether the person who looked at it found it right.</summary>
/// <param name="Entry">The entry, without what people made of it.</param>
/// <param name="IsRight">Whether it may stand as it was read: accepted, and nothing in it changed.</param>
public sealed record Judgement(Entry Entry, bool IsRight)
{
    /// <summary>What corrections say about an entry.</summary>
    /// <param name="report">The report it was read from.</param>
    /// <param name="entry">The entry as the machine read it.</param>
    /// <param name="said">The corrections tied to its words, in the order they were made.</param>
    /// <returns>Null where they do not say: none is left, or they only tell who an actor is.</returns>
    public static Judgement? Of(Report report, Entry entry, IEnumerable<Correction> said)
    {
        var bearing = said.Where(one => !one.Undone && one.Field != "who" && one.Verb is not (CorrectionVerb.Merge or CorrectionVerb.Split)).ToList();
        if (entry is MentionEntry || bearing.Count == 0) return null;
        var codePoints = new CodePoints(report.Text);
        var left = Corrections.Apply(report, codePoints, entry, bearing);
        var ids = new EntryId(codePoints);
        return new(entry, left.Review?.Mark != "rejected" && ids.Of(left) == ids.Of(entry));
    }
}
