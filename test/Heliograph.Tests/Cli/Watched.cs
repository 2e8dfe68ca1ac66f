namespace Heliograph.Tests.Cli;

/// <summary>An output that does something when certain words are written to it.</summary>
internal sealed class Watched(Predicate<string> when, Action then) : MemoryStream
{
    public string Text => System.Text.Encoding.UTF8.GetString(ToArray());

    public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

    public override void Write(byte[] buffer, int offset, int count)
    {
        base.Write(buffer, offset, count);
        if (when(System.Text.Encoding.UTF8.GetString(buffer, offset, count))) then();
    }
}
