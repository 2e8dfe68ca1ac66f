using System.Globalization;
using Heliograph.Places;

namespace Heliograph.Store;

/// <summary>A filter in SQL: conditions that must all hold, and their parameters.</summary>
internal sealed class Conditions
{
    private readonly List<string> _all = ["entry.stands = 1"];
    private readonly List<(string Name, object? Value)> _parameters = [];

    public Conditions(Connection home, EntryFilter filter)
    {
        AnyOf("entry.kind", filter.Kinds);
        AnyOf("entry.type", filter.Types.SelectMany(type => (string[])[type.ToUpperInvariant(), type.ToLowerInvariant()]));
        AnyOf("entry.mode", filter.Modes);
        AnyOf("entry.quad", filter.Quads.Select(quad => (object)quad));
        AnyOf("entry.factuality", filter.Factualities);
        AnyOf("entry.country", filter.Countries);
        AnyOf("entry.outlet", filter.Outlets);
        AtLeast("entry.day", Columns.Text(filter.From));
        Below("entry.day", Columns.Text(filter.Until));
        AtLeast("entry.published", Columns.Text(filter.PublishedFrom));
        Below("entry.published", Columns.Text(filter.PublishedUntil));
        AtLeast("entry.confidence", filter.Confidence);
        if (!filter.Copies) _all.Add("entry.report IN (SELECT number FROM report WHERE origin IS NULL)");
        if (filter.Voiced is { } voiced) _all.Add(voiced ? "entry.voiced = 1" : "entry.voiced = 0");
        if (filter.Text is { } text && Ways.Terms(text) is { Count: > 0 } terms)
        {
            _all.Add($"entry.number IN (SELECT {home.WordsEntry} FROM words WHERE {home.HoldsWords})");
            _parameters.Add(("words", home.Terms(terms)));
        }

        if (!filter.Places.IsEmpty)
        {
            _all.Add($"entry.number IN (SELECT entry FROM location WHERE key IN ({string.Join(", ", filter.Places.Select((_, i) => $"@place{i.ToString(CultureInfo.InvariantCulture)}"))}))");
            _parameters.AddRange(filter.Places.Select((place, i) => ($"place{i.ToString(CultureInfo.InvariantCulture)}", (object?)PlaceKey.Of(place))));
        }

        if (filter.Report is { } report)
        {
            _all.Add($"entry.report IN ({Ways.NamedReports})");
            _parameters.AddRange(Ways.NamesOf(report));
        }

        Part("actor", ["actor", "recipient", "source", "mention"], filter.Actors);
        if (filter is { By: [var by], To: [var to] } && Ways.IsCode(by) && Ways.IsCode(to))
        {
            Add("entry.number IN (SELECT entry FROM dyad WHERE actor = @by AND recipient = @to)", ("by", by), ("to", to));
        }
        else
        {
            Part("by", ["actor"], filter.By);
            Part("to", ["recipient"], filter.To);
        }

        Part("source", ["source"], filter.Sources);
    }

    /// <summary>That one of a filter's actors, within its days, is in a row of those who take part; nothing else of the filter.</summary>
    /// <param name="table">The table of those who take part, or what it is called.</param>
    /// <param name="filter">Names actors, and days if one likes.</param>
    public static (string Where, (string Name, object? Value)[] Parameters) Of(string table, EntryFilter filter)
    {
        var parameters = new List<(string, object?)>();
        var (days, ofDays) = ActCode.Conditions(table, new() { From = filter.From, Until = filter.Until });
        var who = string.Join(" OR ", filter.Actors.Select((actor, i) => Who(parameters, table, $"actor{i.ToString(CultureInfo.InvariantCulture)}", actor)));
        return ($"({who}){days}", [.. parameters, .. ofDays]);
    }

    /// <summary>What the entries are drawn from: their own table, or that of those who take part where a filter names one.</summary>
    public string From { get; private set; } = "entry";

    /// <summary>The columns that entries are sorted by: the same as the entry's own, in the table that drives the search.</summary>
    public (string Day, string Number) Order { get; private set; } = ("entry.day", "entry.number");

    public string Where => string.Join(" AND ", _all);

    public IEnumerable<(string Name, object? Value)> Parameters => _parameters;

    public void Add(string condition, params IEnumerable<(string Name, object? Value)> parameters)
    {
        _all.Add(condition);
        _parameters.AddRange(parameters);
    }

    // The first one named drives the search, for an index gives its entries newest first; others are looked up.
    private void Part(string key, string[] roles, IReadOnlyList<string> actors)
    {
        if (actors.Count == 0) return;
        var isFirst = From == "entry";
        var table = isFirst ? "party" : $"party_{key}";
        var roleIs = roles.Length == 4 ? "" : $" AND {table}.role = '{roles[0]}'";
        var who = "(" + string.Join(" OR ", actors.Select((actor, i) => Who(_parameters, table, $"{key}{i.ToString(CultureInfo.InvariantCulture)}", actor))) + ")";
        if (!isFirst)
        {
            _all.Add($"EXISTS (SELECT 1 FROM party {table} WHERE {table}.entry = entry.number{roleIs} AND {who})");
            return;
        }

        From = "party JOIN entry ON entry.number = party.entry";
        Order = ("party.day", "party.entry");
        _all.Add(who + roleIs);
    }

    private static string Who(List<(string Name, object? Value)> parameters, string table, string name, string actor)
    {
        var parts = actor.Split(':');
        if (parts is [var country, var sector] && country.Length is 0 or 3 && sector.Length == 3 && sector.All(char.IsAsciiLetterUpper))
        {
            parameters.Add((name + "sector", sector));
            if (country.Length == 0) return $"{table}.sector = @{name}sector";
            parameters.Add((name, country));
            return $"({table}.code = @{name} AND {table}.sector = @{name}sector)";
        }

        parameters.Add((name, actor));
        return Ways.IsCode(actor) ? $"{table}.code = @{name}" : $"{table}.actor = @{name}";
    }

    private void AnyOf(string column, IEnumerable<object> values)
    {
        var name = column.Replace('.', '_');
        var names = new List<string>();
        foreach (var value in values)
        {
            names.Add($"@{name}{names.Count.ToString(CultureInfo.InvariantCulture)}");
            _parameters.Add((names[^1][1..], value));
        }

        if (names.Count == 1) _all.Add($"{column} = {names[0]}");
        if (names.Count > 1) _all.Add($"{column} IN ({string.Join(", ", names)})");
    }

    private void AtLeast(string column, object? value)
    {
        if (value is null) return;
        var name = column.Replace('.', '_') + "_from";
        Add($"{column} >= @{name}", (name, value));
    }

    private void Below(string column, object? value)
    {
        if (value is null) return;
        var name = column.Replace('.', '_') + "_until";
        Add($"{column} < @{name}", (name, value));
    }
}
