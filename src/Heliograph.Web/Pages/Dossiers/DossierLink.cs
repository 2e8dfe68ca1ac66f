using Heliograph.Ledger;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>Where the dossiers are.</summary>
public static class DossierLink
{
    /// <summary>The dossier of someone an entry names; null where the words tell neither who it is nor of what country or sector.</summary>
    public static string? Of(Participant who) => Key(who) is { } key ? To(key) : null;

    /// <summary>The dossier of an actor.</summary>
    /// <param name="actor">An id of the register or of the ledger, or a code such as <c>PAK</c>, <c>AFG:REB</c> or <c>:REB</c>.</param>
    /// <param name="filter">The query that narrows its time, without a question mark; may be empty.</param>
    public static string To(string actor, string filter = "") =>
        "/a/" + string.Join('/', actor.Split('/').Select(Escaped)) + (filter.Length > 0 ? "?" + filter : ""); // ids of offices hold a slash

    /// <summary>The id in a path that was asked for, which keeps an escaped slash as it is.</summary>
    public static string Id(string path) => path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The dossier of a pair.</summary>
    public static string Pair(string one, string other, string filter = "") =>
        $"/pair?a={Escaped(one)}&b={Escaped(other)}" + (filter.Length > 0 ? "&" + filter : "");

    /// <summary>What the ledger can be asked with for someone: the id, or else the code, as a filter takes them; null where there is neither.</summary>
    public static string? Key(Participant who) => who switch
    {
        { Actor: { Length: > 0 } id } => id,
        { Code: { } code, Sector: { } sector } => $"{code}:{sector}",
        { Code: { } code } => code,
        { Sector: { } sector } => ":" + sector,
        _ => null,
    };

    // A colon may stand in a path and in a query, and is easier to read so
    private static string Escaped(string id) => Uri.EscapeDataString(id).Replace("%3A", ":", StringComparison.Ordinal);
}
