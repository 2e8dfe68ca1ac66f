using System.Globalization;
using System.Text.Json;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>Events as PLOVER's JSON records, in one array.</summary>
/// <remarks>
/// <c>text</c> holds the whole sentences of an event, and <c>text_info</c> where they stand in the story. Offsets count code points
/// from the start of the story; entities carry theirs too. Who tells an event and how sure it is has no field, and stands in <c>comment</c>.
/// </remarks>
internal static class PloverRecords
{
    public static void Write(ExportJob job) => Json.Page(job, "plover.json", null, _ => { }, json =>
    {
        foreach (var view in job.Once())
        {
            foreach (var entry in view.Entries)
            {
                if (entry is not EventEntry told)
                {
                    job.LeaveOut($"no event but a {entry.Kind}");
                    continue;
                }

                json.Object(null, () => Record(json, view, told));
                job.Wrote();
            }

            json.Flush();
        }
    });

    private static void Record(Utf8JsonWriter json, ReportView view, EventEntry told)
    {
        var words = Summary.Roles(told).Where(role => role.Role is "trigger" or "actor" or "recipient").Select(role => role.Words.Cover);
        var passage = words.Select(view.Passage).Aggregate((one, other) => one.Cover(other));
        json.WriteString("id", told.Id);
        json.WriteBoolean("has_event", true);
        json.Text("date", Day(told.Time?.Interval?.Start ?? view.Report.Published));
        json.Text("enddate", Day(told.Time?.Interval?.End.AddDays(-1)));
        Entities("actor", told.Actors);
        Entities("recipient", ReportView.Recipients(told));
        json.Texts("event", [told.Plover]);
        json.Array("event_loc", () =>
        {
            foreach (var place in told.Places) json.Object(null, () => Location(json, view, place));
        });
        json.Texts("event_text", [view.Words(told.Trigger)]);
        json.WriteNumber("quad_code", Quads.Of(told.Plover));
        if (Scales.Plover(told.Plover, told.Mode) is { } scale) json.WriteNumber("event_scale", scale);
        json.Texts("mode", told.Mode is { } mode ? [mode] : []);
        json.Texts("context", told.Contexts);
        if (told.Killed is not null || told.Injured is not null || told.Arrested is not null) json.Object("size", () => Size(json, told));
        json.WriteString("text", passage.In(view.Report.Text));
        json.Object("text_info", () =>
        {
            json.WriteNumber("sequence", view.SentenceOf(told.Position));
            json.WriteNumber("start", view.At(passage.Start));
            json.WriteNumber("end", view.At(passage.End));
            json.WriteString("text_story", view.Report.Id);
        });
        json.Object("cite_info", () => Citation(json, view.Report));
        json.WriteString("coder", "Heliograph");
        json.WriteString("comment", string.Join("; ", [Summary.Of(view, told), .. Summary.Cameo(told) is { } cameo ? [$"CAMEO {cameo}"] : Array.Empty<string>()]));

        void Entities(string name, IEnumerable<Participant> participants) => json.Array(name, () =>
        {
            foreach (var participant in participants) json.Object(null, () => Entity(json, view, participant));
        });
    }

    private static void Entity(Utf8JsonWriter json, ReportView view, Participant who)
    {
        json.Text("code", who.Code);
        json.Text("sector", who.Sector);
        json.WriteString("entity_text", view.Words(who.Words));
        json.Text("identifier_id", who.Actor);
        json.Text("identifier_text", who.Name ?? (view.Name(who) is { } called && called != view.Words(who.Words) ? called : null));
        Place(json, view, who.Words.Cover);
    }

    private static void Location(Utf8JsonWriter json, ReportView view, PlaceReference place)
    {
        json.WriteString("extracted_place", view.Words(place.Words));
        json.Text("resolved_place", place.Name);
        if (place.Latitude is { } latitude) json.WriteNumber("lat", latitude);
        if (place.Longitude is { } longitude) json.WriteNumber("lon", longitude);
        json.Text("country", Countries.Name(place.Country));
        json.Text("country_code", place.Country);
        json.Text("resolution", place.Precision is { } precision ? Terms.Of(precision) : null);
        Place(json, view, place.Words.Cover);
    }

    private static void Size(Utf8JsonWriter json, EventEntry told)
    {
        Number("dead", told.Killed);
        Number("injured", told.Injured);
        Number("arrested", told.Arrested);

        // PLOVER has one number each: the least that the words give
        void Number(string name, Count? count)
        {
            if (count?.Low is { } low) json.WriteNumber(name, low);
        }
    }

    private static void Citation(Utf8JsonWriter json, Report report)
    {
        json.WriteString("citation", report.Outlet ?? report.Input);
        json.Text("url", report.Url);
        json.Text("title", report.Title);
        json.WriteString("language", report.Language);
        json.Text("publication", Day(report.Published));
        json.WriteString("codebook", "PLOVER");
    }

    private static void Place(Utf8JsonWriter json, ReportView view, TextSpan span)
    {
        json.WriteNumber("start", view.At(span.Start));
        json.WriteNumber("end", view.At(span.End));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
