using System.Net;
using System.Threading.RateLimiting;

namespace Heliograph.Web.Access;

/// <summary>How often one address may show a token that is none: tokens cannot be guessed, and nobody needs to try.</summary>
internal sealed class SignInTries : IDisposable
{
    /// <summary>Wrong tokens of one address in a minute.</summary>
    public const int Most = 10;

    private readonly PartitionedRateLimiter<IPAddress> _tries = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = Most, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Whether the address may try again.</summary>
    public bool MayTry(IPAddress address)
    {
        using var lease = _tries.AttemptAcquire(address, 0);
        return lease.IsAcquired;
    }

    /// <summary>Counts a wrong one.</summary>
    public void Count(IPAddress address) => _tries.AttemptAcquire(address).Dispose();

    /// <inheritdoc/>
    public void Dispose() => _tries.Dispose();
}
