using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Heliograph.Web.Pages.Reports;

/// <summary>A paragraph of a report: plain text, and stretches that link to the entry whose words they are, with their marks
/// one inside the other. Not a blank more than the text has, for offsets are counted in it, and no word of markup twice:
/// a long report has thousands of marks.</summary>
public sealed class Paragraph : ComponentBase
{
    private const string Numbers = "data-e"; // of the cards that words belong to, beside the one that they link to

    /// <summary>The paragraph.</summary>
    [Parameter, EditorRequired] public TextBlock Of { get; set; } = null!;

    /// <summary>The report's text.</summary>
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>Its offsets.</summary>
    [Parameter, EditorRequired] public CodePoints Offsets { get; set; } = null!;

    /// <summary>The entries that have a card to lead to: the numbers of the cards by the entries' ids.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<string, int> Cards { get; set; } = null!;

    /// <summary>Whether there are so many marks that each goes without its explanation, which the layers' names give as well.</summary>
    [Parameter] public bool IsLong { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "dir", "auto");
        if (Of.IsTitle || Of.IsAside) builder.AddAttribute(2, "class", Of.IsTitle ? "headline" : "aside");
        builder.AddAttribute(3, "data-c", Offsets.FromCodeUnits(Of.Span.Start).ToString(CultureInfo.InvariantCulture));
        ImmutableArray<WordMark> open = [];
        foreach (var piece in Of.Pieces)
        {
            ImmutableArray<WordMark> wide = [.. piece.Marks.TakeWhile(IsWide)];
            var kept = open.Zip(wide).TakeWhile(pair => pair.First == pair.Second).Count();
            foreach (var _ in open.Skip(kept)) builder.CloseElement();
            foreach (var mark in wide.Skip(kept))
            {
                Open(builder, "span", mark, piece.Opens.Contains(mark));
                if (Cards.TryGetValue(mark.Entry, out var card)) builder.AddAttribute(9, Numbers, card.ToString(CultureInfo.InvariantCulture));
            }

            open = wide;
            Add(builder, piece, wide);
        }

        foreach (var _ in open) builder.CloseElement();
        builder.CloseElement();
    }

    // What is said and what is expected hold other words: theirs is one element around those of the others
    private static bool IsWide(WordMark mark) => mark.Role is WordRole.Content or WordRole.Expected;

    private void Add(RenderTreeBuilder builder, TextPiece piece, ImmutableArray<WordMark> wide)
    {
        var marks = piece.Marks[wide.Length..];

        // One address may be that of the stretch itself; the others stand before it
        foreach (var anchor in piece.Anchors.Skip(marks.IsEmpty ? 0 : 1))
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", "at");
            builder.AddAttribute(2, "id", "w-" + Phrases.Brief(anchor));
            builder.CloseElement();
        }

        // Where the text is not shown letter by letter, the stretch says which letters it stands for
        var isAltered = !piece.Span.In(Text).SequenceEqual(piece.Text);
        if (isAltered)
        {
            builder.OpenElement(3, "span");
            builder.AddAttribute(4, "data-c", string.Create(CultureInfo.InvariantCulture, $"{Offsets.FromCodeUnits(piece.Span.Start)},{Offsets.FromCodeUnits(piece.Span.End)}"));
        }

        AddMarked(builder, piece, marks, [.. wide.Select(mark => mark.Entry)]);
        if (isAltered) builder.CloseElement();
    }

    // The card that a link leads to, and those of what is said around it, are not told again
    private void AddMarked(RenderTreeBuilder builder, TextPiece piece, ImmutableArray<WordMark> marks, ImmutableArray<string> around)
    {
        var cards = piece.Entries.Where(Cards.ContainsKey).ToList();
        var isBlank = string.IsNullOrWhiteSpace(piece.Text); // between two words, each of which begins or ends a mark: nothing to follow
        var link = !isBlank && marks.Any(mark => mark.Role != WordRole.Name && Cards.ContainsKey(mark.Entry)) ? cards[0] : null;
        var others = string.Join(' ', cards.Where(id => id != link && !around.Contains(id)).Select(id => Cards[id]));
        var isBare = marks.IsEmpty && others.Length > 0;
        if (isBare)
        {
            builder.OpenElement(5, "span");
            builder.AddAttribute(9, Numbers, others);
        }

        for (var depth = 0; depth < marks.Length; depth++)
        {
            Open(builder, depth == 0 && link is not null ? "a" : "span", marks[depth], piece.Opens.Contains(marks[depth]));
            if (depth > 0) continue;
            if (piece.Anchors.Length > 0) builder.AddAttribute(7, "id", "w-" + Phrases.Brief(piece.Anchors[0]));
            if (link is not null) builder.AddAttribute(8, "href", "#e-" + Phrases.Brief(link));
            if (others.Length > 0) builder.AddAttribute(9, Numbers, others);
        }

        builder.AddContent(12, piece.Text);
        for (var open = isBare ? 1 : marks.Length; open > 0; open--) builder.CloseElement();
    }

    // The style sheet gives a mark its letter, by its class, where it begins
    private void Open(RenderTreeBuilder builder, string element, WordMark mark, bool begins)
    {
        builder.OpenElement(6, element);
        builder.AddAttribute(7, "class", Class(mark) + (begins ? "" : " on"));
        if (IsLong || !begins) return;
        var name = Phrases.Of(mark.Role).Name;
        builder.AddAttribute(11, "title", mark.Standing == Standing.None ? name : $"{name}, {Phrases.Of(mark.Standing)}");
    }

    private static string Class(WordMark mark) =>
        mark.Standing == Standing.None ? $"m {Kind(mark.Role)}" : $"m {Kind(mark.Role)} {mark.Standing.ToString().ToLowerInvariant()}";

    /// <summary>What the style sheet calls a role: by its layer; what is said, what is expected, the verb between and whom it befalls by names of their own.</summary>
    public static string Kind(WordRole role) => role switch
    {
        WordRole.Content or WordRole.Expected or WordRole.Cue => role.ToString().ToLowerInvariant(),
        WordRole.Recipient => $"{Phrases.Of(role).Layer} whom",
        _ => Phrases.Of(role).Layer,
    };
}
