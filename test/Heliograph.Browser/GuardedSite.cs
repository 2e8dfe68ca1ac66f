using System.Diagnostics;

namespace Heliograph.Browser;

/// <summary>The real program asking for tokens, over its samples.</summary>
internal sealed class GuardedSite : IAsyncDisposable
{
    private readonly Process _program = new();

    /// <summary>Where the program listens, without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The token that it made and showed.</summary>
    public string Token { get; private set; } = "";

    public static async Task<GuardedSite> Start()
    {
        var site = new GuardedSite();
        site._program.StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "heliograph.dll"), "serve", "--demo", "--require-token", "--url", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
        };
        site._program.Start();
        while (site.Url.Length == 0 && await site._program.StandardError.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            site.Token = words.FirstOrDefault(word => word.StartsWith("hg_", StringComparison.Ordinal)) ?? site.Token;
            site.Url = words.FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal))?.TrimEnd(',') ?? "";
        }

        _ = site._program.StandardError.ReadToEndAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        _program.Kill();
        await _program.WaitForExitAsync();
        _program.Dispose();
    }
}
