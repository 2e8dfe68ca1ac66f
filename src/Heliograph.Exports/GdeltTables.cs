using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>GDELT 2.0's tables of events (61 columns) and of mentions (16): tabs, no header, names that end in <c>.CSV</c>.</summary>
/// <remarks>
/// A row has one actor and one recipient, so an event with several has a row for each pair. GLOBALEVENTID is the first 60 bits of the
/// entry's id, and of a hash for each further pair. Empty, since nothing measures them: tone, ethnic groups, religions, and
/// where actors are from. Extras of a mention is a row of XML elements: the text's hash (<c>TEXT</c>), the entry's id
/// (<c>ENTRY</c>), who tells it, outermost first (<c>VOICE</c>), and its marks (<c>MARK</c>). An event whose type people changed has no CAMEO code any more.
/// </remarks>
internal static class GdeltTables
{
    private const string Events = "heliograph.export.CSV";
    private const string Mentions = "heliograph.mentions.CSV";
    private const string Stamp = "yyyyMMdd'000000'";

    private static readonly string[] ActorColumns =
        ["Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"];

    private static readonly string[] GeoColumns = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"];

    /// <summary>The names of the columns of events; the file has no header.</summary>
    public static ImmutableArray<string> EventColumns { get; } =
    [
        "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
        .. Actor("Actor1"), .. Actor("Actor2"),
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
        .. Geo("Actor1Geo"), .. Geo("Actor2Geo"), .. Geo("ActionGeo"), "DATEADDED", "SOURCEURL",
    ];

    /// <summary>The names of the columns of mentions; the file has no header.</summary>
    public static ImmutableArray<string> MentionColumns { get; } =
    [
        "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID", "Actor1CharOffset",
        "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
    ];

    public static void Write(ExportJob job)
    {
        using var events = TextTables.Writer(job.Open(Events));
        using var mentions = TextTables.Writer(job.Open(Mentions));
        foreach (var found in StrictEvent.Of(job))
        {
            var pair = 0;
            foreach (var actor in OrNone(found.Actors))
            {
                foreach (var recipient in OrNone(found.Recipients))
                {
                    var id = Number(found.Event.Id, pair++);
                    events.Write(TextTables.TsvLine(EventRow(id, found, actor, recipient)));
                    mentions.Write(TextTables.TsvLine(MentionRow(id, found, actor, recipient)));
                }
            }
        }

        DataPackage.Write(job, [DataPackage.OfGdelt(Events, EventColumns), DataPackage.OfGdelt(Mentions, MentionColumns)]);
    }

    private static string[] EventRow(string id, StrictEvent found, Participant? actor, Participant? recipient)
    {
        var (told, report, day) = (found.Event, found.View.Report, found.Day);
        var cameo = Summary.Cameo(told) ?? "";
        return
        [
            id, Date("yyyyMMdd"), Date("yyyyMM"), Date("yyyy"), Fraction(day),
            .. Actor(found.View, actor), .. Actor(found.View, recipient),
            found.View.IsInLead(told.Position) ? "1" : "0", cameo, cameo[..Math.Min(3, cameo.Length)], cameo[..Math.Min(2, cameo.Length)], Cells.Of((long)Quads.Of(told.Plover)),
            Cells.Number(Scales.Goldstein(cameo)), "1", "1", "1", "",
            .. NoPlace, .. NoPlace, .. GdeltPlace.Of(found.Place),
            StrictEvent.Date(report.Published ?? day, Stamp), Cells.Text(found.View.Url ?? Citation(found.View)),
        ];

        string Date(string form) => StrictEvent.Date(day, form);
    }

    private static string[] MentionRow(string id, StrictEvent found, Participant? actor, Participant? recipient)
    {
        var (view, trigger) = (found.View, found.Event.Trigger);
        return
        [
            id, StrictEvent.Date(found.Day, Stamp), StrictEvent.Date(view.Report.Published ?? found.Day, Stamp), view.Url is null ? "2" : "1",
            Cells.Text(view.Url is { } url && view.Report.Outlet is null ? new Uri(url).Host : view.Report.Outlet), Cells.Text(view.Url ?? Citation(view)),
            Cells.Of((long)view.SentenceOf(trigger.Spans[0].Start)), Offset(actor?.Words), Offset(recipient?.Words), Offset(trigger), "1",
            found.Event.Confidence is { } sure ? Cells.Of(Math.Clamp((long)Math.Round(sure * 10), 1, 10) * 10) : "",
            Cells.Of((long)view.Length), "", "", Extras(found),
        ];

        string Offset(Evidence? words) => words is null ? "-1" : Cells.Of((long)view.At(words.Spans[0].Start));
    }

    private static string[] Actor(ReportView view, Participant? who)
    {
        if (who is null) return ["", "", "", "", "", "", "", "", "", ""];
        var country = Countries.Cameo(who.Code);
        var role = who.Sector is "PTY" or "REL" ? "" : who.Sector ?? (country is null ? who.Code is "IGO" or "NGO" or "MNC" ? who.Code : "" : "");
        return [country + role, Cells.Text(view.Name(who)?.ToUpperInvariant()), country ?? "", "", "", "", "", role, "", ""];
    }

    // Elements of XML, as GDELT's own Extras are: JSON is full of quotation marks, which tables with tabs are better without
    private static string Extras(StrictEvent found)
    {
        IEnumerable<(string Name, string Value)> extras =
        [
            ("TEXT", found.View.Report.Id), ("ENTRY", found.Event.Id),
            .. found.View.Speakers(found.Event).Select(name => ("VOICE", name)), .. found.Marks.Select(mark => ("MARK", mark)),
        ];
        return string.Concat(extras.Select(extra => new XElement(extra.Name, Cells.Line(extra.Value)).ToString(SaveOptions.DisableFormatting)));
    }

    private static string Citation(ReportView view) => string.Join(", ", new[] { view.Report.Outlet, view.Report.Title, view.Report.Id }.OfType<string>());

    private static string Fraction(DateOnly? day) => day is { } date
        ? (date.Year + Math.Min(0.9999, ((date.Month - 1) * 30 + date.Day) / 365.0)).ToString("0.0000", CultureInfo.InvariantCulture) : "";

    private static string Number(string id, int pair)
    {
        var digits = pair == 0 ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id} {pair}"))));
        return long.Parse(digits.AsSpan(0, 15), NumberStyles.HexNumber, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<Participant?> OrNone(IEnumerable<Participant> participants) => participants.DefaultIfEmpty();

    private static string[] NoPlace => GdeltPlace.Of(null);

    private static IEnumerable<string> Actor(string name) => ActorColumns.Select(column => name + column);

    private static IEnumerable<string> Geo(string name) => GeoColumns.Select(column => $"{name}_{column}");
}
