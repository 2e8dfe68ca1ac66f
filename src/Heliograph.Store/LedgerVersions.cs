using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Store;

/// <summary>Finds which report is a newer version of which.</summary>
/// <remarks>
/// Reports of one address are versions of one another; so are those of one outlet and title, where they resemble one another. The earlier version is the one
/// published on an earlier day, days that are not known last; of one day, the shorter one, for reports grow. Each version revises the
/// nearest before it. Nothing of this depends on the order in which they came.
/// </remarks>
internal sealed class LedgerVersions(Connection home)
{
    private const int Nearest = 5; // reports of one outlet and title that are looked at for one that resembles; more of them are a column, not versions

    /// <summary>Notes the address, outlet and title of a report's standing readings, and what it revises and is revised by.</summary>
    /// <param name="report">The report's number.</param>
    /// <param name="mayBeKnown">Whether it may have been noted before, with other readings.</param>
    public void Settle(long report, bool mayBeKnown)
    {
        var touched = new HashSet<long>();
        if (mayBeKnown)
        {
            var before = home.Rows("SELECT key, place FROM version WHERE report = @report", row => (row.GetString(0), row.GetString(1)), ("report", report));
            foreach (var (key, place) in before) touched.UnionWith(Neighbours(key, place, report, isAfter: true));
            home.Execute("DELETE FROM version WHERE report = @report", ("report", report));
        }

        var readings = home.Rows("SELECT head FROM reading WHERE report = @report AND stands = 1", row => Head(row.GetString(0)), ("report", report));
        var keys = readings.SelectMany(reading => reading.Keys).Distinct().ToList();
        if (keys.Count > 0)
        {
            var (id, length) = home.Row("SELECT id, length FROM report WHERE number = @report", row => (row.GetString(0), row.GetInt32(1)), ("report", report));
            var day = readings.Select(reading => reading.Day).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault("~"); // behind every day
            var place = string.Create(CultureInfo.InvariantCulture, $"{day} {length:0000000000} {id.AsSpan("sha256:".Length, 16)}");
            foreach (var key in keys)
            {
                home.Execute("INSERT INTO version (key, place, report) VALUES (@key, @place, @report)", ("key", key), ("place", place), ("report", report));
                touched.UnionWith(Neighbours(key, place, report, isAfter: true));
            }
        }

        if (keys.Count > 0 || mayBeKnown) touched.Add(report);
        foreach (var one in touched) Point(one);
    }

    private static (string? Day, IEnumerable<string> Keys) Head(string line)
    {
        using var json = JsonDocument.Parse(line);
        var keys = new List<string>();
        if (Address(Text("url")) is { } address) keys.Add(Key("url", address));
        if (Text("outlet") is { Length: > 0 } outlet && Text("title") is { Length: > 0 } title) keys.Add(Key("title", $"{outlet}\n{title}"));
        return (Text("published"), keys);

        string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    // The same page, however one came there; the first page of a site is none of a report's own
    private static string? Address(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0) return null;
        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host["www.".Length..] : uri.Host;
        var path = uri.AbsolutePath.TrimEnd('/');
        return path.Length == 0 && uri.Query.Length == 0 ? null : $"{host}{path}{uri.Query}";
    }

    private static string Key(string kind, string named) =>
        $"{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 8))}";

    // Those that stand beside a place of a key, the nearest first
    private List<long> Neighbours(string key, string place, long report, bool isAfter) => home.Rows(
        $"""
        SELECT report FROM version WHERE key = @key AND place {(isAfter ? ">" : "<")} @place AND report <> @report
        ORDER BY place {(isAfter ? "ASC" : "DESC")} LIMIT @limit
        """,
        row => row.GetInt64(0), ("key", key), ("place", place), ("report", report), ("limit", IsOfAddress(key) ? 1 : Nearest));

    private static bool IsOfAddress(string key) => key.StartsWith("url:", StringComparison.Ordinal);

    // At the last version before it
    private void Point(long report)
    {
        var own = home.Rows("SELECT key, place FROM version WHERE report = @report", row => (Key: row.GetString(0), Place: row.GetString(1)), ("report", report));
        var before = own.SelectMany(one =>
        {
            var near = Neighbours(one.Key, one.Place, report, isAfter: false);
            return IsOfAddress(one.Key) ? near : near.Where(other => Resembles(report, other)).Take(1);
        }).Distinct().ToList();
        var revised = before.Count < 2 ? before.FirstOrDefault() : home.Number(
            $"SELECT report FROM version WHERE {home.IsAmong("report", "reports")} ORDER BY place DESC LIMIT 1", ("reports", home.Among(before)))!.Value;
        home.Execute(
            "UPDATE report SET revises = nullif(CAST(@revised AS bigint), 0) WHERE number = @report AND coalesce(revises, 0) <> @revised", ("revised", revised), ("report", report));
    }

    private bool Resembles(long one, long other) =>
        Wording.Of(LedgerReports.Text(home, one)) is { } wording && Wording.Of(LedgerReports.Text(home, other))?.IsCopy(wording) == true;
}
