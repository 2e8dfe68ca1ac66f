using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Heliograph.Store;

/// <summary>Counts the events of one side of an actor: each once a month and standing, and once a key of those on the other side.</summary>
internal sealed class TiesCounter
{
    private readonly HashSet<long> _entries = [];
    private readonly Dictionary<(string Month, int Act), long> _acts = [];
    private readonly Dictionary<string, (HashSet<long>? Cooperation, HashSet<long>? Conflict)> _partners = new(StringComparer.Ordinal);
    private readonly HashSet<string> _narrowest = new(StringComparer.Ordinal);

    /// <summary>The acts by month, class and standing.</summary>
    public ImmutableArray<ActTally> Acts =>
    [
        .. _acts.Select(one => (one.Key.Month, Act: ActCode.Read(one.Key.Act), Count: one.Value))
            .OrderBy(one => one.Month, StringComparer.Ordinal).ThenBy(one => one.Act.Quad).ThenBy(one => one.Act.Factuality, StringComparer.Ordinal).ThenBy(one => one.Act.Voiced)
            .Select(one => new ActTally(one.Month, one.Act.Quad, one.Act.Factuality, one.Act.Voiced, one.Count)),
    ];

    /// <summary>Those on the other side, by their keys.</summary>
    public ImmutableArray<Partner> Partners =>
    [
        .. _partners.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new Partner(one.Key, one.Value.Cooperation?.Count ?? 0, one.Value.Conflict?.Count ?? 0, _narrowest.Contains(one.Key))),
    ];

    /// <summary>Counts one event and one of those on its other side; the same event may come again with another.</summary>
    public void Add(long entry, string month, int act, string? actor, string? code, string? sector)
    {
        if (_entries.Add(entry)) CollectionsMarshal.GetValueRefOrAddDefault(_acts, (month, act), out _)++;
        var isLocal = actor is null || actor.StartsWith("local:", StringComparison.Ordinal);
        var both = code is not null && sector is not null ? $"{code}:{sector}" : null;
        if ((isLocal ? both ?? code ?? actor ?? (sector is null ? null : ":" + sector) : actor) is { } narrowest) _narrowest.Add(narrowest);
        if (actor is not null && !Ways.IsCode(actor) && actor != both) Count(actor); // what looks like a code is asked for as one
        if (code is not null) Count(code);
        if (both is not null) Count(both);
        if (sector is not null) Count(":" + sector);

        void Count(string key)
        {
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_partners, key, out _);
            (act < ActCode.Conflict ? counts.Cooperation ??= [] : counts.Conflict ??= []).Add(entry);
        }
    }
}
