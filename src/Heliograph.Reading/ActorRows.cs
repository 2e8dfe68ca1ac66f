using System.Text;

namespace Heliograph.Reading;

/// <summary>Collects rows of a pack's tables, and writes them sorted.</summary>
internal sealed class ActorRows
{
    private readonly SortedDictionary<string, string> _organisations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _people = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _offices = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _shared = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _tenures = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _memberships = new(StringComparer.Ordinal);

    public int Count => _organisations.Count + _people.Count;

    public void AddOrganisation(string id, string kind, string name, IEnumerable<string> aliases, string country, string code, string sector, string known) =>
        _organisations[id] = Row(id, kind, name, string.Join('|', aliases), country, code, sector, "", "", "", known);

    public void AddPerson(string id, string name, IEnumerable<string> aliases, string gender, string country) =>
        _people[id] = Row(id, name, string.Join('|', aliases), gender, country);

    public void AddOffice(string id, string country, string titles, string sector, string? whyShared = null)
    {
        _offices[id] = Row(id, country, "", titles, sector, "");
        if (whyShared is not null) _shared[id] = Row(id, whyShared);
    }

    public void AddTenure(string office, string person, string from, string to, string known) => _tenures.Add(Row(office, person, from, to, known));

    public void AddMembership(string person, string organisation, string role, string from, string to, string known) =>
        _memberships.Add(Row(person, organisation, role, from, to, known));

    /// <summary>An id that no other row has, of the words of a name.</summary>
    public string IdOf(string name, string mark)
    {
        var id = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) id.Append(c);
            else if (c is ' ' or '-' or '_' && id.Length > 0 && id[^1] != '-') id.Append('-');
        }

        var plain = id.ToString().Trim('-');
        if (plain.Length == 0) plain = mark;
        return _organisations.ContainsKey(plain) || _people.ContainsKey(plain) ? $"{plain}-{mark}" : plain;
    }

    public string Text()
    {
        var text = new StringBuilder();
        Add("id\tkind\tname\taliases\tcountry\tcode\tsector\tparents\tfrom\tto\tknown", _organisations.Values);
        Add("id\tname\taliases\tgender\tcountry", _people.Values);
        Add("id\tcountry\torganisation\ttitles\tsector\tcode", _offices.Values);
        Add("office\twhy", _shared.Values);
        Add("office\tperson\tfrom\tto\tknown", _tenures);
        Add("person\torganisation\trole\tfrom\tto\tknown", _memberships);
        return text.ToString();

        void Add(string header, IReadOnlyCollection<string> rows)
        {
            if (rows.Count == 0) return;
            text.Append(header).Append('\n');
            foreach (var row in rows) text.Append(row).Append('\n');
        }
    }

    private static string Row(params ReadOnlySpan<string> cells)
    {
        var row = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) row.Append('\t');
            row.Append(cells[i].Replace('\t', ' ').ReplaceLineEndings(" "));
        }

        return row.ToString();
    }
}
