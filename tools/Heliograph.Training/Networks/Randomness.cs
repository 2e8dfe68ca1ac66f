namespace Heliograph.Training.Networks;

/// <summary>A small seeded generator (xorshift), the same on every machine.</summary>
internal sealed class Randomness(ulong seed)
{
    private ulong _state = seed * 0x9E3779B97F4A7C15 | 1;

    /// <summary>Sixty-four random bits.</summary>
    public ulong Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        return _state ^= _state << 17;
    }

    /// <summary>A number from 0 up to 1.</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>A whole number from 0 up to a bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number near 0 with standard deviation 1 (sum of four uniform ones).</summary>
    public float Normal() => (Unit() + Unit() + Unit() + Unit() - 2) * 1.7320508f;

    /// <summary>Puts the elements in a random order.</summary>
    public void Shuffle<T>(IList<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
