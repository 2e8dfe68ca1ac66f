namespace Heliograph.Documents;

/// <summary>A stretch of a text, from <see cref="Start"/> up to, but not including, <see cref="End"/>.</summary>
/// <remarks>
/// Unit: UTF-16 code units counted from 0, as in <see cref="string"/> indexing. Size: 8 bytes.
/// The default value is the empty span at 0. For a stretch of tokens, see <see cref="TokenSpan"/>:
/// the two are separate types so that the compiler refuses to mix the units.
/// </remarks>
public readonly record struct TextSpan
{
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is negative, or after
    /// <paramref name="end"/>.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        (Start, End) = (start, end);
    }

    /// <summary>The first code unit inside the span.</summary>
    public int Start { get; }

    /// <summary>The first code unit after the span.</summary>
    public int End { get; }

    /// <summary>How many code units the span holds; 0 or more.</summary>
    public int Length => End - Start;

    /// <summary>The words themselves. Allocates nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches past the end of the text.</exception>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The shortest span that holds both.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Half-open interval notation, for example <c>[12..20)</c>.</summary>
    public override string ToString() => $"[{Start}..{End})";
}
