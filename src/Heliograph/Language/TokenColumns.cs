using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Growing columns of tokens over pooled arrays: what the tokenizer fills and the splitter reads.</summary>
internal sealed class TokenColumns : IDisposable
{
    private TextSpan[] _spans;
    private bool[] _joined;
    private bool[] _opensParagraph;
    private int _count;

    /// <param name="capacity">How many tokens to make room for at first; the columns grow past it.</param>
    public TokenColumns(int capacity)
    {
        _spans = ArrayPool<TextSpan>.Shared.Rent(capacity);
        _joined = ArrayPool<bool>.Shared.Rent(_spans.Length);
        _opensParagraph = ArrayPool<bool>.Shared.Rent(_spans.Length);
    }

    /// <summary>Where each token lies.</summary>
    public ReadOnlySpan<TextSpan> Spans => _spans.AsSpan(0, _count);

    /// <summary>Whether each continues the multiword token of the one before.</summary>
    public ReadOnlySpan<bool> Joined => _joined.AsSpan(0, _count);

    /// <summary>Whether each is the first of its paragraph.</summary>
    public ReadOnlySpan<bool> OpensParagraph => _opensParagraph.AsSpan(0, _count);

    /// <summary>Adds one token after the others.</summary>
    public void Add(TextSpan span, bool joined, bool opensParagraph)
    {
        if (_count == Math.Min(_spans.Length, Math.Min(_joined.Length, _opensParagraph.Length))) Grow();
        _spans[_count] = span;
        _joined[_count] = joined;
        _opensParagraph[_count] = opensParagraph;
        _count++;
    }

    /// <summary>The paragraphs as runs of tokens.</summary>
    public ImmutableArray<TokenSpan> Paragraphs()
    {
        var paragraphs = new TokenSpan[OpensParagraph.Count(true)];
        var (start, found) = (0, 0);
        for (var i = 1; i <= _count; i++)
        {
            if (i < _count && !_opensParagraph[i]) continue;
            paragraphs[found++] = new(start, i);
            start = i;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(paragraphs);
    }

    /// <summary>Gives the arrays back to the pool.</summary>
    public void Dispose()
    {
        ArrayPool<TextSpan>.Shared.Return(_spans);
        ArrayPool<bool>.Shared.Return(_joined);
        ArrayPool<bool>.Shared.Return(_opensParagraph);
    }

    private void Grow()
    {
        Enlarge(ref _spans, _count);
        Enlarge(ref _joined, _count);
        Enlarge(ref _opensParagraph, _count);
    }

    private static void Enlarge<T>(ref T[] array, int count)
    {
        var larger = ArrayPool<T>.Shared.Rent(2 * Math.Max(16, count));
        array.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
