using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heliograph.Reading;
using Heliograph.Web.Api;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Pages.Trying;

/// <summary>What the form of the first page sent.</summary>
/// <param name="Text">The text that was pasted; empty where none was.</param>
/// <param name="Files">The files; they come before the text.</param>
/// <param name="Published">The day that was named, as it was written.</param>
/// <param name="Outlet">The outlet that was named.</param>
/// <param name="Keeps">Whether it shall be kept.</param>
/// <param name="IsForced">Whether it shall be read even if it does not look English.</param>
internal sealed record SentForm(string Text, ImmutableArray<SentFile> Files, string Published, string Outlet, bool Keeps, bool IsForced)
{
    /// <summary>The form of a request.</summary>
    public static SentForm Of(IFormCollection form) => new(
        form["text"].ToString(),
        [.. form.Files.Where(file => file.Length > 0).Select(file => new SentFile(Path.GetFileName(file.FileName) is { Length: > 0 } name ? name : "file", BytesOf(file)))],
        form["published"].ToString().Trim(), form["outlet"].ToString().Trim(), form["keep"] == "true", form["force"] == "true");

    /// <summary>Its reports, and what cannot be read of it, as they are asked for.</summary>
    /// <param name="maxBytes">The size above which a report is refused.</param>
    public IEnumerable<ReadResult> Read(int maxBytes)
    {
        var options = ReadOptions.Default with { Force = IsForced, MaxReportBytes = maxBytes };
        if (Published.Length > 0)
        {
            if (!DateOnly.TryParseExact(Published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return [new ReadResult.Failure("form", "published", $"'{Published}'", "a day such as 2031-05-02", "Mend the day, or leave it empty")];
            }

            options = options with { Published = day };
        }

        return (Files.IsEmpty ? Pasted(options) : Files.SelectMany(file => file.Read(options))).Select(result =>
            result is ReadResult.Article whole && Outlet.Length > 0 ? OfOutlet(whole) : result);
    }

    private ReadResult.Article OfOutlet(ReadResult.Article whole)
    {
        var (report, warnings) = ReportFields.InBounds(whole.Report with { Outlet = Outlet });
        return new(report, whole.Warnings.AddRange(warnings));
    }

    // A text without a name is named by what it is
    private IEnumerable<ReadResult> Pasted(ReadOptions options)
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n")));
        var result = ReportReader.Read(["-"], options with { Format = InputFormat.Text }, text).First();
        yield return result is ReadResult.Article pasted ? pasted with { Report = pasted.Report with { Input = $"{TextReading.Unnamed}:{pasted.Report.Id[7..19]}" } } : result;
    }

    private static byte[] BytesOf(IFormFile file)
    {
        using var stream = file.OpenReadStream();
        var bytes = new byte[file.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
