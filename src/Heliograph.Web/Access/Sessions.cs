using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Heliograph.Web.Access;

/// <summary>Who has signed in with a browser: random names of sessions, each standing for the hash of a token.</summary>
/// <remarks>
/// They live in memory only, so a restart ends them. A session opens no more than its token does at that moment: where
/// the token is taken out of its file, the session opens nothing. Kept are hashes, of sessions as of tokens.
/// </remarks>
/// <param name="clock">The clock of their end.</param>
internal sealed class Sessions(TimeProvider clock)
{
    /// <summary>How long a session lasts: a day's work.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    private const int Most = 1000; // at a time; the one that ends first makes room
    private const int MostOfOne = 20; // of one token, so that nobody signs the others out by signing in
    private const int Bits = 256;

    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset End)> _all = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _all.Count;

    /// <summary>Begins a session.</summary>
    /// <param name="token">The row of the token that was shown.</param>
    /// <returns>Its name, for the cookie.</returns>
    public string Begin(TokenRow token)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, ended) in _all)
        {
            if (ended.End <= now) _all.TryRemove(key, out _);
        }

        foreach (var (key, _) in _all.Where(session => session.Value.Token == token.Hash).OrderByDescending(session => session.Value.End).Skip(MostOfOne - 1)) _all.TryRemove(key, out _);
        while (_all.Count >= Most) _all.TryRemove(_all.MinBy(session => session.Value.End).Key, out _);
        var name = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bits / 8));
        _all[Key(name)] = (token.Hash, now + Length);
        return name;
    }

    /// <summary>The token that a session stands for; null where there is no such session, it has ended, or the token is void.</summary>
    /// <param name="name">What the cookie holds.</param>
    /// <param name="tokens">The tokens of this moment.</param>
    public TokenRow? Find(string name, TokenFile tokens) =>
        _all.TryGetValue(Key(name), out var session) && session.End > clock.GetUtcNow() ? tokens.All().FirstOrDefault(row => row.Hash == session.Token) : null;

    /// <summary>Ends a session; nothing where there is none.</summary>
    public void End(string name) => _all.TryRemove(Key(name), out _);

    private static string Key(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
