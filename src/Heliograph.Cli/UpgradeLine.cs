using System.Globalization;

namespace Heliograph.Cli;

/// <summary>One line that says how far an older ledger has been brought up to date.</summary>
internal sealed class UpgradeLine(TextWriter terminal, bool isShown, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(0.5);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _next = TimeSpan.FromSeconds(1); // a small ledger shows nothing
    private bool _isThere;

    /// <summary>Shows the line anew, twice a second at most.</summary>
    public void Show(long done, long all)
    {
        var elapsed = clock.GetElapsedTime(_start);
        if (!isShown || elapsed < _next) return;
        _next = elapsed + Every;
        _isThere = true;
        terminal.Write(string.Create(CultureInfo.InvariantCulture, $"\rBringing the ledger up to date: {done:N0} of {all:N0} reports"));
        terminal.Flush();
    }

    /// <summary>Ends the line, where it was shown.</summary>
    public void End()
    {
        if (_isThere) terminal.WriteLine();
    }
}
