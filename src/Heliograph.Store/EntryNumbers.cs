using System.Numerics;

namespace Heliograph.Store;

/// <summary>A set of entries by their numbers, a bit each.</summary>
internal sealed class EntryNumbers
{
    private ulong[] _bits = [];

    /// <summary>How many there are.</summary>
    public int Count => _bits.Sum(BitOperations.PopCount);

    public void Add(long number)
    {
        var at = (int)(number / 64);
        if (at >= _bits.Length) Array.Resize(ref _bits, Math.Max(at + 1, _bits.Length * 2));
        _bits[at] |= 1UL << (int)(number % 64);
    }

    public bool Contains(long number) => number / 64 < _bits.Length && (_bits[(int)(number / 64)] & (1UL << (int)(number % 64))) != 0;

    /// <summary>Those that are in another set too; the other is left as it is.</summary>
    public EntryNumbers And(EntryNumbers other) => new() { _bits = [.. _bits.Zip(other._bits, (one, two) => one & two)] };

    /// <summary>Those that are not in another set.</summary>
    public EntryNumbers Without(EntryNumbers other) =>
        new() { _bits = [.. _bits.Select((one, at) => at < other._bits.Length ? one & ~other._bits[at] : one)] };

    /// <summary>All of them, the smallest first.</summary>
    public IEnumerable<long> All()
    {
        for (var at = 0; at < _bits.Length; at++)
        {
            for (var bits = _bits[at]; bits != 0; bits &= bits - 1) yield return (at * 64L) + BitOperations.TrailingZeroCount(bits);
        }
    }
}
