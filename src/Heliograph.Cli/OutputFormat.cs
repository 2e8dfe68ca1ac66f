namespace Heliograph.Cli;

/// <summary>How entries are printed.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON array of the ledger's lines.</summary>
    Json,

    /// <summary>The ledger's lines, one JSON object a line.</summary>
    Jsonl,
}
