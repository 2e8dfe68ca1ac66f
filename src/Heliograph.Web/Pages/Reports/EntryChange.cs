using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Reports;

/// <summary>What became of an entry from one version of a report to another.</summary>
/// <param name="Before">The entry as it was; null where it came.</param>
/// <param name="After">The entry as it is; null where it went.</param>
/// <param name="Fields">The names of the fields that say something else; empty where it stayed, came or went.</param>
public sealed record EntryChange(Entry? Before, Entry? After, ImmutableArray<string> Fields)
{
    /// <summary>The events and statements of both versions, in the order of the newer text, what went behind them.</summary>
    /// <param name="before">The older version.</param>
    /// <param name="after">The newer version.</param>
    /// <param name="words">How their words differ; null where too much does, so that entries are told apart by what they say alone.</param>
    /// <remarks>An entry stays where one of its kind stands at the same words, or says the same elsewhere.</remarks>
    public static ImmutableArray<EntryChange> Between(StoredReport before, StoredReport after, ImmutableArray<WordChange>? words)
    {
        var (old, fresh) = (Rows(before), Rows(after));
        var left = old.ToDictionary(row => row.Entry.Id, StringComparer.Ordinal);
        var kin = new Dictionary<string, Row>(StringComparer.Ordinal); // by the id of the newer
        var landed = Landed(old, words).ToLookup(row => (row.Entry.Kind, row.At));
        var saying = old.ToLookup(row => row.Said);
        Pair(row => landed[(row.Entry.Kind, MarkedText.Words(row.Entry).Spans[0].Start)].Select(one => one.Row).OrderByDescending(one => one.Said == row.Said).ThenByDescending(one => one.Entry.Type == row.Entry.Type));
        Pair(row => saying[row.Said]);
        return
        [
            .. fresh.Select(row => kin.TryGetValue(row.Entry.Id, out var was) ? new EntryChange(was.Entry, row.Entry, Unlike(was, row)) : new(null, row.Entry, [])),
            .. old.Where(row => left.ContainsKey(row.Entry.Id)).Select(row => new EntryChange(row.Entry, null, [])),
        ];

        void Pair(Func<Row, IEnumerable<Row>> candidates)
        {
            foreach (var row in fresh.Where(row => !kin.ContainsKey(row.Entry.Id)))
            {
                if (candidates(row).FirstOrDefault(one => left.ContainsKey(one.Entry.Id)) is not { } was) continue;
                left.Remove(was.Entry.Id);
                kin.Add(row.Entry.Id, was);
            }
        }
    }

    private static List<Row> Rows(StoredReport read)
    {
        var text = new EntryText(read.Report, read.Entries, Passages.Paragraphs(read.Report.Text));
        return [.. read.Entries.Where(entry => entry is not MentionEntry).DistinctBy(entry => entry.Id).Select(entry => Row.Of(entry, [.. text.Fields(entry)]))];
    }

    // Where the words of the older entries stand in the newer text
    private static IEnumerable<(Row Row, Entry Entry, int At)> Landed(List<Row> old, ImmutableArray<WordChange>? words)
    {
        if (words is not { } changes) yield break;
        var same = changes.Where(change => change.Kind == ChangeKind.Same).ToList();
        foreach (var row in old)
        {
            var at = MarkedText.Words(row.Entry).Spans[0].Start;
            var (low, high) = (0, same.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (same[middle].Before.End <= at) low = middle + 1;
                else high = middle;
            }

            if (low < same.Count && same[low].Before.Start <= at) yield return (row, row.Entry, at - same[low].Before.Start + same[low].After.Start);
        }
    }

    private static ImmutableArray<string> Unlike(Row was, Row now) =>
        was.Said == now.Said ? [] : [.. was.Fields.Except(now.Fields).Concat(now.Fields.Except(was.Fields)).Select(field => field.Label).Distinct()];

    // An entry and what its fields say, in words: ids and offsets differ from version to version
    private sealed record Row(Entry Entry, ImmutableArray<(string Label, string Value)> Fields, string Said)
    {
        public static Row Of(Entry entry, ImmutableArray<(string Label, string Value)> fields) =>
            new(entry, fields, $"{entry.Kind}\n{string.Join('\n', fields.Select(field => $"{field.Label}\t{field.Value}"))}");
    }
}
