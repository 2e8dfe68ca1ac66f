using Microsoft.AspNetCore.Http;

namespace Heliograph.Web;

/// <summary>The body of an answer, sent piece by piece; a caller who does not take a piece in time is let go of.</summary>
/// <param name="body">Where it goes.</param>
/// <param name="context">The request.</param>
/// <param name="settings">How long a piece may take.</param>
internal sealed class PatientBody(Stream body, HttpContext context, WebSettings settings) : Stream
{
    private const int Piece = 16 * 1024; // bytes

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) await body.WriteAsync(buffer, cancellationToken); // begins the answer
        for (var at = 0; at < buffer.Length; at += Piece) await InTime(body.WriteAsync(buffer.Slice(at, Math.Min(Piece, buffer.Length - at)), cancellationToken).AsTask());
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => InTime(body.FlushAsync(cancellationToken));

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => body.Write(buffer, offset, count); // which a server that only writes at its own pace refuses

    /// <inheritdoc/>
    public override void Flush() => body.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task InTime(Task sending)
    {
        if (!sending.IsCompleted)
        {
            try
            {
                await sending.WaitAsync(settings.Patience, settings.Clock, CancellationToken.None);
                return;
            }
            catch (TimeoutException) when (!sending.IsCompleted)
            {
                context.Abort();
                throw new OperationCanceledException("The caller did not take the answer in time.");
            }
        }

        await sending;
    }
}
