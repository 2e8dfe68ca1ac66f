using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Heliograph.Exports;

/// <summary>The annotations of one text in brat's standoff format (a file <c>.ann</c>).</summary>
/// <remarks>Offsets count code points. Relations and equivalences, which exports do not have, are not read.</remarks>
public sealed record BratDocument
{
    /// <summary>Stretches of the text, in the order of the file.</summary>
    public ImmutableArray<TextBound> Texts { get; init; } = [];

    /// <summary>Events, in the order of the file.</summary>
    public ImmutableArray<Happening> Events { get; init; } = [];

    /// <summary>Attributes of events, in the order of the file.</summary>
    public ImmutableArray<Trait> Traits { get; init; } = [];

    /// <summary>Notes, in the order of the file.</summary>
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line is none of the format's, or of a kind that is not read.</exception>
    public static BratDocument Parse(string annotations)
    {
        var texts = ImmutableArray.CreateBuilder<TextBound>();
        var events = ImmutableArray.CreateBuilder<Happening>();
        var attributes = ImmutableArray.CreateBuilder<Trait>();
        var notes = ImmutableArray.CreateBuilder<Note>();
        foreach (var line in annotations.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('\t', 3);
            var words = cells.Length > 1 ? cells[1].Split(' ') : [];
            switch (line[0])
            {
                case 'T' when cells.Length == 3 && words.Length >= 3: texts.Add(new(cells[0], words[0], Spans(cells[1][(words[0].Length + 1)..]), cells[2])); break;
                case 'E' when words.Length >= 1 && words.All(word => word.Contains(':', StringComparison.Ordinal)):
                    var roles = words.Select(word => word.Split(':', 2)).Select(pair => (Role: pair[0], Target: pair[1])).ToImmutableArray();
                    events.Add(new(cells[0], roles[0].Role, roles[0].Target, roles[1..]));
                    break;
                case 'A' when words.Length == 3: attributes.Add(new(cells[0], words[0], words[1], words[2])); break;
                case '#' when cells.Length == 3 && words is ["AnnotatorNotes", _]: notes.Add(new(cells[0], words[1], cells[2])); break;
                default: throw Refuse(line);
            }
        }

        return new() { Texts = texts.ToImmutable(), Events = events.ToImmutable(), Traits = attributes.ToImmutable(), Notes = notes.ToImmutable() };

        ImmutableArray<(int Start, int End)> Spans(string spans) => [.. spans.Split(';').Select(span => span.Split(' ') is [var start, var end] ? (Number(start), Number(end)) : throw Refuse(spans))];

        int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Refuse(digits);

        FormatException Refuse(string found) => new($"brat: found '{found}', expected a line of text, event, attribute or note. Export the ledger anew.");
    }

    /// <summary>The lines of the file.</summary>
    public override string ToString()
    {
        var lines = new StringBuilder();
        foreach (var text in Texts) lines.Append(CultureInfo.InvariantCulture, $"{text.Id}\t{text.Type} {string.Join(';', text.Spans.Select(span => $"{span.Start} {span.End}"))}\t{text.Words}\n");
        foreach (var told in Events) lines.Append(CultureInfo.InvariantCulture, $"{told.Id}\t{told.Type}:{told.Trigger}{string.Concat(told.Arguments.Select(argument => $" {argument.Role}:{argument.Target}"))}\n");
        foreach (var attribute in Traits) lines.Append(CultureInfo.InvariantCulture, $"{attribute.Id}\t{attribute.Name} {attribute.Target} {attribute.Value}\n");
        foreach (var note in Notes) lines.Append(CultureInfo.InvariantCulture, $"{note.Id}\tAnnotatorNotes {note.Target}\t{note.Text}\n");
        return lines.ToString();
    }

    /// <summary>A stretch of the text, or several.</summary>
    /// <param name="Id">Its name, such as <c>T1</c>.</param>
    /// <param name="Type">What it is, such as <c>Person</c>.</param>
    /// <param name="Spans">Where, in code points; in text order.</param>
    /// <param name="Words">The words, with a space between stretches.</param>
    public sealed record TextBound(string Id, string Type, ImmutableArray<(int Start, int End)> Spans, string Words);

    /// <summary>An event, or a statement, which brat writes as one.</summary>
    /// <param name="Id">Its name, such as <c>E1</c>.</param>
    /// <param name="Type">Its type, such as <c>ASSAULT</c>.</param>
    /// <param name="Trigger">The text that tells it.</param>
    /// <param name="Arguments">What plays which role: texts and events; may be empty.</param>
    public sealed record Happening(string Id, string Type, string Trigger, ImmutableArray<(string Role, string Target)> Arguments);

    /// <summary>An attribute of an event.</summary>
    /// <param name="Id">Its name, such as <c>A1</c>.</param>
    /// <param name="Name">Which attribute.</param>
    /// <param name="Target">The event.</param>
    /// <param name="Value">Its value, without spaces.</param>
    public sealed record Trait(string Id, string Name, string Target, string Value);

    /// <summary>A note.</summary>
    /// <param name="Id">Its name, such as <c>#1</c>.</param>
    /// <param name="Target">What it is about.</param>
    /// <param name="Text">What it says, on one line.</param>
    public sealed record Note(string Id, string Target, string Text);
}
