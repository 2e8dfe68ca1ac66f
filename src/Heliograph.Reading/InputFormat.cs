namespace Heliograph.Reading;

/// <summary>What form the input has.</summary>
public enum InputFormat
{
    /// <summary>Told by the file's extension; where that says nothing, by its first bytes.</summary>
    Auto,

    /// <summary>Plain text in UTF-8, one report a file.</summary>
    Text,

    /// <summary>A saved web page, one report a file.</summary>
    Html,

    /// <summary>JSON Lines: one JSON object a line, one report an object.</summary>
    Jsonl,
}
