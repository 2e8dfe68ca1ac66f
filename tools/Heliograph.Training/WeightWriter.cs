using System.Runtime.InteropServices;
using System.Text;

namespace Heliograph.Training;

/// <summary>Writes a file of weights as <see cref="Language.WeightFile"/> reads it.</summary>
internal sealed class WeightWriter
{
    private readonly List<byte> _bytes = [];

    /// <param name="kind">Four letters that name the kind of file.</param>
    /// <param name="version">The version of its layout.</param>
    public WeightWriter(string kind, int version)
    {
        _bytes.AddRange(Encoding.ASCII.GetBytes(kind));
        _bytes.AddRange(BitConverter.GetBytes(version));
    }

    /// <summary>Adds a section of numbers or records of one size.</summary>
    public void Add<T>(ReadOnlySpan<T> section)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(section);
        _bytes.AddRange(BitConverter.GetBytes(bytes.Length));
        _bytes.AddRange(bytes);
    }

    /// <summary>The file so far.</summary>
    public byte[] ToArray() => _bytes.ToArray();
}
