using System.Security.Cryptography;
using System.Text;

namespace Heliograph.Exports;

/// <summary>UUIDs of version 5 (RFC 9562): the same name gives the same one everywhere.</summary>
internal static class Uuid
{
    // Drawn once for Heliograph; to change it is to rename everything that was ever exported
    private static readonly byte[] Space = new Guid("5d0c6f5e-9a1b-4c58-8d4e-7a6d1b0f3c92").ToByteArray(bigEndian: true);

    /// <summary>The UUID of a thing by what it is and its id, such as <c>event</c> and 32 hex digits.</summary>
    public static string Of(string kind, string id)
    {
#pragma warning disable CA5350 // RFC 9562 says SHA-1 for version 5; nothing is kept secret by it
        var hash = SHA1.HashData([.. Space, .. Encoding.UTF8.GetBytes($"{kind} {id}")]);
#pragma warning restore CA5350
        hash[6] = (byte)(hash[6] & 0x0F | 0x50);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }

    /// <summary>The same as a URN.</summary>
    public static string Urn(string kind, string id) => "urn:uuid:" + Of(kind, id);
}
