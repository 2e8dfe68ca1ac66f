using System.Net;
using System.Threading.RateLimiting;

namespace Heliograph.Web.Access;

/// <summary>How often an address may show a token that is none, and an account may sign in.</summary>
/// <remarks>
/// The two are counted apart, so that nobody's wrong tokens shut out whoever shows a right one from behind the same
/// address: 256 random bits are not guessed, however often somebody tries.
/// </remarks>
internal sealed class SignInTries : IDisposable
{
    /// <summary>Wrong tokens of one address in a minute that are told to be wrong, and sign-ins of one account.</summary>
    public const int Most = 10;

    private readonly PartitionedRateLimiter<string> _tries = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new() { PermitLimit = Most, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Counts a wrong token, and says whether that was too many.</summary>
    public bool IsTooMany(IPAddress? address) => !Take("address " + Forwarding.Key(address));

    /// <summary>Counts a sign-in with a right token, and says whether that was too many.</summary>
    public bool IsTooMany(TokenRow account) => !Take("account " + account.Name);

    /// <inheritdoc/>
    public void Dispose() => _tries.Dispose();

    private bool Take(string who)
    {
        using var lease = _tries.AttemptAcquire(who);
        return lease.IsAcquired;
    }
}
