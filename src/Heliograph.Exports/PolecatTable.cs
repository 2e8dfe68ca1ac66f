using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Places;

namespace Heliograph.Exports;

/// <summary>POLECAT's 40 columns: tabs, with a header, lists parted by semicolons.</summary>
/// <remarks>Empty, since nothing tells them: codes of the Correlates of War, titles, identifiers of Wikipedia and GeoNames. What people
/// made of an event, and what POLECAT would not expect of it, stands in Version.</remarks>
internal static class PolecatTable
{
    /// <summary>The names of the columns.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
        "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
        "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw",
        "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
        "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
    ];

    public static void Write(ExportJob job)
    {
        using var writer = TextTables.Writer(job.Open("polecat.txt"));
        writer.Write(TextTables.TsvLine(Columns));
        ReportView? view = null;
        string[] story = [];
        foreach (var found in StrictEvent.Of(job))
        {
            if (view != found.View) (view, story) = (found.View, Story(found.View));
            writer.Write(TextTables.TsvLine(Row(found, story)));
        }
    }

    private static string[] Row(StrictEvent found, string[] story)
    {
        var (view, told, place) = (found.View, found.Event, found.Place);
        return
        [
            told.Id, StrictEvent.Date(found.Day, "yyyy-MM-dd"), told.Plover, Cells.Text(told.Mode), Cells.Number(Scales.Plover(told.Plover, told.Mode)),
            Quads.Names[Quads.Of(told.Plover) - 1].ToUpperInvariant(), List(told.Contexts),
            .. Who(view, [.. found.Actors]), .. Who(view, [.. found.Recipients]),
            Cells.Text(place?.Name), Named(PlacePrecision.City), Named(PlacePrecision.District), Named(PlacePrecision.Region), found.Country ?? "",
            Cells.Number(place?.Latitude), Cells.Number(place?.Longitude), "", place is null ? "" : Cells.Text(view.Words(place.Words)),
            place?.Precision is { } precision ? Terms.Of(precision) : "",
            Cells.Text(view.Report.Outlet), StrictEvent.Date(view.Report.Published, "yyyy-MM-dd"),
            .. story, view.Report.Language, Cells.Text(string.Join("; ", found.Marks.Prepend("Heliograph"))),
        ];

        string Named(PlacePrecision wanted) => place?.Precision == wanted ? Cells.Text(place.Name) : "";
    }

    // People, organisations and places that the report names
    private static string[] Story(ReportView view)
    {
        var names = view.All.OfType<MentionEntry>().Where(mention => mention.Form == MentionForm.Name).ToLookup(mention => mention.Names, mention => view.Words(mention.Words));
        return [Of(MentionType.Person), Of(MentionType.Organisation), Of(MentionType.Place)];

        string Of(MentionType type) => List(names[type].Distinct(StringComparer.Ordinal));
    }

    private static string[] Who(ReportView view, ImmutableArray<Participant> who) =>
    [
        List(who.Select(view.Name)), List(who.Select(one => one.Code).OfType<string>().Distinct()), "",
        who.Select(one => one.Sector).OfType<string>().FirstOrDefault() ?? "", List(who.Select(one => one.Sector).OfType<string>().Distinct()), "",
        List(who.Select(one => view.Words(one.Words))), "",
    ];

    private static string List(IEnumerable<string?> values) => Cells.Text(Cells.List(values, ';'));
}
