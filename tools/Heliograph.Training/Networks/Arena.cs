using System.Runtime.InteropServices;

namespace Heliograph.Training.Networks;

/// <summary>Memory for the matrices of one batch, given back all at once.</summary>
internal sealed unsafe class Arena : IDisposable
{
    private const nuint ChunkSize = 1 << 26; // bytes
    private readonly List<nint> _chunks = [];
    private int _chunk = -1;
    private nuint _used = ChunkSize;

    /// <summary>A matrix of zeros.</summary>
    public Matrix Take(int rows, int columns)
    {
        var bytes = ((nuint)rows * (nuint)columns * sizeof(float) + 63) & ~(nuint)63;
        if (bytes > ChunkSize) throw new ArgumentOutOfRangeException(nameof(rows), $"A matrix of {bytes} bytes exceeds the arena's chunk of {ChunkSize}. Use a smaller batch.");
        if (_used + bytes > ChunkSize)
        {
            _chunk++;
            _used = 0;
            if (_chunk == _chunks.Count) _chunks.Add((nint)NativeMemory.AlignedAlloc(ChunkSize, 64));
        }

        var address = _chunks[_chunk] + (nint)_used;
        _used += bytes;
        NativeMemory.Clear((void*)address, bytes);
        return new(address, rows, columns);
    }

    /// <summary>Gives all matrices back.</summary>
    public void Reset() => (_chunk, _used) = (_chunks.Count > 0 ? 0 : -1, _chunks.Count > 0 ? 0 : ChunkSize);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var chunk in _chunks) NativeMemory.AlignedFree((void*)chunk);
        _chunks.Clear();
    }
}
