using System.IO.Compression;
using System.Security.Cryptography;

namespace Heliograph.Web.Pages;

/// <summary>A file that pages load, as it is and packed.</summary>
/// <param name="Bytes">What it holds.</param>
/// <param name="Type">Its media type.</param>
public sealed record PageFile(byte[] Bytes, string Type)
{
    /// <summary>How it is packed, in the words of HTTP.</summary>
    public const string Packing = "br";

    private const int Smallest = 1000; // bytes; below, a packed answer saves no packet
    private const int Quality = 8;     // of 0 to 11; packs a bundle of 1 MB in some 100 ms, once, to a few per cent of what 11 makes
    private const int Window = 22;     // 4 MB, the usual one

    private readonly Lazy<byte[]> _packed = new(() => Pack(Bytes));

    /// <summary>A name of what it holds, which changes with it.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12];

    /// <summary>Whether packing it pays.</summary>
    public bool IsPacked => Bytes.Length >= Smallest;

    /// <summary>What it holds, packed on first use.</summary>
    public byte[] Packed => _packed.Value;

    private static byte[] Pack(byte[] bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, Window)
            ? packed[..length]
            : throw new InvalidOperationException($"Found no room to pack {bytes.Length} bytes, expected Brotli to keep to its own bound. Mend the bound.");
    }
}
