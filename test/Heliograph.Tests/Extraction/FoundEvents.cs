using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Tests.Extraction;

/// <summary>Finds events in trees written by hand, and says them in words.</summary>
internal static class FoundEvents
{
    /// <summary>The document of some rows, and one of the events that it must hold so many of.</summary>
    public static (Document Document, Event Event) One(string rows, int expected = 1, int at = 0)
    {
        var document = Conllu.Document(rows);
        var found = Events.Find(document, []);
        Assert.Equal(expected, found.Length);
        return (document, found[at]);
    }

    /// <summary>The words of a span; null for none.</summary>
    public static string? Text(Document document, TextSpan? span) => span is { } words ? document.Text[words.Start..words.End] : null;

    /// <summary>The words of each argument.</summary>
    public static IEnumerable<string> Words(Document document, IEnumerable<Argument> arguments) =>
        arguments.Select(argument => argument.Span.In(document.Text).ToString());
}
