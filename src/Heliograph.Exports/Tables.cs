using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>The tables of the ledger, one a kind. Several values of one cell are parted by <c>|</c>, side by side in all columns of a role.</summary>
internal static class Tables
{
    public static Table Reports { get; } = new("reports",
    [
        Text("id", row => row.View.Report.Id), Text("input", row => row.View.Report.Input), Text("title", row => row.View.Report.Title),
        Text("published", row => Day(row.View.Report.Published)), Text("outlet", row => row.View.Report.Outlet),
        Text("authors", row => Cells.List(row.View.Report.Authors)), Text("url", row => row.View.Report.Url),
        Text("language", row => row.View.Report.Language), Whole("length", row => row.View.Length),
    ]);

    public static Table Mentions { get; } = new("mentions",
    [
        .. Common, Text("text", row => Words(row, Mention(row).Words)), Text("spans", row => row.View.Spans(Mention(row).Words)),
        Text("type", row => Mention(row).Type), Text("form", row => Terms.Of(Mention(row).Form)),
        Text("actor", row => Mention(row).Actor), Text("why", row => Mention(row).Why), .. Reviewed,
    ]);

    public static Table Statements { get; } = new("statements",
    [
        .. Common, .. Voiced, .. Role("source", row => Statement(row).Source is { } source ? [source] : []),
        Text("naming", row => Terms.Of(Statement(row).Naming)), .. Ref("cue", row => Statement(row).Cue), .. Ref("content", row => Statement(row).Content),
        Text("manner", row => Terms.Of(Statement(row).Manner)), Text("act", row => Statement(row).Act), Text("polarity", row => Statement(row).Polarity),
        .. Ref("venue", row => Statement(row).Venue), .. Time(row => Statement(row).Time),
        Real("confidence", row => Statement(row).Confidence), Text("rule", row => Statement(row).Rule), .. Reviewed,
    ]);

    public static Table Events { get; } = new("events",
    [
        .. Common, .. Voiced, Text("type", row => Told(row).Plover), Text("mode", row => Told(row).Mode), Text("contexts", row => Cells.List(Told(row).Contexts)),
        Text("cameo", row => Told(row).Cameo), Whole("quad", row => Quads.Of(Told(row).Plover)), .. Ref("trigger", row => Told(row).Trigger),
        .. Role("actor", row => Told(row).Actors), .. Role("recipient", row => Told(row).Recipients),
        Text("place", row => Cells.List(Told(row).Places.Select(place => row.View.Words(place.Words)))),
        Text("place_spans", row => Cells.List(Told(row).Places.Select(place => row.View.Spans(place.Words)))),
        Text("place_name", row => Cells.List(Told(row).Places.Select(place => place.Name))),
        Text("place_country", row => Cells.List(Told(row).Places.Select(place => place.Country))),
        Real("latitude", row => Told(row).Places.FirstOrDefault()?.Latitude), Real("longitude", row => Told(row).Places.FirstOrDefault()?.Longitude),
        Text("precision", row => Told(row).Places.FirstOrDefault()?.Precision is { } precision ? Terms.Of(precision) : null),
        .. Time(row => Told(row).Time), Text("factuality", row => Terms.Of(Told(row).Factuality)),
        .. Ref("likelihood", row => Told(row).Likelihood?.Words), Text("likelihood_scale", row => Told(row).Likelihood?.Scale),
        Real("likelihood_low", row => Told(row).Likelihood?.Low), Real("likelihood_high", row => Told(row).Likelihood?.High),
        .. Count("killed", row => Told(row).Killed), .. Count("injured", row => Told(row).Injured),
        .. Count("arrested", row => Told(row).Arrested), .. Count("displaced", row => Told(row).Displaced),
        Real("confidence", row => Told(row).Confidence), Text("rule", row => Told(row).Rule), .. Reviewed,
    ]);

    /// <summary>The table that an entry goes into.</summary>
    public static Table Of(Entry entry) => entry switch
    {
        MentionEntry => Mentions,
        StatementEntry => Statements,
        EventEntry => Events,
        _ => throw new InvalidOperationException($"No table is defined for entries of kind '{entry.Kind}'. Define one here."),
    };

    private static ImmutableArray<Column> Common => [Text("id", row => row.Entry!.Id), Text("report", row => row.Entry!.Report)];

    private static ImmutableArray<Column> Voiced =>
    [
        Text("voice", row => Cells.List(row.Entry!.Voice)), Text("voice_names", row => Cells.List(row.View.Speakers(row.Entry!))),
    ];

    private static ImmutableArray<Column> Reviewed =>
    [
        Text("review", row => row.Entry!.Review?.Mark), Text("review_by", row => row.Entry!.Review?.By),
        Text("review_at", row => row.Entry!.Review?.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
    ];

    private static ImmutableArray<Column> Role(string name, Func<Row, ImmutableArray<Participant>> of) =>
    [
        Text(name, row => Cells.List(of(row).Select(one => row.View.Words(one.Words)))),
        Text(name + "_spans", row => Cells.List(of(row).Select(one => row.View.Spans(one.Words)))),
        Text(name + "_id", row => Cells.List(of(row).Select(one => one.Actor))), Text(name + "_name", row => Cells.List(of(row).Select(one => one.Name))),
        Text(name + "_code", row => Cells.List(of(row).Select(one => one.Code))), Text(name + "_sector", row => Cells.List(of(row).Select(one => one.Sector))),
    ];

    private static ImmutableArray<Column> Ref(string name, Func<Row, Evidence?> of) =>
    [
        Text(name, row => Words(row, of(row))), Text(name + "_spans", row => of(row) is { } words ? row.View.Spans(words) : null),
    ];

    private static ImmutableArray<Column> Time(Func<Row, TimeReference?> of) =>
    [
        .. Ref("time", row => of(row)?.Words), Text("time_start", row => Day(of(row)?.Interval?.Start)), Text("time_end", row => Day(of(row)?.Interval?.End)),
        Text("time_granularity", row => of(row)?.Interval is { } days ? Terms.Of(days.Granularity) : null),
    ];

    private static ImmutableArray<Column> Count(string name, Func<Row, Count?> of) =>
        [Whole(name + "_low", row => of(row)?.Low), Whole(name + "_high", row => of(row)?.High)];

    private static Column Text(string name, Func<Row, string?> value) => new(name, typeof(string), row => value(row) is { Length: > 0 } text ? text : null);

    private static Column Whole(string name, Func<Row, long?> value) => new(name, typeof(long), row => value(row));

    private static Column Real(string name, Func<Row, double?> value) => new(name, typeof(double), row => value(row));

    private static string? Words(Row row, Evidence? words) => words is null ? null : row.View.Words(words);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static MentionEntry Mention(Row row) => (MentionEntry)row.Entry!;

    private static StatementEntry Statement(Row row) => (StatementEntry)row.Entry!;

    private static EventEntry Told(Row row) => (EventEntry)row.Entry!;
}
