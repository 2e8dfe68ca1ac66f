using System.Text;

namespace Heliograph.Fuzz;

/// <summary>Makes good input worse.</summary>
internal static class Mutation
{
    private static readonly byte[][] Odd =
    [
        [0], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], "\u202E"u8.ToArray(), "\u200B"u8.ToArray(), "\uFEFF"u8.ToArray(), "\u2028"u8.ToArray(), "😀"u8.ToArray(),
        "\u001b[31m"u8.ToArray(), "\r\n\r\n"u8.ToArray(), "\""u8.ToArray(), "“"u8.ToArray(), "("u8.ToArray(), "…"u8.ToArray(), ". "u8.ToArray(), " said "u8.ToArray(),
        " of the "u8.ToArray(), ", "u8.ToArray(), "\\u0000"u8.ToArray(), "\\ud800"u8.ToArray(), "1e999"u8.ToArray(), "9223372036854775808"u8.ToArray(), "%00"u8.ToArray(), "'; --"u8.ToArray(),
    ];

    /// <summary>A few changes: bytes flipped, cut out, doubled, repeated very often, or odd ones put in.</summary>
    /// <param name="good">What to begin with; left as it is.</param>
    /// <param name="random">Chooses.</param>
    /// <param name="own">What the door's own inputs are made of, to be put in as well.</param>
    public static byte[] Of(ReadOnlySpan<byte> good, Random random, params ReadOnlySpan<string> own)
    {
        var bytes = good.ToArray();
        for (var changes = random.Next(1, 8); changes > 0; changes--) bytes = Once(bytes, random, own);
        return bytes;
    }

    private static byte[] Once(byte[] bytes, Random random, ReadOnlySpan<string> own)
    {
        const int MostRepeated = 20_000; // bytes
        var at = random.Next(bytes.Length + 1);
        var end = at + random.Next(Math.Min(bytes.Length - at, 200) + 1);
        switch (random.Next(6))
        {
            case 0 when at < bytes.Length:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1: return [.. bytes[..at], .. bytes[end..]];
            case 2: return [.. bytes[..end], .. bytes[at..]];
            case 3 when random.Next(4) == 0: return bytes[..at];
            case 4 when random.Next(4) == 0:
                var piece = random.Next(2) == 0 && end > at ? bytes[at..end] : Piece(random, own);
                return [.. bytes[..at], .. Enumerable.Repeat(piece, random.Next(1, 1 + (MostRepeated / piece.Length))).SelectMany(piece => piece), .. bytes[at..]];
            default: return [.. bytes[..at], .. Piece(random, own), .. bytes[at..]];
        }
    }

    private static byte[] Piece(Random random, ReadOnlySpan<string> own) =>
        own.Length > 0 && random.Next(2) == 0 ? Encoding.UTF8.GetBytes(own[random.Next(own.Length)]) : Odd[random.Next(Odd.Length)];
}
