using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Places;

namespace Heliograph.Store;

/// <summary>A filter in SQL: conditions that must all hold, their parameters, and the ways into the ledger that they open.</summary>
/// <remarks>For pages and counts, where it matters which condition is asked first; <see cref="Conditions"/> leaves that to the database.</remarks>
internal sealed class Ways
{
    /// <summary>The reports of a name: that they were read by, or the beginning of their id, with or without what stands before the digits.</summary>
    public const string NamedReports =
        """
        SELECT number FROM report WHERE (id >= @report AND id < @report_end) OR (id >= @report_digits AND id < @report_digits_end)
        UNION SELECT report FROM reading WHERE input = @report
        """;

    private const string Stands = "entry.stands = 1";

    private static readonly ImmutableArray<string> OfConfidence = ["event", "statement"]; // the kinds that carry one

    private const int FewWithWords = 50_000; // measured: whether an entry holds words takes a hundred times as long as to go on to the next that does

    private readonly Connection _home;
    private readonly List<(string Set, string Check)> _all = [];
    private readonly List<(string Name, object? Value)> _parameters = [];
    private readonly List<Lead> _leads = [];
    private readonly string _days;
    private int _words = -1; // the condition about words
    private readonly ImmutableArray<Branch> _ofConfidence;

    public Ways(Connection home, EntryFilter filter)
    {
        _home = home;
        AtLeast("entry.day", Columns.Text(filter.From));
        Below("entry.day", Columns.Text(filter.Until));
        _days = string.Concat(_all.Select(condition => " AND " + condition.Set));
        if (_all.Count > 0) Open(LeadOrder.Day, -1, new Branch("entry" + home.By("entry_of_all"), Stands + _days));

        // Those who take part and places come first, for their indexes hold most of what is asked of them
        var isOfEvents = filter is not { Quads: [], Factualities: [], Modes: [], Countries: [], Places: [] };
        // The role as a value that no index has: with two of them in its index PostgreSQL would sort what stands there in order
        Part("actor", isOfEvents ? "party.role || '' IN ('actor', 'recipient')" : null, filter.Actors);
        if (filter is { By: [var by], To: [var to] } && IsCode(by) && IsCode(to)) Pair(by, to);
        else
        {
            Part("by", "party.role = 'actor'", filter.By);
            Part("to", "party.role = 'recipient'", filter.To);
        }

        Part("source", "party.role = 'source'", filter.Sources);
        Places(filter.Places);
        AnyOf("kind", "entry_of_day", filter.Kinds);
        AnyOf("type", "entry_of_type", filter.Types.SelectMany(type => (string[])[type.ToUpperInvariant(), type.ToLowerInvariant()]).Distinct());
        AnyOf("mode", "entry_of_mode", filter.Modes);
        AnyOf("quad", null, filter.Quads.Select(quad => (object)quad));
        AnyOf("factuality", "entry_of_factuality", filter.Factualities);
        AnyOf("country", "entry_of_country", filter.Countries);
        AnyOf("outlet", "entry_of_outlet", filter.Outlets);
        var told = _all.Count;
        AtLeast("entry.published", Columns.Text(filter.PublishedFrom));
        Below("entry.published", Columns.Text(filter.PublishedUntil));
        if (_all.Count > told) Open(LeadOrder.None, -1, new Branch("entry" + home.By("entry_of_published"), Both(_all[told..])));
        AtLeast("entry.confidence", filter.Confidence);
        _ofConfidence = [.. OfConfidence.Where(kind => filter.Kinds.IsEmpty || filter.Kinds.Contains(kind)).Select(kind => new Branch(
            "entry" + home.By("entry_of_confidence"), $"{Stands} AND entry.kind = '{kind}' AND {(filter.Confidence is null ? "entry.confidence IS NOT NULL" : _all[^1].Set)}"))];
        if (filter.Confidence is not null) Open(LeadOrder.Confidence, _ofConfidence);
        if (filter.Voiced is { } voiced) Add(voiced ? "entry.voiced = 1" : "entry.voiced = 0");
        if (filter.Voiced is true) Open(LeadOrder.Day, new Branch("entry" + home.By("entry_of_voice"), $"{Stands}{_days} AND entry.voiced = 1"));
        if (!filter.Copies) Add("entry.report NOT IN (SELECT number FROM report WHERE origin IS NOT NULL)");
        if (filter.Text is { } text && Terms(text) is { Count: > 0 } terms) Words(terms);
        if (filter.Report is { } report) Report(report);
    }

