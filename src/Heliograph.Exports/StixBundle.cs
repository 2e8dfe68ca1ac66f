using System.Globalization;
using System.Text.Json;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>Statements and events as a bundle of STIX 2.1: reports, identities, locations, relationships and notes.</summary>
/// <remarks>
/// Each statement and each event is a note. An event that its voice tells as happened or ongoing, undenied, is a relationship too, of each
/// actor to each recipient that is another one: <c>related-to</c>, the one relationship that STIX has between any two, with PLOVER's type as
/// its label. Who has no name but a pronoun is no identity. Mentions are counted as left out. STIX wants dates of everything: they are the
/// report's day, or else when it was first read; of actors and places that the shipped tables know, the day of those. What has none of them
/// is left out. Ids are UUIDs of version 5 of the ledger's.
/// </remarks>
internal sealed class StixBundle
{
    private const string Local = "local:"; // how the ids of actors begin that one report alone knows

    private static readonly string Maker = "identity--" + Uuid.Of("agent", "Heliograph");

    private readonly Utf8JsonWriter _json;
    private readonly HashSet<Guid> _written = []; // without their types, which the UUIDs are made of

    private StixBundle(Utf8JsonWriter json) => _json = json;

    public static void Write(ExportJob job) => Json.Page(
        job, "bundle.json", "objects",
        json =>
        {
            json.WriteString("type", "bundle");
            json.WriteString("id", "bundle--" + Uuid.Of("bundle", "entries"));
        },
        json =>
        {
            var bundle = new StixBundle(json);
            bundle.Begin(Maker, Dates.Tables, null, () =>
            {
                json.WriteString("name", "Heliograph");
                json.WriteString("identity_class", "system");
            });
            foreach (var view in job.Once()) bundle.Report(job, view);
        });

    private void Report(ExportJob job, ReportView view)
    {
        var (report, refs) = (view.Report, new List<string>());
        var id = "report--" + Uuid.Of("report", report.Id);
        var known = job.Known(report);
        foreach (var entry in view.Entries)
        {
            if (entry is MentionEntry || known is null)
            {
                job.LeaveOut(entry is MentionEntry ? "a mention" : ExportJob.NoDate);
                continue;
            }

            if (entry is EventEntry told) Event(view, told, known.Value, id, refs);
            else Statement(view, (StatementEntry)entry, known.Value, id, refs);
            job.Wrote();
        }

        if (known is not { } day) return;
        Begin(id, day, null, () =>
        {
            _json.WriteString("name", report.Title ?? report.Input);
            _json.WriteString("published", Stamp(day));
            _json.Array("external_references", () => _json.Object(null, () =>
            {
                _json.WriteString("source_name", report.Outlet ?? report.Input);
                _json.Text("url", view.Url);
                _json.WriteString("external_id", report.Id);
            }));
            _json.Texts("object_refs", refs.Count > 0 ? refs.Distinct(StringComparer.Ordinal) : [Maker]);
        });
        _json.Flush();
    }

    private void Event(ReportView view, EventEntry told, DateTimeOffset known, string report, List<string> refs)
    {
        var actors = told.Actors.Select(who => Identity(view, who, known)).OfType<string>().Distinct().ToList();
        var recipients = ReportView.Recipients(told).Select(who => Identity(view, who, known)).OfType<string>().Distinct().Except(actors).ToList();
        var about = actors.Concat(recipients).Concat(told.Places.Select(place => Location(view, place)).OfType<string>()).ToList();
        if (told.Factuality is Factuality.Happened or Factuality.Ongoing && !view.IsDenied(told))
        {
            foreach (var (actor, i) in actors.Select((actor, i) => (actor, i)))
            {
                foreach (var (recipient, j) in recipients.Select((recipient, j) => (recipient, j)))
                {
                    about.Add(Relationship(view, told, known, string.Create(CultureInfo.InvariantCulture, $"{told.Id} {i} {j}"), actor, recipient));
                }
            }
        }

        refs.AddRange(about);
        refs.Add(Note(view, told, known, told.Trigger.Cover, about.Count > 0 ? about : [report], [told.Plover, Terms.Of(told.Factuality)], told.Confidence));
    }

    private void Statement(ReportView view, StatementEntry statement, DateTimeOffset known, string report, List<string> refs)
    {
        var source = statement.Source is { } who ? Identity(view, who, known) : null;
        if (source is not null) refs.Add(source);
        refs.Add(Note(view, statement, known, statement.Cue.Cover.Cover(statement.Content.Cover), [source ?? report], [statement.Act], statement.Confidence));
    }

