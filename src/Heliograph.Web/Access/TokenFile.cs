using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Heliograph.Web.Access;

/// <summary>The file of tokens beside a ledger: names, rights and hashes, readable for its owner only.</summary>
/// <remarks>
/// A token is 256 random bits, so its plain SHA-256 tells nobody what it was. The file is read for every request: a
/// token that is taken out opens nothing from then on.
/// </remarks>
/// <param name="path">The file; it need not be there yet.</param>
public sealed class TokenFile(string path)
{
    private const string Mark = "hg_"; // so that scanners of secrets, and people, know what they have found
    private const string Head = "# Tokens of heliograph serve: name, right, made, SHA-256 of the token. Written by heliograph serve tokens.\n";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Whether a name can be a token's: 1 to 64 letters, digits, dots, hyphens and underscores of ASCII.</summary>
    public static bool IsName(string name) =>
        name.Length is >= 1 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    /// <summary>Every token, in the order they were made; empty where there is no file.</summary>
    /// <exception cref="InvalidDataException">A line of the file is no token's.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ImmutableArray<TokenRow> All()
    {
        if (!File.Exists(path)) return [];
        var rows = ImmutableArray.CreateBuilder<TokenRow>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split('\t') is not [var name, var right, var made, { Length: 64 } hash] || !IsName(name)
                || !Enum.TryParse<Right>(right, ignoreCase: true, out var opens)
                || !DateTimeOffset.TryParseExact(made, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}: line {number}: found a line that is no token's, expected name, right, time and hash. Take the line out, or remove the file and make new tokens."));
            }

            rows.Add(new(name, opens, at, hash));
        }

        return rows.ToImmutable();
    }

    /// <summary>Makes a token.</summary>
    /// <param name="name">Its name; see <see cref="IsName"/>.</param>
    /// <param name="right">What it opens.</param>
    /// <param name="at">When it is made.</param>
    /// <returns>The token, which is kept nowhere; null where one of this name is there.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public string? Add(string name, Right right, DateTimeOffset at)
    {
        if (!IsName(name)) throw new ArgumentException($"Found '{name}', expected a name of letters, digits, dots, hyphens and underscores. Check it with IsName.", nameof(name));
        var rows = All();
        if (rows.Any(row => row.Name == name)) return null;
        var token = Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Write(rows.Add(new(name, right, at, Convert.ToHexStringLower(Hash(token)))));
        return token;
    }

    /// <summary>Takes a token out.</summary>
    /// <returns>False where there is none of this name.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public bool Remove(string name)
    {
        var rows = All();
        if (!rows.Any(row => row.Name == name)) return false;
        Write(rows.RemoveAll(row => row.Name == name));
        return true;
    }

    /// <summary>The row of a token that somebody shows, or null where it is none of ours.</summary>
    /// <remarks>The time it takes tells nothing of the token: every row is compared, each in constant time.</remarks>
    public TokenRow? Find(string token)
    {
        var shown = Hash(token);
        TokenRow? found = null;
        foreach (var row in All())
        {
            if (CryptographicOperations.FixedTimeEquals(shown, Convert.FromHexString(row.Hash))) found = row;
        }

        return found;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Utf8.GetBytes(token));

    // Whole or not at all, and never readable for others, not even for a moment
    private void Write(ImmutableArray<TokenRow> rows)
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var lines = rows.Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Name}\t{row.Right.ToString().ToLowerInvariant()}\t{row.Made.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\t{row.Hash}\n"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var part = path + ".part";
        File.Delete(part); // an old one would keep its own mode
        using (var file = new FileStream(part, options)) file.Write(Utf8.GetBytes(Head + string.Concat(lines)));
        File.Move(part, path, overwrite: true);
    }
}
