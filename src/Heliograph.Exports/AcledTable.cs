using System.Collections.Immutable;
using Heliograph.Ledger;
using Heliograph.Places;

namespace Heliograph.Exports;

/// <summary>A table with the names of ACLED's 31 columns. It is not ACLED's data and does not use ACLED's codes: each row says so in its tags.</summary>
/// <remarks>Event types are PLOVER's types and modes, disorder types its four classes, inter1 and inter2 its sectors. Fatalities are the
/// least number that the words give. Empty, since nothing tells them: numeric codes, regions, civilian targeting, the scale of sources.</remarks>
internal static class AcledTable
{
    /// <summary>The names of the columns.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1",
        "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location",
        "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
    ];

    public static void Write(ExportJob job)
    {
        using var writer = TextTables.Writer(job.Open("acled-shaped.csv"));
        writer.Write(TextTables.CsvLine(Columns));
        foreach (var found in StrictEvent.Of(job)) writer.Write(TextTables.CsvLine(Row(found)));
    }

    private static string[] Row(StrictEvent found)
    {
        var (view, told, place) = (found.View, found.Event, found.Place);
        var (actor, recipient) = (Who(view, found.Actors), Who(view, found.Recipients));
        return
        [
            found.Country + told.Id, StrictEvent.Date(found.Day, "yyyy-MM-dd"), StrictEvent.Date(found.Day, "yyyy"),
            found.Precision is >= 1 and <= 3 ? Cells.Of((long)found.Precision) : "",
            Quads.Names[Quads.Of(told.Plover) - 1], told.Plover, Cells.Text(told.Mode), .. actor, .. recipient,
            actor[2].Length > 0 && recipient[2].Length > 0 ? $"{actor[2]}-{recipient[2]}" : "", "", "", "", Cells.Text(Countries.Name(found.Country)),
            Cells.Text(place?.Precision == PlacePrecision.Region ? place.Name : null), "", "", Cells.Text(place?.Name),
            Cells.Number(place?.Latitude), Cells.Number(place?.Longitude), Precision(place), Cells.Text(view.Report.Outlet), "",
            Cells.Text(view.Passage(told.Trigger.Cover).In(view.Report.Text).ToString()), told.Killed?.Low is { } killed ? Cells.Of(killed) : "",
            Cells.Text(string.Join("; ", ["not ACLED data", "made by Heliograph", .. found.Marks])),
            view.Report.Published is { } day ? Cells.Of(new DateTimeOffset(day, default, default).ToUnixTimeSeconds()) : "",
        ];
    }

    private static string[] Who(ReportView view, IEnumerable<Participant> who) =>
    [
        Cells.Text(who.Select(view.Name).FirstOrDefault()), Cells.Text(Cells.List(who.Skip(1).Select(view.Name), ';')),
        who.FirstOrDefault()?.Sector ?? "",
    ];

    private static string Precision(PlaceReference? place) => place?.Precision switch
    {
        null => "",
        PlacePrecision.District or PlacePrecision.City => "1",
        PlacePrecision.Region or PlacePrecision.Area => "2",
        _ => "3",
    };
}
