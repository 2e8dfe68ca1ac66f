using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Heliograph.Language;

/// <summary>A file of weights, read where it lies: nothing is parsed, and large tables are never copied.</summary>
/// <remarks>
/// Layout, little-endian: four letters that name the kind, a version (int), then sections in the order in which the
/// reader asks for them: a length in bytes (int), and the bytes. The weights inside the library lie in memory that is
/// mapped from the assembly's file for as long as the process lives.
/// </remarks>
internal sealed unsafe class WeightFile
{
    private readonly byte* _bytes;
    private readonly int _length;
    private readonly byte[]? _pinned; // keeps an array alive, where the bytes are no mapped resource
    private readonly string _name;
    private int _position = 8;

    private WeightFile(byte* bytes, int length, byte[]? pinned, string name, string kind, int version)
    {
        _bytes = bytes;
        (_length, _pinned, _name) = (length, pinned, name);
        var found = length < 8 ? "" : Encoding.ASCII.GetString(bytes, 4);
        var foundVersion = length < 8 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(new(bytes + 4, 4));
        if (found == kind && foundVersion == version) return;
        throw new FormatException(
            $"{name}: found '{found}' version {foundVersion} at byte 0, expected '{kind}' version {version}. " +
            "Train the weights again with this version of the code.");
    }

    /// <summary>Opens weights that ship inside the library.</summary>
    /// <exception cref="FormatException">The weights are of another kind or version.</exception>
    public static WeightFile OpenResource(string name, string kind, int version)
    {
        var stream = typeof(WeightFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(
            $"{name}: the library was built without these weights. " +
            "Train them, put them into a Weights folder and build again.");
        if (stream is UnmanagedMemoryStream mapped)
        {
            return new(mapped.PositionPointer, checked((int)mapped.Length), null, name, kind, version);
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return OpenBytes(bytes, name, kind, version);
    }

    /// <summary>Opens weights that were just trained, or read from elsewhere.</summary>
    /// <exception cref="FormatException">The weights are of another kind or version.</exception>
    public static WeightFile OpenBytes(ReadOnlySpan<byte> bytes, string name, string kind, int version)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(pinned);
        var start = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
        return new(start, bytes.Length, pinned, name, kind, version);
    }

    /// <summary>The next section.</summary>
    /// <exception cref="FormatException">The file ends before the section does.</exception>
    public WeightTable Next()
    {
        var length = _position + 4 > _length ? -1 : BinaryPrimitives.ReadInt32LittleEndian(new(_bytes + _position, 4));
        if (length < 0 || length > _length - _position - 4)
        {
            throw new FormatException(
                $"{_name}: the section at byte {_position} is said to hold {length} bytes, but the file has {_length}. " +
                "The file was cut short; train the weights again.");
        }

        var section = new WeightTable(_bytes + _position + 4, length, _pinned);
        _position += 4 + length;
        return section;
    }
}

/// <summary>One section of a <see cref="WeightFile"/>.</summary>
internal sealed unsafe class WeightTable(byte* bytes, int length, object? owner)
{
    /// <summary>What keeps the bytes where they are; null where the process does.</summary>
    public object? Owner { get; } = owner;

    /// <summary>The section's bytes.</summary>
    public ReadOnlySpan<byte> Bytes => new(bytes, length);

    /// <summary>The section's bytes as numbers or records of one size.</summary>
    public ReadOnlySpan<T> As<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes);
}
