using System.Collections.Frozen;
using System.Collections.Immutable;
using Heliograph.Analysis;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary>Applies what was learnt from the corrections of a ledger, for doors that read text after text into it.</summary>
internal sealed class LearntReading
{
    private readonly string _ledger;
    private readonly Lazy<(string Reader, LocalConfidence? Learnt)> _chosen;

    /// <param name="ledger">The ledger.</param>
    /// <param name="reader">Names the program and the model; asked at the first text only, for it loads the model.</param>
    /// <param name="errors">Told where a file is passed over.</param>
    public LearntReading(string ledger, Func<string> reader, TextWriter errors)
    {
        _ledger = ledger;
        _chosen = new(() =>
        {
            var name = reader();
            return LearntFile.Choose(null, none: false, ledger, name, errors).Learnt is { } learnt
                ? (LearntName.With(name, LocalConfidenceText.HashOf(learnt)), learnt)
                : (name, null);
        });
    }

    /// <summary>The program, the model and what was learnt, as the ledger names who read a report.</summary>
    public string Reader => _chosen.Value.Reader;

    /// <summary>Whether the file beside the ledger, if there is one, can be read. What is wrong with it is said.</summary>
    public static bool IsReadable(string ledger, TextWriter errors) =>
        LearntFile.Beside(ledger) is not { } path || !File.Exists(path) || LearntFile.Read(path, errors) is not null;

    /// <summary>The entries of a report as learnt.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public ImmutableArray<Entry> Of(Report report, ImmutableArray<Entry> entries)
    {
        if (_chosen.Value.Learnt is not { } learnt) return entries;
        using var store = LedgerStore.OpenToRead(_ledger);
        return Apply(learnt, report, entries, store.CorrectedWords()).Kept;
    }

    /// <summary>Applies what was learnt. People have the last word: what they said anything about stays.</summary>
    /// <param name="learnt">What was learnt.</param>
    /// <param name="report">The report.</param>
    /// <param name="entries">Its entries, as shipped.</param>
    /// <param name="corrected">The words that people said something about.</param>
    public static (ImmutableArray<Entry> Kept, int Vetoed) Apply(
        LocalConfidence learnt, Report report, ImmutableArray<Entry> entries, FrozenSet<(string Report, string Kind, string Anchor)> corrected)
    {
        if (corrected.Count == 0) return learnt.Apply(entries, _ => false);
        var codePoints = new CodePoints(report.Text);
        return learnt.Apply(entries, entry => corrected.Contains((report.Id, entry.Kind, Corrections.Anchor(codePoints, entry))));
    }
}
