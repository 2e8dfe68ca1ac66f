using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>Statements and events as feeds, in the order of the ledger: Atom (RFC 4287) and JSON Feed 1.1.</summary>
/// <remarks>Mentions are counted as left out. An entry is dated by what people last said about it, or else by the report's day.</remarks>
internal static class Feeds
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Title = "Heliograph: statements and events";
    private static readonly string Id = Uuid.Urn("feed", "entries");

    // Atom wants a date of everything; a report of unknown day gets the oldest that every reader takes
    private static readonly DateTimeOffset Undated = DateTimeOffset.UnixEpoch;

    public static void WriteAtom(ExportJob job)
    {
        var newest = job.Newest();
        using var stream = job.Open("feed.atom");
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        xml.WriteStartElement("feed", Atom);
        xml.WriteElementString("id", Atom, Id);
        xml.WriteElementString("title", Atom, Title);
        xml.WriteElementString("updated", Atom, Stamp(newest ?? Undated));
        xml.WriteElementString("generator", Atom, "Heliograph");
        foreach (var (view, entry) in Items(job)) Item(xml, view, entry);
        xml.WriteEndElement();
        xml.Flush();
        stream.Write("\n"u8);
    }

    public static void WriteJson(ExportJob job) => Json.Page(
        job, "feed.json", "items",
        json =>
        {
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", Title);
        },
        json =>
        {
            foreach (var (view, entry) in Items(job))
            {
                json.Object(null, () => Item(json, view, entry));
                json.Flush();
            }
        });

    private static void Item(Utf8JsonWriter json, ReportView view, Entry entry)
    {
        json.WriteString("id", Uuid.Urn(entry.Kind, entry.Id));
        json.Text("url", view.Url);
        json.WriteString("title", Summary.Of(view, entry));
        json.WriteString("content_text", Passage(view, entry));
        json.Text("date_published", Day(view.Report.Published) is { } day ? Stamp(day) : null);
        json.Text("date_modified", entry.Review is { } review ? Stamp(review.At) : null);
        json.Array("authors", () => json.Object(null, () => json.WriteString("name", Author(view))));
        json.Texts("tags", [entry.Kind, .. entry.Type is { } type ? [type] : Array.Empty<string>(), .. Summary.Marks(entry)]);
        json.WriteString("language", view.Report.Language);
    }

    private static void Item(XmlWriter xml, ReportView view, Entry entry)
    {
        var published = Day(view.Report.Published);
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, Uuid.Urn(entry.Kind, entry.Id));
        xml.WriteElementString("title", Atom, Cells.Line(Summary.Of(view, entry)));
        xml.WriteElementString("updated", Atom, Stamp(entry.Review?.At ?? published ?? Undated));
        if (published is { } day) xml.WriteElementString("published", Atom, Stamp(day));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Cells.Line(Author(view)));
        xml.WriteEndElement();
        foreach (var term in new[] { entry.Kind, entry.Type }.OfType<string>().Concat(Summary.Marks(entry)))
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", Cells.Line(term));
            xml.WriteEndElement();
        }

        if (view.Url is { } url)
        {
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("href", url);
            xml.WriteEndElement();
        }

        xml.WriteElementString("content", Atom, Cells.Line(Passage(view, entry)));
        xml.WriteEndElement();
    }

    private static IEnumerable<(ReportView View, Entry Entry)> Items(ExportJob job)
    {
        foreach (var view in job.Once())
        {
            foreach (var entry in view.Entries)
            {
                if (entry is MentionEntry)
                {
                    job.LeaveOut("a mention");
                    continue;
                }

                job.Wrote();
                yield return (view, entry);
            }
        }
    }

    private static string Passage(ReportView view, Entry entry)
    {
        var roles = Summary.Roles(entry).Where(role => role.Role is "trigger" or "source" or "cue" or "content");
        return roles.Select(role => view.Passage(role.Words.Cover)).Aggregate((one, other) => one.Cover(other)).In(view.Report.Text).ToString();
    }

    private static string Author(ReportView view) => view.Report.Outlet ?? view.Report.Input;

    private static DateTimeOffset? Day(DateOnly? day) => day is { } date ? new DateTimeOffset(date, default, default) : null;

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
