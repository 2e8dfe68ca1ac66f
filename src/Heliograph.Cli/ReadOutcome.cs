using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Cli;

/// <summary>What came of one input: a report read into entries, or the line that says why not.</summary>
internal abstract record ReadOutcome
{
    private ReadOutcome() { }

    /// <summary>A report was read.</summary>
    /// <param name="Report">The report.</param>
    /// <param name="Entries">Its entries.</param>
    /// <param name="Words">How many words it has.</param>
    /// <param name="Output">What to print, as it will be written.</param>
    /// <param name="Vetoed">How many events were left out, as local corrections taught.</param>
    /// <param name="Warnings">What people should know of how it was read, where the output has no place for it.</param>
    public sealed record Read(Report Report, ImmutableArray<Entry> Entries, int Words, byte[] Output, int Vetoed, ImmutableArray<string> Warnings) : ReadOutcome;

    /// <summary>The input was refused, or our own code failed on it.</summary>
    /// <param name="Input">The input's own id or file name.</param>
    /// <param name="Message">One line, ready to print.</param>
    public sealed record Refused(string Input, string Message) : ReadOutcome;
}
