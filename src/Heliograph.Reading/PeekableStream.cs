using System.Runtime.ExceptionServices;

namespace Heliograph.Reading;

/// <summary>A stream whose first bytes can be looked at before they are read, and that counts what is read.</summary>
internal sealed class PeekableStream(Stream inner, ReadProgress? progress) : Stream
{
    private const int Fewest = 64; // bytes; a pipe may hand out the first line long before the second

    private byte[] _head = [];
    private ExceptionDispatchInfo? _error;
    private int _position;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The first bytes, as many as came at once, but no fewer than a format shows itself by; they are still read afterwards.</summary>
    /// <remarks>To be called before any reading. An error of the system comes when what was read before it is used up.</remarks>
    public ReadOnlySpan<byte> Peek(int most)
    {
        if (_head.Length > 0) return _head;
        var buffer = new byte[most];
        var length = 0;
        try
        {
            while (length < Fewest && inner.Read(buffer.AsSpan(length)) is > 0 and var count) length += count;
        }
        catch (IOException e)
        {
            _error = ExceptionDispatchInfo.Capture(e);
        }

        return _head = buffer[..length];
    }

    /// <summary>All the bytes up to one more than a limit; the one more shows that there are too many.</summary>
    public byte[] ReadUpTo(int limit)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        while (bytes.Length <= limit && Read(buffer) is > 0 and var count)
        {
            bytes.Write(buffer, 0, (int)Math.Min(count, limit + 1 - bytes.Length));
        }

        return bytes.ToArray();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _head.Length - _position);
        if (count > 0)
        {
            _head.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
        }
        else
        {
            _error?.Throw();
            count = inner.Read(buffer);
        }

        progress?.AddBytes(count);
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
