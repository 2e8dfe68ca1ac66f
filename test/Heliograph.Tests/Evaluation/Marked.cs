using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Extraction;

namespace Heliograph.Tests.Evaluation;

/// <summary>Findings and gold entries made by pointing at words of a text.</summary>
internal sealed class Marked(string text)
{
    /// <summary>Where the words stand first, from an offset on.</summary>
    public TextSpan Span(string words, int from = 0)
    {
        var start = text.IndexOf(words, from, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{words}' does not stand in the text");
        return new(start, start + words.Length);
    }

    public GoldStatement Gold(string id, string? source, string? cue, string content, string? actor = null) => new()
    {
        Id = id,
        Source = source is null ? null : Span(source),
        SourceActor = actor,
        Cue = cue is null ? null : Span(cue),
        Content = [Span(content)],
    };

    public Attribution Statement(string? source, TextSpan cue, string content) => new()
    {
        Source = source is null ? [] : [Span(source)],
        SourceHead = null,
        Cue = [cue],
        CueHead = 0,
        Content = [Span(content)],
        Manner = Manner.Indirect,
        Act = "say",
        Naming = Naming.Named,
        Rule = "by hand",
    };

    public Event Event(string type, string trigger, Factuality factuality, params string[] actors) => new()
    {
        Type = type,
        Cameo = "190",
        Trigger = [Span(trigger)],
        TriggerHead = 0,
        Actors = [.. actors.Select(words => new Argument(Span(words), 0))],
        Recipients = ImmutableArray<Argument>.Empty,
        Factuality = factuality,
        Rule = "by hand",
    };
}
