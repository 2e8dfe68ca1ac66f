using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;

namespace Heliograph.Reading;

/// <summary>What a reader of one format found, before the checks that all formats share.</summary>
internal sealed record ReportDraft
{
    public required string Source { get; init; }

    public required string Place { get; init; }

    public required string Input { get; init; }

    public required string Text { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public DateOnly? Published { get; init; }

    public string? Url { get; init; }

    /// <summary>The language the input names for itself; it is believed.</summary>
    public string? Language { get; init; }

    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Makes the report, or says why there can be none.</summary>
    public ReadResult Finish(ReadOptions options)
    {
        var (text, warnings) = Readable(options);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ReadResult.Failure(Source, Place, Text.Length == 0 ? "no text" : "only white space", "the words of a report",
                "Check that the right file was given and that it was saved whole");
        }

        var language = Language ?? LanguageGuess.Of(text).Code;
        if (language != "en" && !options.Force)
        {
            var found = $"{(Language is null ? "text that looks like" : "text said to be")} {LanguageGuess.NameOf(language)} ({language})";
            return new ReadResult.Failure(Source, Place, found, "English (en)", "Give --force to read it anyway");
        }

        var layout = TextLayout.Of(text, Title);
        var published = Published ?? options.Published;
        var (report, changes) = ReportFields.InBounds(new Report(text)
        {
            Input = Input,
            Title = Title ?? layout.Title?.In(text).ToString(),
            TitleSpan = layout.Title,
            NotArticle = layout.NotArticle,
            Outlet = Outlet,
            Authors = Authors,
            Published = published,
            Url = Url,
            Language = language,
        });
        warnings = warnings.AddRange(changes);
        return new ReadResult.Article(report, published is null ? warnings.Add(ReadResult.NoDate) : warnings);
    }

    // The text as it is read and kept, and what to know of it
    private (string Text, ImmutableArray<string> Warnings) Readable(ReadOptions options)
    {
        var (text, warnings) = (ReportFields.Clean(Text), Warnings);
        if (text != Text)
        {
            warnings = warnings.Add("The text holds characters that are none (NUL): each stands as U+FFFD.");
        }

        var end = TextLength.End(text, options.MaxTokens);
        if (end == text.Length) return (text, warnings);
        return (text[..end], warnings.Add(string.Create(
            CultureInfo.InvariantCulture, $"The text is longer than {options.MaxTokens:N0} words and signs: what stands behind its first {end:N0} characters is not read.")));
    }
}
