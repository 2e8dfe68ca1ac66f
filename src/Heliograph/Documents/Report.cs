using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Heliograph.Documents;

/// <summary>One news report as it was read: its text, fixed for good, and what is known about it.</summary>
public sealed record Report
{
    /// <summary>Makes a report of a text and names it by its hash.</summary>
    /// <param name="text">The text as it was read; nothing edits it afterwards.</param>
    public Report(string text)
    {
        Text = text;
        Id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The SHA-256 of the text's UTF-8 bytes, as <c>sha256:</c> and 64 lower-case hex digits.</summary>
    public string Id { get; }

    /// <summary>The text every span points into.</summary>
    public string Text { get; }

    /// <summary>The input's own id, or its file name.</summary>
    public required string Input { get; init; }

    /// <summary>The headline, where one is known.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Who wrote it, as the page names them; may be empty.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The day of publication: the reference for "last week".</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>The language it is written in, as a two-letter ISO 639-1 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Where the headline stands in <see cref="Text"/>, if it does.</summary>
    public TextSpan? TitleSpan { get; init; }

    /// <summary>Stretches of <see cref="Text"/> that are no part of the article, such as a "Source link"; sorted; may be empty.</summary>
    public ImmutableArray<TextSpan> NotArticle { get; init; } = [];
}
