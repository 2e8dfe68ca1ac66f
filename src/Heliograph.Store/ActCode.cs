using System.Globalization;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>The class of an event, how it stands to the world and who tells it, as one number: 16 times the class, twice the place of its
/// factuality in <see cref="Terms.AllFactualities"/>, and 1 where a source tells it.</summary>
/// <remarks>Indexes hold it, so that what someone does is counted without looking an event up.</remarks>
internal static class ActCode
{
    /// <summary>The least number of an act of conflict, material or verbal.</summary>
    public const int Conflict = 3 * 16;

    private static readonly bool[] Voices = [false, true];

    /// <summary>The number of an event.</summary>
    /// <param name="quad">Its class, 1 to 4.</param>
    /// <param name="factuality">How it stands to the world.</param>
    /// <param name="voiced">Whether a source tells it.</param>
    public static int Of(int quad, string factuality, bool voiced) => (quad * 16) + (Place(factuality) * 2) + (voiced ? 1 : 0);

    /// <summary>What a number stands for.</summary>
    public static (int Quad, string Factuality, bool Voiced) Read(int act) => (act / 16, Terms.AllFactualities[act % 16 / 2], act % 2 == 1);

    /// <summary>The class of a number in a column, in SQL.</summary>
    public static string Quad(string column) => column + " / 16";

    /// <summary>Whether days, classes, factualities and voices are all that a filter asks of events.</summary>
    public static bool Tells(EntryFilter filter) =>
        filter with { Kinds = [], Quads = [], Factualities = [], Voiced = null, From = null, Until = null } == new EntryFilter();

    /// <summary>The conditions of such a filter on a table of acts, in SQL, beginning with AND; empty where it asks for all events.</summary>
    /// <param name="table">The table, with columns <c>act</c> and <c>day</c>.</param>
    /// <param name="filter">The filter; <see cref="Tells"/> holds of it, or others ask the rest.</param>
    public static (string Where, (string Name, object? Value)[] Parameters) Conditions(string table, EntryFilter filter)
    {
        var where = "";
        var parameters = new List<(string, object?)>();
        if (!filter.Kinds.IsEmpty && !filter.Kinds.Contains("event")) where += " AND 0 = 1";
        if (!(filter.Quads.IsEmpty && filter.Factualities.IsEmpty && filter.Voiced is null))
        {
            var acts = from quad in Quads.Names.Select((_, i) => i + 1)
                       from factuality in Terms.AllFactualities
                       from voiced in Voices
                       where (filter.Quads.IsEmpty || filter.Quads.Contains(quad)) && (filter.Factualities.IsEmpty || filter.Factualities.Contains(factuality))
                           && (filter.Voiced ?? voiced) == voiced
                       select Of(quad, factuality, voiced).ToString(CultureInfo.InvariantCulture);
            where += $" AND {table}.act IN ({string.Join(", ", acts.DefaultIfEmpty("0"))})";
        }

        if (filter.From is { } from)
        {
            where += $" AND {table}.day >= @from";
            parameters.Add(("from", Columns.Text(from)));
        }

        if (filter.Until is { } until)
        {
            where += $" AND {table}.day < @until";
            parameters.Add(("until", Columns.Text(until)));
        }

        return (where, [.. parameters]);
    }

    private static int Place(string factuality)
    {
        for (var i = 0; i < Terms.AllFactualities.Count; i++)
        {
            if (Terms.AllFactualities[i] == factuality) return i;
        }

        throw new InvalidOperationException($"No factuality is called '{factuality}'. Columns.Of gives one of Terms.AllFactualities.");
    }
}
