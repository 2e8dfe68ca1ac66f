namespace Heliograph.Web.Pages.Runs;

/// <summary>How fast a run went.</summary>
/// <param name="Took">How long it took, or has taken until now.</param>
/// <param name="Reports">Reports a second; null where the clock tells no time.</param>
/// <param name="Entries">Entries a second; null where the clock tells no time, or nobody counted them.</param>
public sealed record RunRate(TimeSpan Took, double? Reports, double? Entries)
{
    /// <summary>The rate of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="entries">How many entries it found; null where nobody counted them.</param>
    /// <param name="now">The time, for a run that has not ended.</param>
    public static RunRate Of(Store.Run run, long? entries, DateTimeOffset now)
    {
        var took = (run.Ended ?? now) - run.Began;
        return took < TimeSpan.FromSeconds(1) // a ledger keeps whole seconds
            ? new(took, null, null)
            : new(took, run.Reports / took.TotalSeconds, entries / took.TotalSeconds);
    }
}
