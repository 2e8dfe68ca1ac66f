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
    private const int NarrowEntries = 20_000;

    private static readonly ImmutableArray<string> AllKinds = ["event", "statement", "mention"];

    private static readonly ImmutableArray<string> OfConfidence = ["event", "statement"]; // the kinds that carry one

    private readonly Connection _home;
    private readonly List<(string Set, string Check)> _all = [];
    private readonly List<(string Name, object? Value)> _parameters = [];
    private readonly List<Lead> _leads = [];
    private readonly List<EntrySet> _sets = []; // beside those of the ways in
    private readonly ImmutableArray<int> _ofDays; // the conditions about days
    private Lead? _toldKinds; // the way in by a kind that other conditions tell
    private readonly string _days;
    private int _words = -1; // the condition about words
    private readonly ImmutableArray<Branch> _ofConfidence;

    public Ways(Connection home, EntryFilter filter)
    {
        _home = home;
        var kinds = Kinds(filter);
        IsOfNothing = kinds.IsEmpty;
        AtLeast("entry.day", Columns.Text(filter.From));
        Below("entry.day", Columns.Text(filter.Until));
        _days = string.Concat(_all.Select(condition => " AND " + condition.Set));
        _ofDays = [.. Enumerable.Range(0, _all.Count)];
        if (_all.Count > 0) _leads.Add(new([new Branch("entry" + home.By("entry_of_all"), Stands + _days)], LeadOrder.Day, _ofDays));

        // Those who take part and places come first, for their indexes hold most of what is asked of them
        Part("actor", RolesOf(kinds), filter.Actors);
        if (filter is { By: [var by], To: [var to] } && IsCode(by) && IsCode(to)) Pair(by, to);
        else
        {
            Part("by", "party.role = 'actor'", filter.By);
            Part("to", "party.role = 'recipient'", filter.To);
        }

        Part("source", "party.role = 'source'", filter.Sources);
        Places(filter.Places);
        AnyOf("type", "entry_of_type", filter.Types.SelectMany(type => (string[])[type.ToUpperInvariant(), type.ToLowerInvariant()]).Distinct());
        AnyOf("mode", "entry_of_mode", filter.Modes);
        AnyOf("quad", null, filter.Quads.Select(quad => (object)quad));
        if (!filter.Quads.IsEmpty) _sets.Add(new([new("entry" + home.By("entry_of_day"), $"{Stands} AND entry.kind = 'event' AND {_all[^1].Set}")], [_all.Count - 1]));
        AnyOf("factuality", "entry_of_factuality", filter.Factualities);
        AnyOf("country", "entry_of_country", filter.Countries);
        AnyOf("outlet", "entry_of_outlet", filter.Outlets);
        if (IsOfNothing) Add("0 = 1");
        OfKinds(kinds, isTold: kinds.Length == Kinds(filter with { Kinds = [] }).Length);
        var told = _all.Count;
        AtLeast("entry.published", Columns.Text(filter.PublishedFrom));
        Below("entry.published", Columns.Text(filter.PublishedUntil));
        if (_all.Count > told) _leads.Add(new([new("entry" + home.By("entry_of_published"), Both(_all[told..]))], LeadOrder.None, [.. Enumerable.Range(told, _all.Count - told)]));
        AtLeast("entry.confidence", filter.Confidence);
        _ofConfidence = [.. OfConfidence.Where(kind => kinds.Contains(kind)).Select(kind => new Branch(
            "entry" + home.By("entry_of_confidence"), $"{Stands} AND entry.kind = '{kind}' AND {(filter.Confidence is null ? "entry.confidence IS NOT NULL" : _all[^1].Set)}"))];
        if (filter.Confidence is not null) AddWay(LeadOrder.Confidence, _ofConfidence);
        if (filter.Voiced is { } voiced) Add(voiced ? "entry.voiced = 1" : "entry.voiced = 0");
        if (filter.Voiced is true) AddWay(LeadOrder.Day, new Branch("entry" + home.By("entry_of_voice"), $"{Stands}{_days} AND entry.voiced = 1"));
        if (filter.Voiced is false) _sets.Add(new([new("entry" + home.By("entry_of_voice"), $"{Stands} AND entry.voiced = 1")], [_all.Count - 1], IsLeftOut: true));
        if (!filter.Copies) Copies();
        if (filter.Text is { } text && Terms(text) is { Count: > 0 } terms) Words(terms);
        if (filter.Report is { } report) Report(report);
    }

    /// <summary>Whether its conditions cannot hold together, whatever the ledger holds: what they ask for is told of different kinds.</summary>
    public bool IsOfNothing { get; }

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
        ? new(_ofConfidence, order, [])
        : new([new("entry" + _home.By("entry_of_all"), Stands + _days)], order, _ofDays);

    /// <summary>The conditions that indexes tell of, each once.</summary>
    public IReadOnlyList<EntrySet> Sets => field ??=
    [
        .. _leads.Where(lead => lead != _toldKinds && lead.Conditions.Any(one => !_leads.Any(other => other != lead && other != _toldKinds && other.Conditions.Contains(one))))
            .Select(lead => new EntrySet(lead.Branches, lead.Conditions)),
        .. _sets,
    ];

    /// <summary>All conditions, for a question that goes through whatever holds: each set of entries is gathered once.</summary>
    public string Where => string.Join(" AND ", _all.Select(condition => condition.Set).Prepend(Stands));

    /// <summary>The parameters that a statement names, and others of its own.</summary>
    public (string Name, object? Value)[] Parameters(string sql, params IEnumerable<(string Name, object? Value)> others) =>
        [.. _parameters.Where(parameter => Names(sql, "@" + parameter.Name)), .. others];

    /// <summary>The way in by words; null where none are asked for.</summary>
    public Lead? ByWords => _leads.Find(lead => lead.Conditions is [var one] && one == _words);

    /// <summary>How many entries a way in leads to, up to a number beyond which it does not matter; an estimate.</summary>
    public long Size(IEnumerable<Branch> branches, int most) =>
        branches.Sum(branch => _home.Size(branch.From, branch.Where, most, Parameters($"{branch.From} {branch.Where}")));

    /// <summary>Whether so few entries fulfil one of its conditions that it is quicker to look them all up than to go through an index of everything.</summary>
    public bool IsNarrow => Leads.Any(lead => Size(lead.Branches, NarrowEntries) < NarrowEntries);

    /// <summary>The conditions but some, for a question that looks at few entries: each is looked up.</summary>
    /// <param name="known">The conditions that are known to hold.</param>
    /// <param name="withWords">Whether the words that are asked for are among the conditions.</param>
    public string Rest(IReadOnlyList<int> known, bool withWords = true) => string.Concat(_all.Index().Where(one => !known.Contains(one.Index) && (withWords || one.Index != _words))
        .Select(one => " AND " + one.Item.Check).Prepend(" AND " + Stands));


    /// <summary>The condition that one entry holds the words asked for; null where none are.</summary>
    public string? HoldsWords => _words < 0 ? null : _all[_words].Check;

    // Those that can have all that is asked for
    private static ImmutableArray<string> Kinds(EntryFilter filter)
    {
        var isOfEvents = filter is not { Quads: [], Factualities: [], Modes: [], Countries: [], Places: [], By: [], To: [] };
        var isOfMore = filter.Confidence is not null || (filter.Text is { } text && Terms(text).Count > 0);
        return
        [
            .. AllKinds.Where(kind => (filter.Kinds.IsEmpty || filter.Kinds.Contains(kind))
                && (!isOfEvents || kind == "event") && (filter.Sources.IsEmpty || kind == "statement") && (!isOfMore || kind != "mention")),
        ];
    }

    // The roles in entries of some kinds; null where they are all
    private string? RolesOf(ImmutableArray<string> kinds) => kinds switch
    {
        ["event"] => _home.IsOneOf("party.role", "actor", "recipient"),
        ["statement"] => _home.IsOneOf("party.role", "source"),
        ["mention"] => _home.IsOneOf("party.role", "mention"),
        _ => null,
    };

    private static string Both(IEnumerable<(string Set, string Check)> conditions) =>
        string.Join(" AND ", conditions.Select(condition => condition.Set).Prepend(Stands));

    private void Add(string condition, string? check = null) => _all.Add((condition, check ?? condition));

    // The way in by the condition that was added last
    private void AddWay(LeadOrder order, params IEnumerable<Branch> branches) =>
        _leads.Add(new([.. branches], order, order == LeadOrder.Day ? [.. _ofDays, _all.Count - 1] : [_all.Count - 1]));

    private void Copies()
    {
        Add("entry.report NOT IN (SELECT number FROM report WHERE origin IS NOT NULL)");
        _sets.Add(new([new("report CROSS JOIN entry", "report.origin IS NOT NULL AND entry.report = report.number")], [_all.Count - 1], IsLeftOut: true));
    }

    private void Pair(string by, string to)
    {
        const string IsPair = "dyad.actor = @by AND dyad.recipient = @to";
        _parameters.AddRange([("by", by), ("to", to)]);
        Add(
            $"entry.number IN (SELECT dyad.entry FROM dyad WHERE {IsPair})",
            $"EXISTS (SELECT 1 FROM dyad WHERE dyad.entry = entry.number AND {IsPair})");
        AddWay(LeadOrder.None, new Branch("dyad" + _home.By("dyad_of_pair"), IsPair, "", "dyad.entry"));
    }

    private void Words(List<string> terms)
    {
        _parameters.Add(("words", _home.Terms(terms)));
        Add(
            $"entry.number IN (SELECT {_home.WordsEntry} FROM words WHERE {_home.HoldsWords})",
            $"EXISTS (SELECT 1 FROM words WHERE {_home.WordsEntry} = entry.number AND {_home.HoldsWords})");
        _words = _all.Count - 1;
        _leads.Add(new([new("words", _home.HoldsWords, "", _home.WordsEntry)], LeadOrder.None, [_all.Count - 1]));
    }

    // isTold: by the other conditions
    private void OfKinds(ImmutableArray<string> kinds, bool isTold)
    {
        if (kinds.Length is 0 or 3) return;
        if (!isTold) Add($"({string.Join(" OR ", kinds.Select(kind => $"entry.kind = '{kind}'"))})");
        else if (kinds.Length > 1) return;
        var way = new Lead(
            [.. kinds.Select(kind => new Branch("entry" + _home.By("entry_of_day"), $"{Stands}{_days} AND entry.kind = '{kind}'"))], LeadOrder.Day,
            isTold ? _ofDays : [.. _ofDays, _all.Count - 1]);
        if (isTold) _toldKinds = way;
        _leads.Add(way);
    }

    private void Report(string report)
    {
        _parameters.AddRange(NamesOf(report));
        Add($"entry.report IN ({NamedReports})");
        AddWay(LeadOrder.None, new Branch($"(SELECT entry.number FROM ({NamedReports}) AS named CROSS JOIN entry WHERE entry.report = named.number) AS told", "1 = 1", "", "told.number"));
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
        AddWay(
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
        AddWay(
            LeadOrder.Day,
            whom.Select(who => new Branch("party" + _home.By(who.Index), who.Is + Days("party"), "party.day", "party.entry", roleIs)));
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
        if (index is not null) AddWay(LeadOrder.Day, names.Select(name => new Branch("entry" + _home.By(index), $"{Stands}{_days} AND entry.{column} = {name}")));
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

    /// <summary>Whether a statement names a parameter.</summary>
    public static bool Names(string sql, string parameter)
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
