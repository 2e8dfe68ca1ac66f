using System.Globalization;
using Heliograph.Documents;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Heliograph.Web.Pages.Reports;

/// <summary>A paragraph of a report: plain text, and stretches that link to the entry whose words they are, with their marks
/// one inside the other. Not a blank more than the text has, for offsets are counted in it.</summary>
public sealed class Paragraph : ComponentBase
{
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
        foreach (var piece in Of.Pieces) Add(builder, piece);
        builder.CloseElement();
    }

    private void Add(RenderTreeBuilder builder, TextPiece piece)
    {
        // One address may be that of the stretch itself; the others stand before it
        foreach (var anchor in piece.Anchors.Skip(piece.Marks.IsEmpty ? 0 : 1))
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

        if (piece.Marks.IsEmpty) builder.AddContent(5, piece.Text);
        else AddMarked(builder, piece);
        if (isAltered) builder.CloseElement();
    }

    private void AddMarked(RenderTreeBuilder builder, TextPiece piece)
    {
        var cards = piece.Entries.Where(Cards.ContainsKey).ToList();
        var isLink = piece.Marks.Any(mark => mark.Role is not (WordRole.Content or WordRole.Expected or WordRole.Name) && Cards.ContainsKey(mark.Entry));
        for (var depth = 0; depth < piece.Marks.Length; depth++)
        {
            builder.OpenElement(6, depth == 0 && isLink ? "a" : "span");
            builder.AddAttribute(7, "class", (depth == 0 ? "w " : "") + Class(piece.Marks[depth]));
            if (depth == 0 && piece.Anchors.Length > 0) builder.AddAttribute(7, "id", "w-" + Phrases.Brief(piece.Anchors[0]));
            if (depth == 0 && isLink) builder.AddAttribute(8, "href", "#e-" + Phrases.Brief(cards[0]));
            if (depth == 0 && cards.Count > 0) builder.AddAttribute(9, "data-e", string.Join(' ', cards.Select(id => Cards[id])));
            if (!piece.Opens.Contains(piece.Marks[depth])) continue;
            var (letter, name, _) = Phrases.Of(piece.Marks[depth].Role);
            builder.AddAttribute(10, "data-chip", letter);
            if (IsLong) continue;
            builder.AddAttribute(11, "title", piece.Marks[depth].Standing == Standing.None ? name : $"{name}, {Phrases.Of(piece.Marks[depth].Standing)}");
        }

        builder.AddContent(12, piece.Text);
        foreach (var _ in piece.Marks) builder.CloseElement();
    }

    // Its layer; that of what is said, what is expected and the verb between goes by a name of its own
    private static string Class(WordMark mark)
    {
        var kind = mark.Role is WordRole.Content or WordRole.Expected or WordRole.Cue ? mark.Role.ToString().ToLowerInvariant() : Phrases.Of(mark.Role).Layer;
        return mark.Standing == Standing.None ? $"m {kind}" : $"m {kind} {mark.Standing.ToString().ToLowerInvariant()}";
    }
}
