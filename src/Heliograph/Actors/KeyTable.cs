using System.Runtime.CompilerServices;

namespace Heliograph.Actors;

/// <summary>Numbers under 64-bit keys; several numbers may have the same key, and are found in the order they were added.</summary>
internal sealed class KeyTable
{
    private int[] _first = NewBuckets(1024);
    private ulong[] _keys = new ulong[512];
    private int[] _values = new int[512];
    private int[] _next = new int[512];

    /// <summary>How many numbers the table holds.</summary>
    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ulong key, int value)
    {
        if (key == 0) return; // the key of no letters
        if (Count == _keys.Length) Grow();
        (_keys[Count], _values[Count]) = (key, value);
        Link(Count++);
    }

    /// <summary>Steps through the numbers of a key: start with −1; −1 when there are no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Next(ulong key, int after)
    {
        var slot = after < 0 ? _first[BucketOf(key)] : _next[after];
        while (slot >= 0 && _keys[slot] != key) slot = _next[slot];
        return slot;
    }

    /// <summary>The number in a slot that <see cref="Next"/> found.</summary>
    public int this[int slot] => _values[slot];

    public bool Holds(ulong key) => Next(key, -1) >= 0;

    private int BucketOf(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> 32) & (_first.Length - 1);

    // Behind those of its bucket, so that the order stays.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Link(int slot)
    {
        _next[slot] = -1;
        var bucket = BucketOf(_keys[slot]);
        if (_first[bucket] < 0)
        {
            _first[bucket] = slot;
            return;
        }

        var last = _first[bucket];
        while (_next[last] >= 0) last = _next[last];
        _next[last] = slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        var size = _keys.Length * 2;
        Array.Resize(ref _keys, size);
        Array.Resize(ref _values, size);
        Array.Resize(ref _next, size);
        _first = NewBuckets(size * 2);
        for (var slot = 0; slot < Count; slot++) Link(slot);
    }

    private static int[] NewBuckets(int count)
    {
        var buckets = new int[count];
        Array.Fill(buckets, -1);
        return buckets;
    }
}
