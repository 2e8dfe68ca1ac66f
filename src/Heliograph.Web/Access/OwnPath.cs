namespace Heliograph.Web.Access;

/// <summary>Where a visitor is sent on to: a path of this server, never another's.</summary>
internal static class OwnPath
{
    private const int Longest = 2000;

    /// <summary>The path that was asked for where it is one of this server's own, else the first page.</summary>
    /// <param name="asked">What an address says; anything.</param>
    /// <remarks>Browsers take <c>//host</c>, <c>/\host</c> and <c>/ tab /host</c> for another server.</remarks>
    public static string Of(string? asked) =>
        asked is ['/', ..] and not ['/', '/', ..] and { Length: <= Longest }
        && asked.All(c => c is > ' ' and < '\u007F' and not '\\')
        && !asked.StartsWith("/sign-", StringComparison.Ordinal)
            ? asked
            : "/";
}
