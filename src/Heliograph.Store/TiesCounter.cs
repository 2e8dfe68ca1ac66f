using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Heliograph.Store;

/// <summary>Counts the events of one side of an actor: each once a month and standing, and once a key of those on the other side.</summary>
internal sealed class TiesCounter
{
    private readonly HashSet<long> _entries = [];
    private readonly Dictionary<(string Month, int Quad, string Factuality, bool Voiced), long> _acts = [];
    private readonly Dictionary<string, (HashSet<long>? Cooperation, HashSet<long>? Conflict)> _partners = new(StringComparer.Ordinal);
    private readonly HashSet<string> _narrowest = new(StringComparer.Ordinal);

    /// <summary>The acts by month, class and standing.</summary>
    public ImmutableArray<ActTally> Acts =>
    [
        .. _acts.OrderBy(one => one.Key.Month, StringComparer.Ordinal).ThenBy(one => one.Key.Quad).ThenBy(one => one.Key.Factuality, StringComparer.Ordinal).ThenBy(one => one.Key.Voiced)
            .Select(one => new ActTally(one.Key.Month, one.Key.Quad, one.Key.Factuality, one.Key.Voiced, one.Value)),
    ];

    /// <summary>Those on the other side, by their keys.</summary>
    public ImmutableArray<Partner> Partners =>
    [
        .. _partners.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new Partner(one.Key, one.Value.Cooperation?.Count ?? 0, one.Value.Conflict?.Count ?? 0, _narrowest.Contains(one.Key))),
    ];

    /// <summary>Counts one event and one of those on its other side; the same event may come again with another.</summary>
    public void Add(long entry, string month, int quad, string factuality, bool voiced, string? actor, string? code, string? sector)
    {
        if (_entries.Add(entry)) CollectionsMarshal.GetValueRefOrAddDefault(_acts, (month, quad, factuality, voiced), out _)++;
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
            (quad <= 2 ? counts.Cooperation ??= [] : counts.Conflict ??= []).Add(entry);
        }
    }
}
