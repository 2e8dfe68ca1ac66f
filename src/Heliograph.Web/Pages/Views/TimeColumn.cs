using System.Collections.Immutable;
using System.Globalization;

namespace Heliograph.Web.Pages.Views;

/// <summary>One stretch of a timeline and its events.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Until">The first day behind it.</param>
/// <param name="Step">How long it is.</param>
/// <param name="Counts">Events by class and standing: sixteen numbers, as <see cref="At"/> finds them.</param>
public sealed record TimeColumn(DateOnly From, DateOnly Until, TimeStep Step, ImmutableArray<long> Counts)
{
    /// <summary>How many events there are of a class, 1 to 4, and a standing.</summary>
    public long this[int quad, Standing standing] => Counts[At(quad, standing)];

    /// <summary>How many events there are.</summary>
    public long Total => Counts.Sum();

    /// <summary>How many events there are of a class, 1 to 4.</summary>
    public long OfQuad(int quad) => StandingNames.All.Sum(standing => this[quad, standing]);

    /// <summary>How many events there are of a standing.</summary>
    public long Of(Standing standing) => Enumerable.Range(1, 4).Sum(quad => this[quad, standing]);

    /// <summary>Where the number of a class, 1 to 4, and a standing stands.</summary>
    public static int At(int quad, Standing standing) => ((quad - 1) * 4) + StandingNames.All.IndexOf(standing);

    /// <summary>The stretch in words: <c>3 March 2031</c>, <c>week of 3 March 2031</c>, <c>March 2031</c>, <c>2031</c>.</summary>
    public string Name => Step switch
    {
        TimeStep.Day => Day("d MMMM yyyy"),
        TimeStep.Week => "week of " + Day("d MMMM yyyy"),
        TimeStep.Month => Day("MMMM yyyy"),
        _ => Day("yyyy"),
    };

    /// <summary>The same in few letters.</summary>
    public string Brief => Day(Step switch { TimeStep.Day or TimeStep.Week => "d MMM yyyy", TimeStep.Month => "MMM yyyy", _ => "yyyy" });

    /// <summary>What a mark on the axis says, without the year.</summary>
    public string Mark => Day(Step switch { TimeStep.Day or TimeStep.Week => "d MMM", TimeStep.Month => "MMM", _ => "yyyy" });

    private string Day(string form) => From.ToString(form, CultureInfo.InvariantCulture);
}
