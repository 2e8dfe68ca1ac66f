namespace Heliograph.Language;

/// <summary>A frozen hash table from contexts to small numbers, read where it lies.</summary>
/// <remarks>
/// Keys are hashes that stand for themselves: an unknown context is taken for a known one once in some 100,000 times.
/// </remarks>
internal sealed class ContextTable
{
    private readonly WeightTable _keys; // 0 where a slot is empty; a power of two of slots, at most three quarters full
    private readonly WeightTable _values;

    /// <param name="file">Holds the sections keys (uint) and values (ushort), slot by slot.</param>
    public ContextTable(WeightFile file)
    {
        _keys = file.Next();
        _values = file.Next();
    }

    /// <summary>What a context stands for; −1 where it is unknown. Time: constant.</summary>
    public int Find(uint context)
    {
        var keys = _keys.As<uint>();
        var mask = (uint)keys.Length - 1;
        for (var slot = context & mask; keys[(int)slot] != 0; slot = (slot + 1) & mask)
        {
            if (keys[(int)slot] == context) return _values.As<ushort>()[(int)slot];
        }

        return -1;
    }

    /// <summary>Lays out a table: the sections that the constructor reads.</summary>
    public static (uint[] Keys, ushort[] Values) Build(IReadOnlyCollection<KeyValuePair<uint, ushort>> entries)
    {
        var slots = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, entries.Count * 4 / 3 + 1));
        var (keys, values) = (new uint[slots], new ushort[slots]);
        foreach (var (key, value) in entries.OrderBy(entry => entry.Key))
        {
            if (key == 0) continue;
            var slot = key & (uint)(slots - 1);
            while (keys[slot] != 0) slot = (slot + 1) & (uint)(slots - 1);
            (keys[slot], values[slot]) = (key, value);
        }

        return (keys, values);
    }
}
