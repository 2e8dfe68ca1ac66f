using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Heliograph.Store;

/// <summary>Counts the events of one side of an actor: each once a month and standing, and once a key of those on the other side.</summary>
/// <remarks>Events come one after the other, each as often as there are others on its other side.</remarks>
internal sealed class TiesCounter
{
    /// <summary>The other one of a row, in SQL: id, code and sector with a tab between them, for one text is read faster than three.</summary>
    public const string Other = "coalesce(other.actor, '') || '\t' || coalesce(other.code, '') || '\t' || coalesce(other.sector, '')";

    private readonly Dictionary<(string Month, int Act), long> _acts = [];
    private readonly Dictionary<string, Count[]> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Count> _partners = new(StringComparer.Ordinal);
    private readonly HashSet<string> _narrowest = new(StringComparer.Ordinal);
    private long _last; // event; they are counted from 1

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
            .Select(one => new Partner(one.Key, one.Value.Cooperation, one.Value.Conflict, _narrowest.Contains(one.Key))),
    ];

    /// <summary>Counts one event and one of those on its other side; the same event may come again at once with another.</summary>
    /// <param name="entry">The event's number.</param>
    /// <param name="month">Its month.</param>
    /// <param name="act">Its class and standing, as <see cref="ActCode"/> numbers them.</param>
    /// <param name="other">The one on the other side, as <see cref="Other"/> gives it.</param>
    public void Add(long entry, string month, int act, string other)
    {
        if (entry != _last) CollectionsMarshal.GetValueRefOrAddDefault(_acts, (month, act), out _)++;
        _last = entry;
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_others, other, out _);
        counts ??= [.. Keys(other).Select(key => _partners.TryGetValue(key, out var known) ? known : _partners[key] = new())];
        foreach (var count in counts)
        {
            if (count.Last == entry) continue;
            count.Last = entry;
            if (act < ActCode.Conflict) count.Cooperation++;
            else count.Conflict++;
        }
    }

    private IEnumerable<string> Keys(string other)
    {
        var (actor, code, sector) = other.Split('\t').Select(part => part.Length > 0 ? part : null).ToArray() is [var first, var second, var third] ? (first, second, third) : default;
        var isLocal = actor is null || actor.StartsWith("local:", StringComparison.Ordinal);
        var both = code is not null && sector is not null ? $"{code}:{sector}" : null;
        if ((isLocal ? both ?? code ?? actor ?? (sector is null ? null : ":" + sector) : actor) is { } narrowest) _narrowest.Add(narrowest);
        if (actor is not null && !Ways.IsCode(actor) && actor != both) yield return actor; // what looks like a code is asked for as one
        if (code is not null) yield return code;
        if (both is not null) yield return both;
        if (sector is not null) yield return ":" + sector;
    }

    private sealed class Count
    {
        public long Last { get; set; }

        public int Cooperation { get; set; }

        public int Conflict { get; set; }
    }
}
