using System.Collections.Immutable;
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
        if (string.IsNullOrWhiteSpace(Text))
        {
            return new ReadResult.Failure(Source, Place, Text.Length == 0 ? "no text" : "only white space", "the words of a report",
                "Check that the right file was given and that it was saved whole");
        }

        var language = Language ?? LanguageGuess.Of(Text).Code;
        if (language != "en" && !options.Force)
        {
            var found = $"{(Language is null ? "text that looks like" : "text said to be")} {LanguageGuess.NameOf(language)} ({language})";
            return new ReadResult.Failure(Source, Place, found, "English (en)", "Give --force to read it anyway");
        }

        var layout = TextLayout.Of(Text, Title);
        var published = Published ?? options.Published;
        var report = new Report(Text)
        {
            Input = Input,
            Title = Title ?? layout.Title?.In(Text).ToString(),
            TitleSpan = layout.Title,
            NotArticle = layout.NotArticle,
            Outlet = Outlet,
            Authors = Authors,
            Published = published,
            Url = Url,
            Language = language,
        };
        return new ReadResult.Article(report, published is null ? Warnings.Add(NoDate) : Warnings);
    }

    private const string NoDate = "No date of publication: words such as \"last week\" stay without a date. Give --published to set one.";
}
