using System.Text;
using System.Text.Json;
using System.Xml;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>Statements and events as feeds, in the order they are given: Atom (RFC 4287) and JSON Feed 1.1.</summary>
/// <remarks>Mentions are counted as left out. An entry is dated by what people last said about it, or else by the report's day, or else by the
/// moment the report was first read; Atom wants a date, and leaves out what has none of them.</remarks>
internal static class Feeds
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Title = "Heliograph: statements and events";
    private static readonly string Id = Uuid.Urn("feed", "entries");

    public static void WriteAtom(ExportJob job)
    {
        var newest = job.Newest();
        using var stream = job.Open("feed.atom");
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        xml.WriteStartElement("feed", Atom);
        xml.WriteElementString("id", Atom, Id);
        xml.WriteElementString("title", Atom, Title);
        xml.WriteElementString("updated", Atom, Dates.Stamp(newest ?? Dates.Tables)); // of a feed that holds nothing yet
        xml.WriteElementString("generator", Atom, "Heliograph");
        if (job.Feed is { } feed)
        {
            Link(xml, "self", feed.Self.AbsoluteUri);
            Link(xml, "alternate", feed.Home.AbsoluteUri);
        }

        foreach (var (view, entry) in Items(job, isDated: true)) Item(xml, job, view, entry);
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
            json.Text("home_page_url", job.Feed?.Home.AbsoluteUri);
            json.Text("feed_url", job.Feed?.Self.AbsoluteUri);
        },
        json =>
        {
            foreach (var (view, entry) in Items(job, isDated: false))
            {
                json.Object(null, () => Item(json, job, view, entry));
                json.Flush();
            }
        });

    private static void Item(Utf8JsonWriter json, ExportJob job, ReportView view, Entry entry)
    {
        var page = job.Feed?.Entry(entry.Id).AbsoluteUri;
        json.WriteString("id", Uuid.Urn(entry.Kind, entry.Id));
        json.Text("url", page ?? view.Url);
        if (page is not null) json.Text("external_url", view.Url);
        json.WriteString("title", Summary.Of(view, entry));
        json.WriteString("content_text", Passage(view, entry));
        json.Text("date_published", view.Report.Published is { } day ? Dates.Stamp(Dates.Of(day)) : null);
        json.Text("date_modified", entry.Review is { } review ? Dates.Stamp(review.At) : null);
        json.Array("authors", () => json.Object(null, () => json.WriteString("name", Author(view))));
        json.Texts("tags", [entry.Kind, .. entry.Type is { } type ? [type] : Array.Empty<string>(), .. Summary.Marks(entry)]);
        json.WriteString("language", view.Report.Language);
    }

    private static void Item(XmlWriter xml, ExportJob job, ReportView view, Entry entry)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, Uuid.Urn(entry.Kind, entry.Id));
        xml.WriteElementString("title", Atom, Cells.Line(Summary.Of(view, entry)));
        xml.WriteElementString("updated", Atom, Dates.Stamp(Dates.Updated(entry, job.Known(view.Report))!.Value));
        if (view.Report.Published is { } day) xml.WriteElementString("published", Atom, Dates.Stamp(Dates.Of(day)));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Cells.Line(Author(view)));
        xml.WriteEndElement();
        foreach (var term in new[] { entry.Kind, entry.Type }.OfType<string>().Concat(Summary.Marks(entry)))
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", Cells.Line(term));
            xml.WriteEndElement();
        }

        var page = job.Feed?.Entry(entry.Id).AbsoluteUri;
        if (page is not null) Link(xml, "alternate", page);
        if (view.Url is { } url) Link(xml, page is null ? "alternate" : "via", url);
        xml.WriteElementString("content", Atom, Cells.Line(Passage(view, entry)));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static IEnumerable<(ReportView View, Entry Entry)> Items(ExportJob job, bool isDated)
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

                if (isDated && Dates.Updated(entry, job.Known(view.Report)) is null)
                {
                    job.LeaveOut(ExportJob.NoDate);
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
}
