namespace Heliograph.Documents;

/// <summary>A run of tokens, from <see cref="Start"/> up to, but not including, <see cref="End"/>.</summary>
/// <remarks>
/// Unit: indices into <see cref="Document.Tokens"/>, counted from 0. Size: 8 bytes. The default value is the empty
/// run at 0. For a stretch of text, see <see cref="TextSpan"/>.
/// </remarks>
public readonly record struct TokenSpan
{
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is negative, or after
    /// <paramref name="end"/>.</exception>
    public TokenSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        (Start, End) = (start, end);
    }

    /// <summary>The first token inside the run.</summary>
    public int Start { get; }

    /// <summary>The first token after the run.</summary>
    public int End { get; }

    /// <summary>How many tokens the run holds; 0 or more.</summary>
    public int Length => End - Start;

    /// <summary>Whether the token with this index lies inside the run.</summary>
    public bool Contains(int token) => Start <= token && token < End;

    /// <summary>Half-open interval notation, for example <c>[3..7)</c>.</summary>
    public override string ToString() => $"[{Start}..{End})";
}
