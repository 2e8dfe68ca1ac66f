namespace Heliograph.Reading;

/// <summary>How far a reading has come. Written by the thread that reads; any other may look at it meanwhile.</summary>
public sealed class ReadProgress
{
    private long _bytesRead;
    private long _totalBytes = -1;
    private int _articles;
    private int _failures;

    /// <summary>Bytes taken in so far, over all inputs.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>Bytes of all inputs together, or null while or because it cannot be known (standard input from a pipe).</summary>
    public long? TotalBytes => Interlocked.Read(ref _totalBytes) is >= 0 and var total ? total : null;

    /// <summary>Reports handed out so far.</summary>
    public int Articles => Volatile.Read(ref _articles);

    /// <summary>Failures handed out so far.</summary>
    public int Failures => Volatile.Read(ref _failures);

    internal void SetTotal(long? bytes) => Interlocked.Exchange(ref _totalBytes, bytes ?? -1);

    internal void AddBytes(long count) => Interlocked.Add(ref _bytesRead, count);

    internal void Count(ReadResult result)
    {
        if (result is ReadResult.Article) Interlocked.Increment(ref _articles);
        else Interlocked.Increment(ref _failures);
    }
}
