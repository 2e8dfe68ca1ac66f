using Heliograph.Store;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>The stretch of time that a dossier is asked for.</summary>
/// <param name="From">The first day that will do; null for any.</param>
/// <param name="Until">The first day that will not do any more; null for any.</param>
public sealed record DossierTime(DateOnly? From, DateOnly? Until)
{
    /// <summary>The query of it, without a question mark; empty for all time.</summary>
    public string Query => string.Join('&', new[]
    {
        From is { } from ? "from=" + Phrases.Day(from) : null,
        Until is { } until ? "until=" + Phrases.Day(until) : null,
    }.OfType<string>());

    /// <summary>The time in words.</summary>
    public string Words => (From, Until) switch
    {
        (null, null) => "all time",
        ({ } from, null) => $"from {Phrases.Day(from)} on",
        (null, { } until) => $"before {Phrases.Day(until)}",
        ({ } from, { } until) => $"from {Phrases.Day(from)} to before {Phrases.Day(until)}",
    };

    /// <summary>Narrows a filter to it.</summary>
    public EntryFilter Of(EntryFilter filter) => filter with { From = From, Until = Until };

    /// <summary>The ledger's page of a filter within it.</summary>
    /// <param name="filter">Pairs of key and value, already encoded.</param>
    public string Ledger(string filter) => "/ledger?" + filter + (Query.Length > 0 ? "&" + Query : "");
}
