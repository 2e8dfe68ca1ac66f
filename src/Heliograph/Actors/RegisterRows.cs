using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Heliograph.Actors;

/// <summary>The rows of a register: its layers joined, later rows in the place of earlier ones of the same id, merged actors as one.</summary>
internal sealed class RegisterRows
{
    private readonly Dictionary<string, int> _actors;
    private readonly Dictionary<string, int> _offices;
    private readonly Dictionary<string, string> _merged = new(StringComparer.Ordinal); // the other id, and the one that stays

    public RegisterRows(ImmutableArray<RegisterTables> layers)
    {
        foreach (var (id, other, _) in layers.SelectMany(layer => layer.Same)) _merged[other] = id;
        Same = [.. layers.SelectMany(layer => layer.Same)];
        Shared = [.. layers.SelectMany(layer => layer.Shared)];
        Roles = Latest(layers, layer => layer.Roles, role => role.Words, role => role.Place, "role");
        Offices = Latest(layers, layer => layer.Offices, office => office.Id, office => office.Place, "office");
        Actors = Merged(Latest(layers, layer => layer.Actors, actor => actor.Id, actor => actor.Place, "id"));
        Tenures = [.. layers.SelectMany(layer => layer.Tenures).Select(Resolved).OrderBy(tenure => tenure.Office, StringComparer.Ordinal)];
        Memberships = [.. layers.SelectMany(layer => layer.Memberships).Select(Resolved)];
        _actors = new(Actors.Length, StringComparer.Ordinal);
        for (var i = 0; i < Actors.Length; i++) _actors[Actors[i].Id] = i;
        _offices = new(Offices.Length, StringComparer.Ordinal);
        for (var i = 0; i < Offices.Length; i++) _offices[Offices[i].Id] = i;
    }

    public ImmutableArray<Actor> Actors { get; }

    public ImmutableArray<Office> Offices { get; }

    public ImmutableArray<Tenure> Tenures { get; }

    public ImmutableArray<Membership> Memberships { get; }

    public ImmutableArray<Role> Roles { get; }

    public ImmutableArray<(string Office, string Why, RegisterPlace Place)> Shared { get; }

    public ImmutableArray<(string Id, string Other, RegisterPlace Place)> Same { get; }

    /// <summary>Ids that two rows of one layer have.</summary>
    public List<RegisterProblem> Duplicates { get; } = [];

    /// <summary>The place of an actor in <see cref="Actors"/>, or −1.</summary>
    public int IndexOf(string id) => _actors.TryGetValue(Resolve(id), out var index) ? index : -1;

    public bool TryFind(string id, [NotNullWhen(true)] out Actor? actor)
    {
        actor = IndexOf(id) is >= 0 and var index ? Actors[index] : null;
        return actor is not null;
    }

    public bool TryFindOffice(string id, [NotNullWhen(true)] out Office? office)
    {
        office = _offices.TryGetValue(id, out var index) ? Offices[index] : null;
        return office is not null;
    }

    /// <summary>The id that stays, of one that was merged; otherwise the id itself.</summary>
    public string Resolve(string id)
    {
        for (var steps = 0; steps <= _merged.Count && _merged.TryGetValue(id, out var stays); steps++) id = stays;
        return id;
    }

    private ImmutableArray<T> Latest<T>(
        ImmutableArray<RegisterTables> layers, Func<RegisterTables, List<T>> rows, Func<T, string> id, Func<T, RegisterPlace> place, string what)
    {
        if (layers.Length == 1 && Sorted(rows(layers[0]), id) is { IsDefault: false } only) return only;
        var latest = new Dictionary<string, (T Row, int Layer)>(StringComparer.Ordinal);
        for (var layer = 0; layer < layers.Length; layer++)
        {
            foreach (var row in rows(layers[layer]))
            {
                if (latest.TryGetValue(id(row), out var before) && before.Layer == layer)
                {
                    Duplicates.Add(new(
                        place(row), $"{what} '{id(row)}' a second time (first in {place(before.Row)})", "each one once", "Join the two rows, or rename one"));
                    continue;
                }

                latest[id(row)] = (row, layer);
            }
        }

        var all = latest.Values.Select(found => found.Row).ToArray();
        Array.Sort(all, (one, other) => string.CompareOrdinal(id(one), id(other)));
        return [.. all];
    }

    // The rows of one layer; default where two have the same id.
    private static ImmutableArray<T> Sorted<T>(List<T> rows, Func<T, string> id)
    {
        var all = rows.ToArray();
        var ids = new string[all.Length];
        for (var i = 0; i < all.Length; i++) ids[i] = id(all[i]);
        Array.Sort(ids, all, StringComparer.Ordinal);
        for (var i = 1; i < ids.Length; i++)
        {
            if (ids[i] == ids[i - 1]) return default;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    // The names of an actor that was merged into another become its aliases.
    private ImmutableArray<Actor> Merged(ImmutableArray<Actor> actors)
    {
        if (_merged.Count == 0) return actors;
        var others = actors.Where(actor => _merged.ContainsKey(actor.Id)).ToLookup(actor => Resolve(actor.Id), StringComparer.Ordinal);
        return
        [
            .. actors.Where(actor => !_merged.ContainsKey(actor.Id)).Select(actor => !others.Contains(actor.Id) ? actor : actor with
            {
                Aliases = [.. actor.Aliases.Concat(others[actor.Id].SelectMany(other => other.Aliases.Prepend(new(other.Name, false)))).Distinct()],
            }),
        ];
    }

    private Tenure Resolved(Tenure tenure) =>
        _merged.Count > 0 && _merged.ContainsKey(tenure.Person) ? tenure with { Person = Resolve(tenure.Person) } : tenure;

    private Membership Resolved(Membership row) => _merged.Count > 0 && (_merged.ContainsKey(row.Person) || _merged.ContainsKey(row.Organisation))
        ? row with { Person = Resolve(row.Person), Organisation = Resolve(row.Organisation) }
        : row;
}
