using System.Text;
using System.Text.Json;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>Entries as W3C Web Annotations, in one page: what an entry says is the body, its words are the targets.</summary>
/// <remarks>Each stretch of words is a target with a position and a quotation; offsets count code points into the report's text, whose
/// hash is <c>dc:identifier</c> of the source. A source is described where it stands first, and named from then on. What surrounds a
/// quotation is given of the words that others are found by (mention, trigger, cue), where they are short and may stand in a report more than once.
/// An annotation is a line, for most of such a file would be space otherwise.</remarks>
internal static class WebAnnotations
{
    private const string Alone = "mention"; // the one role of its entry, which needs no label
    private const int Around = 16; // code units before and after a quotation
    private const int LongEnough = 40; // code units; a quotation so long hardly stands in a report twice

    public static void Write(ExportJob job)
    {
        using var stream = job.Open("annotations.jsonld");
        stream.Write("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":["u8);
        var sources = new Dictionary<string, string>(StringComparer.Ordinal); // by address, the report that was described last
        var hasBegun = false;
        foreach (var view in job.Once())
        {
            foreach (var entry in view.Entries)
            {
                stream.Write(hasBegun ? ",\n"u8 : "\n"u8);
                stream.Write(Encoding.UTF8.GetBytes(Json.Line(json => Annotation(json, view, entry, sources))));
                hasBegun = true;
                job.Wrote();
            }
        }

        stream.Write("\n]}\n"u8);
    }

    private static void Annotation(Utf8JsonWriter json, ReportView view, Entry entry, Dictionary<string, string> sources)
    {
        json.WriteString("id", Uuid.Urn(entry.Kind, entry.Id));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", entry is MentionEntry ? "identifying" : "describing");
        json.Array("body", () =>
        {
            if (entry.Type is { } type) Body("tagging", type);
            Body(entry is MentionEntry ? "identifying" : "describing", Says(view, entry));
            foreach (var mark in Summary.Marks(entry)) Body("assessing", mark);
        });
        json.Array("target", () =>
        {
            foreach (var (role, words) in Summary.Roles(entry))
            {
                foreach (var span in words.Spans) json.Object(null, () => Target(json, view, role, span, sources));
            }
        });

        void Body(string purpose, string value) => json.Object(null, () =>
        {
            json.WriteString("type", "TextualBody");
            json.WriteString("purpose", purpose);
            json.WriteString("value", value);
        });
    }

    // What the words themselves, which are the target, do not say
    private static string Says(ReportView view, Entry entry) => entry switch
    {
        MentionEntry mention => Printable.Line(mention.Actor),
        StatementEntry statement => Summary.WithoutContent(view, statement),
        _ => Summary.Of(view, entry),
    };

    private static void Target(Utf8JsonWriter json, ReportView view, string role, TextSpan span, Dictionary<string, string> sources)
    {
        var text = view.Report.Text;
        if (role != Alone) json.WriteString("rdfs:label", role);
        Source(json, view, sources);
        json.Array("selector", () =>
        {
            json.Object(null, () =>
            {
                json.WriteString("type", "TextPositionSelector");
                json.WriteNumber("start", view.At(span.Start));
                json.WriteNumber("end", view.At(span.End));
            });
            json.Object(null, () =>
            {
                json.WriteString("type", "TextQuoteSelector");
                json.WriteString("exact", span.In(text));
                if (role is not (Alone or "trigger" or "cue") || span.Length >= LongEnough) return;
                json.WriteString("prefix", text.AsSpan()[Whole(text, Math.Max(0, span.Start - Around))..span.Start]);
                json.WriteString("suffix", text.AsSpan()[span.End..Whole(text, Math.Min(text.Length, span.End + Around))]);
            });
        });
    }

    private static void Source(Utf8JsonWriter json, ReportView view, Dictionary<string, string> sources)
    {
        var id = view.Url ?? Uuid.Urn("report", view.Report.Id);
        if (sources.GetValueOrDefault(id) == view.Report.Id)
        {
            json.WriteString("source", id);
            return;
        }

        sources[id] = view.Report.Id;
        json.Object("source", () =>
        {
            json.WriteString("id", id);
            json.WriteString("type", "Text");
            json.WriteString("format", "text/plain");
            json.WriteString("language", view.Report.Language);
            json.WriteString("dc:identifier", view.Report.Id);
        });
    }

    // An offset between the halves of a pair moves behind it
    private static int Whole(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]) ? offset + 1 : offset;
}
