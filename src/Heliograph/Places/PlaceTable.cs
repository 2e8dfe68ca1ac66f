using System.Text;

namespace Heliograph.Places;

/// <summary>A table that ships with the library, sorted by its first column in the order of its bytes, searched where it lies.</summary>
/// <remarks>
/// Nothing is read when it is opened, and nothing is copied but the rows that are asked for: memory is the pages
/// that searches touch. Time of a search: logarithmic in the length of the table. Safe to share between threads.
/// </remarks>
internal sealed unsafe class PlaceTable
{
    private readonly string _file;
    private readonly byte* _bytes;
    private readonly int _start; // behind the comments
    private readonly int _end;
    private readonly object _owner; // keeps the bytes where they are

    private PlaceTable(string file, UnmanagedMemoryStream stream)
    {
        (_file, _owner, _end) = (file, stream, (int)stream.Length);
        _bytes = stream.PositionPointer;
        while (_start < _end && _bytes[_start] == '#') _start = NextLine(_start);
    }

    /// <summary>Opens a table of the library.</summary>
    /// <exception cref="InvalidOperationException">There is no such table, or it does not lie in memory.</exception>
    public static PlaceTable Open(string file) =>
        typeof(PlaceTable).Assembly.GetManifestResourceStream(file) is UnmanagedMemoryStream stream
            ? new(file, stream)
            : throw new InvalidOperationException($"The resource {file} is not in the library. Build it again with Places/Lexicons.");

    /// <summary>The rows with a key, in the order of the table; each row as its cells, the key among them.</summary>
    public IEnumerable<string[]> Rows(string key)
    {
        var wanted = Encoding.UTF8.GetBytes(key);
        for (var line = First(wanted); line < _end && Compare(line, wanted) == 0; line = NextLine(line))
        {
            yield return Cells(line);
        }
    }

    /// <summary>Whether there is a row with a key.</summary>
    public bool Holds(ReadOnlySpan<byte> key) => First(key) is var line && line < _end && Compare(line, key) == 0;

    /// <summary>Every row, in the order of the table. Time and memory: linear; for tests and checks.</summary>
    public IEnumerable<string[]> All()
    {
        for (var line = _start; line < _end; line = NextLine(line)) yield return Cells(line);
    }

    // The first line whose key is not before the wanted one; the end where there is none.
    private int First(ReadOnlySpan<byte> key)
    {
        var (low, high) = (_start, _end);
        while (low < high)
        {
            var line = LineAt(low + (high - low) / 2, low);
            if (Compare(line, key) < 0) low = NextLine(line);
            else high = line;
        }

        return low;
    }

    private int LineAt(int offset, int floor)
    {
        while (offset > floor && _bytes[offset - 1] != '\n') offset--;
        return offset;
    }

    private int NextLine(int line)
    {
        var length = new ReadOnlySpan<byte>(_bytes + line, _end - line).IndexOf((byte)'\n');
        return length < 0 ? _end : line + length + 1;
    }

    private int Compare(int line, ReadOnlySpan<byte> key)
    {
        var rest = new ReadOnlySpan<byte>(_bytes + line, _end - line);
        var tab = rest.IndexOf((byte)'\t');
        return rest[..(tab < 0 ? rest.Length : tab)].SequenceCompareTo(key);
    }

    private string[] Cells(int line)
    {
        var text = Encoding.UTF8.GetString(_bytes + line, NextLine(line) - line).TrimEnd('\n');
        GC.KeepAlive(_owner);
        return text.Split('\t');
    }

    /// <inheritdoc/>
    public override string ToString() => _file;
}
