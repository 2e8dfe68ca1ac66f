using System.Collections.Immutable;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>The tables of the ledger, one a kind.</summary>
internal static class Tables
{
    private static readonly ImmutableArray<Column> Party =
    [
        Text<Part<Participant>>("text", who => who.View.Words(who.Of.Words)), SpansOf<Part<Participant>>("spans", who => (who.View, who.Of.Words)),
        Text<Part<Participant>>("id", who => who.Of.Actor), Text<Part<Participant>>("name", who => who.Of.Name),
        Text<Part<Participant>>("code", who => who.Of.Code), Text<Part<Participant>>("sector", who => who.Of.Sector),
    ];

    private static readonly ImmutableArray<Column> Place =
    [
        Text<Part<PlaceReference>>("text", place => place.View.Words(place.Of.Words)), SpansOf<Part<PlaceReference>>("spans", place => (place.View, place.Of.Words)),
        Text<Part<PlaceReference>>("name", place => place.Of.Name), Text<Part<PlaceReference>>("country", place => place.Of.Country),
        Real<Part<PlaceReference>>("latitude", place => place.Of.Latitude) with { IsNested = true },
        Real<Part<PlaceReference>>("longitude", place => place.Of.Longitude) with { IsNested = true },
        Text<Part<PlaceReference>>("precision", place => place.Of.Precision is { } precision ? Terms.Of(precision) : null) with { IsNested = true },
    ];

    public static Table Reports { get; } = new("reports", "A report: one text as it was read.",
    [
        Text<Row>("id", row => row.View.Report.Id), Text<Row>("input", row => row.View.Report.Input), Text<Row>("title", row => row.View.Report.Title),
        Day<Row>("published", row => row.View.Report.Published), Text<Row>("outlet", row => row.View.Report.Outlet),
        Texts("authors", row => row.View.Report.Authors), Text<Row>("url", row => row.View.Report.Url),
        Text<Row>("language", row => row.View.Report.Language), Whole<Row>("length", row => row.View.Length),
    ]);

    public static Table Mentions { get; } = new("mentions", "Words that name someone or something, and the actor or place they stand for.",
    [
        .. Common, Text<Row>("text", row => row.View.Words(Mention(row).Words)), SpansOf<Row>("spans", row => (row.View, Mention(row).Words)),
        Text<Row>("type", row => Mention(row).Type), Text<Row>("form", row => Terms.Of(Mention(row).Form)),
        Text<Row>("actor", row => Mention(row).Actor), Text<Row>("why", row => Mention(row).Why), Reviewed,
    ]);

    public static Table Statements { get; } = new("statements", "Who says, thinks, fears, denies, orders or asks what.",
    [
        .. Common, .. Voiced, new Group("source", Party, item => ((Row)item) is var row && Statement(row).Source is { } source ? new Part<Participant>(row.View, source) : null),
        Text<Row>("naming", row => Terms.Of(Statement(row).Naming)), Words("cue", row => Statement(row).Cue), Words("content", row => Statement(row).Content),
        Text<Row>("manner", row => Terms.Of(Statement(row).Manner)), Text<Row>("act", row => Statement(row).Act), Text<Row>("polarity", row => Statement(row).Polarity),
        Words("venue", row => Statement(row).Venue), Time(row => Statement(row).Time),
        Real<Row>("confidence", row => Statement(row).Confidence), Text<Row>("rule", row => Statement(row).Rule), Reviewed,
    ]);

    public static Table Events { get; } = new("events", "Who did what to whom, where and when, in the eyes of its voice.",
    [
        .. Common, .. Voiced, Text<Row>("type", row => Told(row).Plover) with { Terms = [.. Quads.Types] }, Text<Row>("mode", row => Told(row).Mode),
        Texts("contexts", row => Told(row).Contexts), new Cell("cameo", CellType.Code, row => Told((Row)row).Cameo), Whole<Row>("quad", row => Quads.Of(Told(row).Plover)),
        Words("trigger", row => Told(row).Trigger), Parties("actor", row => Told(row).Actors), Parties("recipient", row => Told(row).Recipients),
        new Several("place", new Group("place", Place, part => part), item => ((Row)item) is var row ? Told(row).Places.Select(place => new Part<PlaceReference>(row.View, place)) : []),
        Real<Row>("latitude", row => Told(row).Places.FirstOrDefault()?.Latitude), Real<Row>("longitude", row => Told(row).Places.FirstOrDefault()?.Longitude),
        Text<Row>("precision", row => Told(row).Places.FirstOrDefault()?.Precision is { } precision ? Terms.Of(precision) : null),
        Time(row => Told(row).Time), Text<Row>("factuality", row => Terms.Of(Told(row).Factuality)) with { Terms = [.. Terms.AllFactualities] },
        new Group(
            "likelihood",
            [
                Text<Part<Likelihood>>("text", told => told.View.Words(told.Of.Words)), SpansOf<Part<Likelihood>>("spans", told => (told.View, told.Of.Words)),
                Text<Part<Likelihood>>("scale", told => told.Of.Scale), Real<Part<Likelihood>>("low", told => told.Of.Low), Real<Part<Likelihood>>("high", told => told.Of.High),
            ],
            item => ((Row)item) is var row && Told(row).Likelihood is { } likelihood ? new Part<Likelihood>(row.View, likelihood) : null),
        Number("killed", row => Told(row).Killed), Number("injured", row => Told(row).Injured), Number("arrested", row => Told(row).Arrested), Number("displaced", row => Told(row).Displaced),
        Real<Row>("confidence", row => Told(row).Confidence), Text<Row>("rule", row => Told(row).Rule), Reviewed,
    ]);

