using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Web.Pages.Reports;

/// <summary>A paragraph of two versions of a text laid over one another.</summary>
/// <param name="Pieces">Its text in order: what stays, what went, what came; with what would steer the page made visible.</param>
public sealed record ChangedText(ImmutableArray<(ChangeKind Kind, string Text)> Pieces)
{
    /// <summary>Whether nothing in it changed.</summary>
    public bool IsSame => Pieces.All(piece => piece.Kind == ChangeKind.Same);

    /// <summary>The paragraphs of both texts, in the order of the newer.</summary>
    public static ImmutableArray<ChangedText> Of(string before, string after, ImmutableArray<WordChange> changes)
    {
        var paragraphs = ImmutableArray.CreateBuilder<ChangedText>();
        var pieces = ImmutableArray.CreateBuilder<(ChangeKind, string)>();
        foreach (var change in changes)
        {
            var text = (change.Kind == ChangeKind.Removed ? change.Before.In(before) : change.After.In(after)).ToString();
            while (Break(text) is var (at, length))
            {
                Add(change.Kind, text[..at]);
                End();
                text = text[(at + length)..];
            }

            Add(change.Kind, text);
        }

        End();
        return paragraphs.ToImmutable();

        void Add(ChangeKind kind, string text)
        {
            if (text.Length > 0 && (pieces.Count > 0 || !string.IsNullOrWhiteSpace(text))) pieces.Add((kind, Shown.Block(text)));
        }

        void End()
        {
            if (pieces.Count > 0) paragraphs.Add(new(pieces.ToImmutable()));
            pieces.Clear();
        }
    }

    // Blanks that hold an empty line
    private static (int At, int Length)? Break(string text)
    {
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at))
        {
            var (end, lines) = (at, 0);
            while (end < text.Length && char.IsWhiteSpace(text[end])) lines += text[end++] == '\n' ? 1 : 0;
            if (lines > 1) return (at, end - at);
            at = end;
            if (at >= text.Length) break;
        }

        return null;
    }
}
