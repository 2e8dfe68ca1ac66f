namespace Heliograph.Reading;

/// <summary>Refusals that more than one reader has to make.</summary>
internal static class Refusals
{
    public static ReadResult.Failure TooLarge(string source, ReadOptions options) =>
        new(source, $"byte {options.MaxReportBytes}", "more input after it",
            FormattableString.Invariant($"one report of at most {options.MaxReportBytes:N0} bytes"),
            "Split it into one report a file, or one a line in JSON Lines");

    public static ReadResult.Failure Binary(string source, string name) =>
        new(source, "byte 0", name, "text",
            "Convert or unpack it to plain text in UTF-8 (or HTML, or JSON Lines) and read that");

    public static ReadResult.Failure Unreadable(string source, string reason, string remedy) =>
        new(source, "file", reason, "a file or folder that can be read", remedy);
}
