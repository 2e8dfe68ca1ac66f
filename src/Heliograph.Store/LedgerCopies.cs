using System.Globalization;
using Heliograph.Documents;

namespace Heliograph.Store;

/// <summary>Finds which reports copy one another, and which of them was first.</summary>
/// <remarks>
/// Reports that resemble one another are joined, and those that resemble either of them: a group is what hangs together. Its origin is the
/// report first published, days that are not known last; of one day, the one whose id comes first. All others of the group point at it. So the groups depend on
/// the reports alone, not on the order in which they came; but for forms that come in hundreds, of which not all are looked at.
/// </remarks>
internal sealed class LedgerCopies(Connection home)
{
    // Of forms that hardly differ there may be thousands, none a copy of another: so many of each key are looked at, and those of them that resemble
    // the report most are compared word by word. A copy shares the rarer keys too
    private const int MostOfKey = 64;
    private const int MostGroups = 16;
    private const int MostOfGroup = 8;

    private const string IsAmongThem = "number IN (SELECT member.number FROM report AS member WHERE member.number = @root OR member.origin = @root)";

    private static readonly string OfItsKeys = string.Join(" UNION ", Enumerable.Range(0, TextSketch.Bands).Select(band => string.Create(
        CultureInfo.InvariantCulture, $"SELECT report FROM (SELECT report FROM band WHERE key = @key{band} ORDER BY report LIMIT {MostOfKey}) AS of{band}")));

    /// <summary>Keeps the sketch of a report that is new, once its readings stand, and points it and its kin at their origin.</summary>
    public void Add(long report, string text)
    {
        if (Wording.Of(text) is not { } wording) return;
        var sketch = TextSketch.Of(wording);
        home.Execute(
            "INSERT INTO sketch (report, shingles, marks) VALUES (@report, @shingles, @marks)",
            ("report", report), ("shingles", sketch.Shingles), ("marks", sketch.ToBytes()));
        var roots = Roots(report, wording, sketch);
        home.Execute($"INSERT INTO band (key, report) SELECT value, @report FROM {home.Listed("keys")}", ("report", report), ("keys", home.Among(sketch.Keys())));
        if (roots.Count > 0) Point([.. roots, report], [.. roots, report]);
    }

    /// <summary>Points a report and its kin at their origin again, after another reading may have given one of them another day.</summary>
    public void Settle(long report)
    {
        var root = home.Number("SELECT coalesce(origin, number) FROM report WHERE number = @report", ("report", report))!.Value;
        var members = home.Rows($"SELECT number FROM report WHERE {IsAmongThem}", row => row.GetInt64(0), ("root", root));
        if (members.Count > 1) Point(members, [root]);
    }

    // The origins of those that are copies of it, or it of them. Of each origin's reports one copy will do
    private List<long> Roots(long report, Wording wording, TextSketch sketch)
    {
        var kin = home.Rows(
            $"""
            SELECT sketch.report, report.id, coalesce(report.origin, report.number), shingles, marks FROM sketch JOIN report ON report.number = sketch.report
            WHERE sketch.report IN ({OfItsKeys}) AND sketch.report <> @report
            """,
            row => (Report: row.GetInt64(0), Id: row.GetString(1), Root: row.GetInt64(2), Sketch: TextSketch.Of(row.GetInt32(3), (byte[])row.GetValue(4))),
            [("report", report), .. sketch.Keys().Select((key, band) => (string.Create(CultureInfo.InvariantCulture, $"key{band}"), (object?)key))]);
        return
        [
            .. kin.Where(one => one.Sketch.MayBeCopy(sketch)).OrderByDescending(one => one.Sketch.Resemblance(sketch)).ThenBy(one => one.Id, StringComparer.Ordinal)
                .GroupBy(one => one.Root).Take(MostGroups).Where(group => group.Take(MostOfGroup).Any(one => IsCopy(one.Report, wording)))
                .Select(group => group.Key),
        ];
    }

    private bool IsCopy(long report, Wording wording) => Wording.Of(LedgerReports.Text(home, report))?.IsCopy(wording) == true;

    // The first of some reports becomes the origin of the groups of others
    private void Point(List<long> candidates, List<long> roots)
    {
        var first = home.Rows(
            $"""
            SELECT number, id, (SELECT min(published) FROM reading WHERE reading.report = report.number AND reading.stands = 1)
            FROM report WHERE {home.IsAmong("number", "reports")}
            """,
            row => (Number: row.GetInt64(0), Id: row.GetString(1), Day: row.IsDBNull(2) ? "~" : row.GetString(2)), // behind every day
            ("reports", home.Among(candidates)))
            .OrderBy(one => one.Day, StringComparer.Ordinal).ThenBy(one => one.Id, StringComparer.Ordinal).First().Number;
        foreach (var root in roots.Where(root => root != first))
        {
            home.Execute($"UPDATE report SET origin = @first WHERE number <> @first AND {IsAmongThem}", ("first", first), ("root", root));
        }

        home.Execute("UPDATE report SET origin = NULL WHERE number = @first AND origin IS NOT NULL", ("first", first));
    }
}
