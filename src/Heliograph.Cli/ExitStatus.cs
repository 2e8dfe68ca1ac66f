namespace Heliograph.Cli;

/// <summary>What the program tells whoever started it, by its exit status.</summary>
internal static class ExitStatus
{
    /// <summary>All that was asked for was done: every report read.</summary>
    public const int Done = 0;

    /// <summary>Something was not done: a report refused, nothing found, an output that cannot be written. What could be done was.</summary>
    public const int SomeRefused = 1;

    /// <summary>The command line, a variable or the file of settings cannot be understood; nothing was read.</summary>
    public const int WrongUse = 2;

    /// <summary>The ledger cannot be reached, or was lost on the way.</summary>
    public const int NoLedger = 3;

    /// <summary>A person stopped it (Ctrl+C), as shells have it.</summary>
    public const int Stopped = 130;
}