    private string Relationship(ReportView view, EventEntry told, DateTimeOffset known, string key, string actor, string recipient)
    {
        var id = "relationship--" + Uuid.Of("relationship", key);
        Begin(id, known, told.Review?.At, () =>
        {
            _json.WriteString("relationship_type", "related-to");
            _json.WriteString("description", Summary.Of(view, told));
            _json.WriteString("source_ref", actor);
            _json.WriteString("target_ref", recipient);
            if (told.Time?.Interval is { } days)
            {
                _json.WriteString("start_time", Stamp(new(days.Start, default, default)));
                _json.WriteString("stop_time", Stamp(new(days.End, default, default)));
            }

            Confidence(told.Confidence);
            Marks(told, [told.Plover]);
        });
        return id;
    }

    private string Note(ReportView view, Entry entry, DateTimeOffset known, TextSpan words, IEnumerable<string> about, IEnumerable<string> labels, double? confidence)
    {
        var id = "note--" + Uuid.Of(entry.Kind, entry.Id);
        Begin(id, known, entry.Review?.At, () =>
        {
            _json.WriteString("abstract", Summary.Of(view, entry));
            _json.WriteString("content", view.Passage(words).In(view.Report.Text));
            string?[] own = entry is StatementEntry { Source: { } source } ? [view.Name(source)] : [];
            var authors = view.Speakers(entry).Concat(own.OfType<string>()).ToList();
            if (authors.Count > 0) _json.Texts("authors", authors);
            Confidence(confidence);
            _json.Texts("object_refs", about.Distinct(StringComparer.Ordinal));
            Marks(entry, labels.Prepend(entry.Kind));
        });
        return id;
    }

    private string? Identity(ReportView view, Participant who, DateTimeOffset known)
    {
        if (view.Name(who) is not { } name) return null;
        var isOfReport = who.Actor?.StartsWith(Local, StringComparison.Ordinal) != false;
        var id = "identity--" + Uuid.Of("actor", who.Actor ?? $"{view.Report.Id} {view.Spans(who.Words)}");
        Begin(id, isOfReport ? known : Dates.Tables, null, () =>
        {
            _json.WriteString("name", name);
            _json.WriteString("identity_class", view.Names(who.Actor) switch
            {
                MentionType.Person => "individual",
                MentionType.Group => "group",
                MentionType.Organisation or MentionType.State => "organization",
                _ => "unknown",
            });
        });
        return id;
    }

    // STIX knows no place without a country or coordinates
    private string? Location(ReportView view, PlaceReference place)
    {
        var (country, isPoint) = (Countries.Iso2(place.Country), place.Latitude is not null && place.Longitude is not null);
        if (country is null && !isPoint) return null;
        var key = string.Create(CultureInfo.InvariantCulture, $"{place.Name} {place.Country} {place.Latitude} {place.Longitude}");
        var id = "location--" + Uuid.Of("location", key);
        Begin(id, Dates.Tables, null, () =>
        {
            _json.Text("name", place.Name ?? Countries.Name(place.Country));
            _json.Text("country", country);
            if (!isPoint) return;
            _json.WriteNumber("latitude", place.Latitude!.Value);
            _json.WriteNumber("longitude", place.Longitude!.Value);
        });
        return id;
    }

    private void Begin(string id, DateTimeOffset created, DateTimeOffset? modified, Action content)
    {
        var type = id[..id.IndexOf("--", StringComparison.Ordinal)];
        if (!_written.Add(Guid.Parse(id.AsSpan(type.Length + 2)))) return;
        _json.Object(null, () =>
        {
            _json.WriteString("type", type);
            _json.WriteString("spec_version", "2.1");
            _json.WriteString("id", id);
            if (id != Maker) _json.WriteString("created_by_ref", Maker);
            _json.WriteString("created", Stamp(created));
            _json.WriteString("modified", Stamp(modified > created ? modified.Value : created));
            content();
        });
    }

    private void Confidence(double? confidence)
    {
        if (confidence is { } sure) _json.WriteNumber("confidence", (int)Math.Round(sure * 100));
    }

    private void Marks(Entry entry, IEnumerable<string> labels) => _json.Texts("labels", labels.Concat(Summary.Marks(entry)));

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