    /// <summary>The parameters of <see cref="NamedReports"/>.</summary>
    public static (string Name, object? Value)[] NamesOf(string report) => // g comes behind every hex digit
        [("report", report), ("report_end", report + "g"), ("report_digits", "sha256:" + report), ("report_digits_end", $"sha256:{report}g")];

    /// <summary>Whether an actor is written as a code, such as PAK, rather than by its id.</summary>
    public static bool IsCode(string actor) => actor.Length == 3 && actor.All(char.IsAsciiLetterUpper);

    /// <summary>The words of a search, and its phrases in quotation marks; empty where none holds a letter or digit.</summary>
    public static List<string> Terms(string text)
    {
        var terms = new List<string>();
        var parts = text.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1) terms.Add(parts[i]);
            else terms.AddRange(parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return [.. terms.Where(term => term.Any(char.IsLetterOrDigit))];
    }

    /// <summary>The ways into the ledger that the filter opens; may be empty.</summary>
    public IReadOnlyList<Lead> Leads => _leads;

    /// <summary>The way in where there is no better one: all that stand.</summary>
    public Lead Everything(LeadOrder order) => order == LeadOrder.Confidence
        ? new(_ofConfidence, order, -1)
        : new([new("entry" + _home.By("entry_of_all"), Stands + _days)], order, -1);

    /// <summary>All conditions, for a question that goes through whatever holds: each set of entries is gathered once.</summary>
    public string Where => string.Join(" AND ", _all.Select(condition => condition.Set).Prepend(Stands));

    /// <summary>The parameters that a statement names, and others of its own.</summary>
    public (string Name, object? Value)[] Parameters(string sql, params IEnumerable<(string Name, object? Value)> others) =>
        [.. _parameters.Where(parameter => Names(sql, "@" + parameter.Name)), .. others];

    /// <summary>The conditions but that of the way in, for a question that looks at few entries: each is looked up.</summary>
    /// <remarks>Words are looked up only where nothing else is asked, for that takes long where they hardly ever come together with the rest.</remarks>
    /// <param name="lead">The way in.</param>
    /// <param name="order">The order of the page.</param>
    /// <param name="withWords">Whether the words that are asked for are among the conditions.</param>
    public string Rest(Lead lead, LeadOrder order, bool withWords = true) => string.Concat(_all.Index().Where(one => one.Index != lead.Condition && (withWords || one.Index != _words))
        .Select(one => " AND " + (one.Index == _words && (_all.Count > 1 || order != LeadOrder.Day) ? one.Item.Set : one.Item.Check)).Prepend(" AND " + Stands));

    /// <summary>The condition that one entry holds the words asked for; null where none are.</summary>
    public string? HoldsWords => _words < 0 ? null : _all[_words].Check;

    private static string Both(IEnumerable<(string Set, string Check)> conditions) =>
        string.Join(" AND ", conditions.Select(condition => condition.Set).Prepend(Stands));

    private void Add(string condition, string? check = null) => _all.Add((condition, check ?? condition));

    private void Open(LeadOrder order, params IEnumerable<Branch> branches) => Open(order, _all.Count - 1, branches);

    private void Open(LeadOrder order, int condition, params IEnumerable<Branch> branches) => _leads.Add(new([.. branches], order, condition));

    private void Pair(string by, string to)
    {
        const string IsPair = "dyad.actor = @by AND dyad.recipient = @to";
        _parameters.AddRange([("by", by), ("to", to)]);
        Add(
            $"entry.number IN (SELECT dyad.entry FROM dyad WHERE {IsPair})",
            $"EXISTS (SELECT 1 FROM dyad WHERE dyad.entry = entry.number AND {IsPair})");
        Open(LeadOrder.None, new Branch("dyad" + _home.By("dyad_of_pair"), IsPair, "", "dyad.entry"));
    }

    private void Words(List<string> terms)
    {
        _parameters.Add(("words", _home.Terms(terms)));
        Add(
            $"entry.number IN (SELECT {_home.WordsEntry} FROM words WHERE {_home.HoldsWords})",
            $"EXISTS (SELECT 1 FROM words WHERE {_home.WordsEntry} = entry.number AND {_home.HoldsWords})");
        _words = _all.Count - 1;
        _leads.Add(new([new("words", _home.HoldsWords, "", _home.WordsEntry)], LeadOrder.None, _all.Count - 1, FewWithWords));
    }

