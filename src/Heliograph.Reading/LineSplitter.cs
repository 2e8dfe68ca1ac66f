using System.Buffers;

namespace Heliograph.Reading;

/// <summary>Splits a stream of bytes into lines, in a buffer that never outgrows the longest line allowed.</summary>
/// <remarks>A line that is longer is skipped to its end without being kept. No byte is looked at twice.</remarks>
internal sealed class LineSplitter(Stream stream, int maxLineBytes) : IDisposable
{
    private const int FirstBuffer = 256 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _start;   // where the line begins
    private int _scanned; // up to here there is no line feed
    private int _end;
    private bool _isOver;

    /// <summary>Takes the next line.</summary>
    /// <param name="line">The line without its end (LF or CR LF), until the next call; empty where it was too long.</param>
    /// <param name="length">The line's length in bytes, whether it was kept or not.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(out ReadOnlyMemory<byte> line, out long length)
    {
        while (true)
        {
            var at = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n');
            if (at >= 0 || (_isOver && _end > _start))
            {
                var end = at >= 0 ? _scanned + at : _end;
                var next = at >= 0 ? end + 1 : end;
                if (end > _start && _buffer[end - 1] == '\r') end--;
                length = end - _start;
                line = length > maxLineBytes ? default : _buffer.AsMemory(_start, (int)length);
                _start = _scanned = next;
                return true;
            }

            _scanned = _end;
            if (_isOver)
            {
                (line, length) = (default, 0);
                return false;
            }

            if (_end - _start > maxLineBytes + 1) // one more than allowed: it could be the CR of a CR LF
            {
                length = Skip();
                line = default;
                return true;
            }

            Fill();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private long Skip()
    {
        long length = _end - _start;
        var last = _buffer[_end - 1];
        _start = _scanned = _end = 0;
        while (!_isOver)
        {
            Fill();
            var at = _buffer.AsSpan(0, _end).IndexOf((byte)'\n');
            var end = at >= 0 ? at : _end;
            length += end;
            if (end > 0) last = _buffer[end - 1];
            if (at >= 0)
            {
                _start = _scanned = at + 1;
                break;
            }

            _end = 0;
        }

        return last == '\r' ? length - 1 : length;
    }

    private void Fill()
    {
        if (_start > 0 && _end == _buffer.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_end, _scanned, _start) = (_end - _start, _scanned - _start, 0);
        }

        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        _isOver = count == 0;
    }
}
