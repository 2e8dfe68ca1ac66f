using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Language;
using Heliograph.Ledger;

namespace Heliograph.Fuzz;

/// <summary>Reads reports as the program does, and checks what it found.</summary>
internal static class English
{
    private static readonly Lazy<Annotator> Annotator = new(() => Language.Annotator.Load());

    /// <summary>A report's entries.</summary>
    public static ImmutableArray<Entry> Read(Report report)
    {
        var document = Annotator.Value.Annotate(report.Text);
        var statements = Attributions.Find(document);
        return Entries.Of(report, document, statements, Events.Find(document, statements));
    }

    /// <summary>The entries as their lines, by which two readings are compared.</summary>
    public static string Lines(Report report, IReadOnlyList<Entry> entries)
    {
        using var json = new EntryJson(report);
        var lines = new System.Buffers.ArrayBufferWriter<byte>();
        foreach (var entry in entries) json.Write(lines, entry);
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(lines.WrittenSpan));
    }

    /// <summary>Checks that a report is one that a ledger can hold, and that nothing in it lies outside its text.</summary>
    public static void Check(Report report)
    {
        BrokenPromiseException.ThrowUnless(!report.Text.Contains('\0', StringComparison.Ordinal), "a NUL is left in the text");
        BrokenPromiseException.ThrowUnless(report.TitleSpan is not { } title || title.End <= report.Text.Length, "the title lies behind the text's end");
        BrokenPromiseException.ThrowUnless(report.NotArticle.All(span => span.End <= report.Text.Length), "a line lies behind the text's end");
        foreach (var field in (string?[])[report.Input, report.Title, report.Outlet, report.Url, .. report.Authors])
        {
            BrokenPromiseException.ThrowUnless(field is null || (field.Length <= 2_000 && !field.Contains('\0', StringComparison.Ordinal)), "a field has no bound, or holds a NUL");
        }
    }
}
