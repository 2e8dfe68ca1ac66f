using System.Globalization;

namespace Heliograph.Cli;

/// <summary>How long the reading of one report may take, from now on.</summary>
/// <param name="limit">How long, by the clock on the wall: on a busy machine a report may pass it that does not on an idle one.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class TimeLimit(TimeSpan limit, TimeProvider clock)
{
    private readonly long _began = clock.GetTimestamp();

    /// <summary>What is found where it is over, for a message.</summary>
    public string Found => string.Create(CultureInfo.InvariantCulture, $"that reading it takes longer than {limit.TotalSeconds:0.###} s (--time-limit)");

    /// <summary>Ends the reading where it is over.</summary>
    /// <exception cref="TimeoutException">It is over.</exception>
    public void Check()
    {
        if (clock.GetElapsedTime(_began) > limit) throw new TimeoutException();
    }
}
