using System.Text.Json;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>Entries as W3C Web Annotations, in one page: what an entry says is the body, its words are the targets.</summary>
/// <remarks>Each stretch of words is a target with a position and a quotation; offsets count code points into the report's text, whose
/// hash is <c>dc:identifier</c> of the source.</remarks>
internal static class WebAnnotations
{
    private const int Around = 32; // code units before and after a quotation

    public static void Write(ExportJob job) => Json.Page(
        job, "annotations.jsonld", "items",
        json =>
        {
            json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
            json.WriteString("type", "AnnotationPage");
        },
        json =>
        {
            foreach (var view in job.Once())
            {
                foreach (var entry in view.Entries)
                {
                    json.Object(null, () => Annotation(json, view, entry));
                    job.Wrote();
                }

                json.Flush();
            }
        });

    private static void Annotation(Utf8JsonWriter json, ReportView view, Entry entry)
    {
        json.WriteString("id", Uuid.Urn(entry.Kind, entry.Id));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", entry is MentionEntry ? "identifying" : "describing");
        json.Array("body", () =>
        {
            if (entry.Type is { } type) Body("tagging", type);
            Body("describing", Summary.Of(view, entry));
            foreach (var mark in Summary.Marks(entry)) Body("assessing", mark);
        });
        json.Array("target", () =>
        {
            foreach (var (role, words) in Summary.Roles(entry))
            {
                foreach (var span in words.Spans) json.Object(null, () => Target(json, view, role, span));
            }
        });

        void Body(string purpose, string value) => json.Object(null, () =>
        {
            json.WriteString("type", "TextualBody");
            json.WriteString("purpose", purpose);
            json.WriteString("value", value);
        });
    }

    private static void Target(Utf8JsonWriter json, ReportView view, string role, TextSpan span)
    {
        var text = view.Report.Text;
        json.WriteString("type", "SpecificResource");
        json.WriteString("rdfs:label", role);
        json.Object("source", () =>
        {
            json.WriteString("id", view.Url ?? Uuid.Urn("report", view.Report.Id));
            json.WriteString("type", "Text");
            json.WriteString("format", "text/plain");
            json.WriteString("language", view.Report.Language);
            json.WriteString("dc:identifier", view.Report.Id);
        });
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
                json.WriteString("prefix", text.AsSpan()[Whole(text, Math.Max(0, span.Start - Around))..span.Start]);
                json.WriteString("suffix", text.AsSpan()[span.End..Whole(text, Math.Min(text.Length, span.End + Around))]);
            });
        });
    }

    // An offset between the halves of a pair moves behind it
    private static int Whole(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]) ? offset + 1 : offset;
}
