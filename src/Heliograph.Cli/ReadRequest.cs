using System.Globalization;
using Heliograph.Actors;
using Heliograph.Analysis;
using Heliograph.Reading;

namespace Heliograph.Cli;

/// <summary>What <c>heliograph read</c> was asked to do.</summary>
internal sealed record ReadRequest
{
    /// <summary>Files, folders, or <c>-</c> for standard input.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>How the input is read.</summary>
    public ReadOptions Options { get; init; } = ReadOptions.Default;

    /// <summary>How entries are printed.</summary>
    public OutputFormat Format { get; init; }

    /// <summary>How many reports are read at a time; 1 or more. The output does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The ledger to keep entries in, a file or a database, or null to keep none.</summary>
    public string? Ledger { get; init; }

    /// <summary>Who is who.</summary>
    public ActorRegister Actors { get; init; } = ActorRegister.Shipped;

    /// <summary>Whether a reading by the fast model replaces one by the deep model.</summary>
    public bool Again { get; init; }

    /// <summary>What was learnt from local corrections, to be applied; null for nothing.</summary>
    public LocalConfidence? Learnt { get; init; }

    /// <summary>The options that bear on what is read, as the ledger notes them with the run; may be empty.</summary>
    public string Settings
    {
        get
        {
            var settings = new List<string>();
            if (Options.Format != InputFormat.Auto) settings.Add($"--input {Options.Format.ToString().ToLowerInvariant()}");
            if (Options.Published is { } day) settings.Add(string.Create(CultureInfo.InvariantCulture, $"--published {day:yyyy-MM-dd}"));
            if (Options.Force) settings.Add("--force");
            if (Again) settings.Add("--again");
            return string.Join(' ', settings);
        }
    }

    /// <summary>The program and the model, as the ledger names who read a report.</summary>
    public string Reader { get; init; } = "";
}
