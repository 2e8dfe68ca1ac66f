using System.Collections.Immutable;
using System.Text;
using Heliograph.Documents;

namespace Heliograph.Reading;

/// <summary>What came of reading one source: a report, or the reason there is none.</summary>
/// <remarks>
/// Bad input is expected, so it is a value; a batch goes on and counts it. Exceptions are for mistakes in our own code.
/// </remarks>
public abstract record ReadResult
{
    /// <summary>The warning about a report without a date of publication.</summary>
    public const string NoDate = "No date of publication: words such as \"last week\" stay without a date. Give --published to set one.";

    private ReadResult() { }

    /// <summary>A report was read.</summary>
    /// <param name="Report">The report.</param>
    /// <param name="Warnings">What a reader of the report should know of how it was read, one sentence each; may be empty.</param>
    public sealed record Article(Report Report, ImmutableArray<string> Warnings) : ReadResult;

    /// <summary>No report could be read.</summary>
    /// <param name="Source">The file as it was named, or <c>-</c> for standard input.</param>
    /// <param name="Place">Where in the source: a byte (counted from 0), or a line and column (counted from 1).</param>
    /// <param name="Found">What stands there.</param>
    /// <param name="Expected">What should stand there.</param>
    /// <param name="Remedy">What the person at the keyboard can do about it; a sentence without its full stop.</param>
    public sealed record Failure(string Source, string Place, string Found, string Expected, string Remedy) : ReadResult
    {
        /// <summary>One line, ready to print; control characters of the input are shown as <c>\u001B</c>.</summary>
        public override string ToString() =>
            Printable($"{Source}: {Place}: found {Found}, expected {Expected}. {Remedy}.");
    }

    // A file's name or a page's words could otherwise break the line or steer the terminal.
    private static string Printable(string line)
    {
        if (!line.Any(IsUnsafe)) return line;
        var printable = new StringBuilder(line.Length + 16);
        foreach (var c in line)
        {
            if (IsUnsafe(c)) printable.Append("\\u").Append(((int)c).ToString("X4", null));
            else printable.Append(c);
        }

        return printable.ToString();

        static bool IsUnsafe(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E');
    }
}