    private void Report(string report)
    {
        _parameters.AddRange(NamesOf(report));
        Add($"entry.report IN ({NamedReports})");
        Open(LeadOrder.None, new Branch($"(SELECT entry.number FROM ({NamedReports}) AS named CROSS JOIN entry WHERE entry.report = named.number) AS told", "1 = 1", "", "told.number"));
    }

    private void Places(IReadOnlyList<string> places)
    {
        if (places.Count == 0) return;
        var keys = places.Select((place, i) =>
        {
            _parameters.Add(($"place{Text(i)}", PlaceKey.Of(place)));
            return $"location.key = @place{Text(i)}";
        }).ToList();
        var any = string.Join(" OR ", keys);
        Add(
            $"entry.number IN (SELECT location.entry FROM location WHERE {any})",
            $"EXISTS (SELECT 1 FROM location WHERE location.entry = entry.number AND ({any}))");
        Open(
            LeadOrder.Day,
            keys.Select(key => new Branch("location" + _home.By("location_of_key"), key + Days("location"), "location.day", "location.entry")));
    }

    // role: a condition; null for any
    private void Part(string name, string? role, IReadOnlyList<string> actors)
    {
        if (actors.Count == 0) return;
        var roleIs = role is null ? "" : $" AND {role}";
        var whom = actors.Select((actor, i) => Who(name + Text(i), actor)).ToList();
        var any = string.Join(" OR ", whom.Select(who => who.Is));
        var anyOfEntry = any;
        foreach (var column in (string[])["party.code", "party.sector", "party.actor"]) anyOfEntry = anyOfEntry.Replace(column, _home.Unindexed(column), StringComparison.Ordinal);
        Add(
            $"entry.number IN (SELECT party.entry FROM party WHERE ({any}){roleIs})",
            $"EXISTS (SELECT 1 FROM party WHERE party.entry = entry.number AND ({anyOfEntry}){roleIs})");
        Open(
            LeadOrder.Day,
            whom.Select(who => new Branch("party" + _home.By(who.Index), who.Is + roleIs + Days("party"), "party.day", "party.entry")));
    }

    private (string Is, string Index) Who(string name, string actor)
    {
        var parts = actor.Split(':');
        if (parts is [var country, var sector] && country.Length is 0 or 3 && sector.Length == 3 && sector.All(char.IsAsciiLetterUpper))
        {
            _parameters.Add((name + "sector", sector));
            if (country.Length == 0) return ($"party.sector = @{name}sector", "party_of_sector");
            _parameters.Add((name, country));
            return ($"(party.code = @{name} AND party.sector = @{name}sector)", "party_of_code");
        }

        _parameters.Add((name, actor));
        return IsCode(actor) ? ($"party.code = @{name}", "party_of_code") : ($"party.actor = @{name}", "party_of_actor");
    }

    private string Days(string table) => _days.Replace("entry.", table + ".", StringComparison.Ordinal);

    // index: by this column, then day and number; null where there is none
    private void AnyOf(string column, string? index, IEnumerable<object> values)
    {
        var names = new List<string>();
        foreach (var value in values)
        {
            names.Add($"@{column}{Text(names.Count)}");
            _parameters.Add((names[^1][1..], value));
        }

        if (names.Count == 0) return;
        Add(names.Count == 1 ? $"entry.{column} = {names[0]}" : $"entry.{column} IN ({string.Join(", ", names)})");
        if (index is not null) Open(LeadOrder.Day, names.Select(name => new Branch("entry" + _home.By(index), $"{Stands}{_days} AND entry.{column} = {name}")));
    }

    private void AtLeast(string column, object? value)
    {
        if (value is null) return;
        var name = column.Replace('.', '_') + "_from";
        _parameters.Add((name, value));
        Add($"{column} >= @{name}");
    }

    private void Below(string column, object? value)
    {
        if (value is null) return;
        var name = column.Replace('.', '_') + "_until";
        _parameters.Add((name, value));
        Add($"{column} < @{name}");
    }

    private static bool Names(string sql, string parameter)
    {
        for (var at = sql.IndexOf(parameter, StringComparison.Ordinal); at >= 0; at = sql.IndexOf(parameter, at + 1, StringComparison.Ordinal))
        {
            var end = at + parameter.Length;
            if (end == sql.Length || !(char.IsAsciiLetterOrDigit(sql[end]) || sql[end] == '_')) return true;
        }

        return false;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
