using System.Runtime.InteropServices;
using System.Text;

namespace Heliograph.Language.Networks;

/// <summary>Reads a file of weights that lies in memory, without copying the large parts.</summary>
/// <remarks>Little-endian; every array starts at a multiple of 64 bytes from the beginning of the file.</remarks>
internal sealed unsafe class ModelReader(byte* start, long length)
{
    /// <summary>Reads weights that ship with the library where they lie: its resources stay mapped in memory as long as the program runs.</summary>
    /// <exception cref="InvalidDataException">There are none of that name.</exception>
    public static ModelReader OfResource(string name) =>
        typeof(ModelReader).Assembly.GetManifestResourceStream(name) is UnmanagedMemoryStream stream
            ? new(stream.PositionPointer, stream.Length)
            : throw new InvalidDataException($"The library holds no model {name}. Train one as docs/model.md says, and build again.");

    /// <summary>Reads weights from memory; a copy is kept as long as the program runs.</summary>
    public static ModelReader OfCopy(ReadOnlySpan<byte> weights)
    {
        var copy = (byte*)NativeMemory.AlignedAlloc((nuint)weights.Length, 64);
        weights.CopyTo(new(copy, weights.Length));
        return new(copy, weights.Length);
    }

    /// <summary>What a file of weights begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "HELIONET"u8;

    /// <summary>The version of the format that this program reads.</summary>
    public const int Version = 1;

    private long _at;

    /// <summary>Checks what the file begins with.</summary>
    /// <exception cref="InvalidDataException">It is no file of weights, or of another version.</exception>
    public void Open()
    {
        if (length < 12 || !new ReadOnlySpan<byte>(start, 8).SequenceEqual(Magic))
        {
            throw new InvalidDataException("The model does not begin with HELIONET, as a file of weights does. Train it again as docs/model.md says.");
        }

        _at = 8;
        if (ReadInt32() is var version && version != Version)
        {
            throw new InvalidDataException($"The model has format {version}, this program reads {Version}. Train it again as docs/model.md says.");
        }
    }

    /// <summary>A number that tells files of weights apart: a hash of some of their bytes.</summary>
    public ulong Fingerprint
    {
        get
        {
            const int Step = 4096; // bytes; each training changes all weights
            var hash = (ulong)length;
            for (var i = 64L; i + sizeof(ulong) <= length; i += Step) hash = (hash ^ *(ulong*)(start + i)) * 0x9E3779B97F4A7C15 ^ hash >> 29;
            return hash;
        }
    }

    /// <summary>The next number of 64 bits.</summary>
    public ulong ReadUInt64() => *(ulong*)Take(sizeof(ulong));

    /// <summary>The next number.</summary>
    public int ReadInt32()
    {
        var value = *(int*)Take(sizeof(int));
        return value;
    }

    /// <summary>The next string.</summary>
    public string ReadString()
    {
        var count = ReadInt32();
        return Encoding.UTF8.GetString(Take(count), count);
    }

    /// <summary>The next list of strings.</summary>
    public string[] ReadStrings()
    {
        var strings = new string[ReadInt32()];
        for (var i = 0; i < strings.Length; i++) strings[i] = ReadString();
        return strings;
    }

    /// <summary>The next array, where it lies.</summary>
    public T* ReadArray<T>(long count) where T : unmanaged
    {
        _at = (_at + 63) & ~63L;
        return (T*)Take(count * sizeof(T));
    }

    /// <summary>The next array, copied to memory aligned for vectors; it is never freed: a model lives as long as the program.</summary>
    public T* CopyArray<T>(long count) where T : unmanaged
    {
        var source = ReadArray<T>(count);
        var copy = (T*)NativeMemory.AlignedAlloc((nuint)(count * sizeof(T)), 64);
        NativeMemory.Copy(source, copy, (nuint)(count * sizeof(T)));
        return copy;
    }

    private byte* Take(long bytes)
    {
        if (bytes < 0 || _at + bytes > length)
        {
            throw new InvalidDataException($"The model ends at byte {length}, expected {bytes} more from {_at}. Copy or train it again.");
        }

        var at = start + _at;
        _at += bytes;
        return at;
    }
}