    /// <summary>Every table, in the order they are written.</summary>
    public static ImmutableArray<Table> All { get; } = [Reports, Mentions, Statements, Events];

    /// <summary>The table that an entry goes into.</summary>
    public static Table Of(Entry entry) => entry switch
    {
        MentionEntry => Mentions,
        StatementEntry => Statements,
        EventEntry => Events,
        _ => throw new InvalidOperationException($"No table is defined for entries of kind '{entry.Kind}'. Define one here."),
    };

    private static ImmutableArray<Column> Common => [Text<Row>("id", row => row.Entry!.Id), Text<Row>("report", row => row.Entry!.Report)];

    private static ImmutableArray<Column> Voiced => [Texts("voice", row => row.Entry!.Voice), Texts("voice_names", row => row.View.Speakers(row.Entry!))];

    private static Group Reviewed => new(
        "review",
        [
            Text<Review>("mark", review => review.Mark), Text<Review>("by", review => review.By),
            new Cell("at", CellType.Moment, review => ((Review)review).At),
        ],
        row => ((Row)row).Entry!.Review);

    private static Several Parties(string name, Func<Row, ImmutableArray<Participant>> of) => new(
        name, new Group(name, Party, part => part), item => ((Row)item) is var row ? of(row).Select(who => new Part<Participant>(row.View, who)) : []);

    private static Group Words(string name, Func<Row, Evidence?> of) => new(
        name,
        [Text<Part<Evidence>>("text", part => part.View.Words(part.Of)), SpansOf<Part<Evidence>>("spans", part => (part.View, part.Of))],
        item => ((Row)item) is var row && of(row) is { } words ? new Part<Evidence>(row.View, words) : null);

    private static Group Time(Func<Row, TimeReference?> of) => new(
        "time",
        [
            Text<Part<TimeReference>>("text", time => time.View.Words(time.Of.Words)), SpansOf<Part<TimeReference>>("spans", time => (time.View, time.Of.Words)),
            Day<Part<TimeReference>>("start", time => time.Of.Interval?.Start), Day<Part<TimeReference>>("end", time => time.Of.Interval?.End),
            Text<Part<TimeReference>>("granularity", time => time.Of.Interval is { } days ? Terms.Of(days.Granularity) : null),
        ],
        item => ((Row)item) is var row && of(row) is { } time ? new Part<TimeReference>(row.View, time) : null);

    private static Group Number(string name, Func<Row, Count?> of) =>
        new(name, [Whole<Count>("low", count => count.Low), Whole<Count>("high", count => count.High)], row => of((Row)row));

    private static Several Texts(string name, Func<Row, IEnumerable<string>> values) => new(name, new Cell(name, CellType.Text, text => text), row => values((Row)row));

    private static Cell Text<T>(string name, Func<T, string?> value) => new(name, CellType.Text, item => value((T)item) is { Length: > 0 } text ? text : null);

    private static Cell Whole<T>(string name, Func<T, long?> value) => new(name, CellType.Whole, item => value((T)item));

    private static Cell Real<T>(string name, Func<T, double?> value) => new(name, CellType.Real, item => value((T)item));

    private static Cell Day<T>(string name, Func<T, DateOnly?> value) => new(name, CellType.Day, item => value((T)item));

    private static Spans SpansOf<T>(string name, Func<T, (ReportView View, Evidence Words)> value) => new(name, item => value((T)item));

    private static MentionEntry Mention(Row row) => (MentionEntry)row.Entry!;

    private static StatementEntry Statement(Row row) => (StatementEntry)row.Entry!;

    private static EventEntry Told(Row row) => (EventEntry)row.Entry!;
}
