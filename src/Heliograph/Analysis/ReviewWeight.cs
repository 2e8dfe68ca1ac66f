using System.Globalization;

namespace Heliograph.Analysis;

/// <summary>Which entries people should look at first: the uncertain ones that matter.</summary>
/// <remarks>
/// <para>Uncertain, from 0 to 1: 4c(1 − c) for a confidence of c, which is 1 at a half and 0 at either end. Below a half it is never
/// less than a half, for such an entry is shown though it is likely wrong. Without a confidence it is a half. A dispute lifts it
/// halfway to 1.</para>
/// <para>Important, above 0: the weight of the class (material conflict 1, verbal conflict and material cooperation 0.7, verbal cooperation
/// 0.5, statements 0.4, of those denials and accusations 0.6); times 1.5 for ASSAULT and COERCE; plus a tenth for each doubling of the people it
/// befell; times 1 and a quarter more for each doubling of its origins; times 1 and a quarter more for each registered actor, up to two.</para>
/// <para>The weights are ours, by judgement: nobody measured what analysts check first. Every number is rounded to four places, so
/// that the order is the same on every machine.</para>
/// </remarks>
public static class ReviewWeight
{
    private const double Unknown = 0.5;         // how uncertain an entry without a confidence is
    private const double Doubtful = 0.5;        // the least for one that is more likely wrong than right
    private const double Harm = 1.5;            // of types that befall people
    private const double OfDoubling = 0.1;      // of people
    private const double OfOrigins = 0.25;      // of origins, each doubling
    private const double OfActor = 0.25;        // each, up to two
    private const int MostActors = 2;

    /// <summary>How much there is to learn from a look at it, from 0 to 1.</summary>
    public static double Uncertain(ReviewSigns signs)
    {
        var plain = signs.Confidence is { } sure ? 4 * sure * (1 - sure) : Unknown;
        if (signs.Confidence < 0.5) plain = Math.Max(plain, Doubtful);
        return Short(signs.IsDisputed ? (1 + plain) / 2 : plain);
    }

    /// <summary>How much hangs on it, above 0.</summary>
    public static double Important(ReviewSigns signs)
    {
        var weight = signs.Quad switch
        {
            4 => 1,
            2 or 3 => 0.7,
            1 => 0.5,
            _ => signs.Type is "deny" or "accuse" or "admit" ? 0.6 : 0.4,
        };
        if (signs.Type is "ASSAULT" or "COERCE") weight *= Harm;
        weight += OfDoubling * Doublings(signs.People + 1);
        weight *= 1 + OfOrigins * Doublings(signs.Origins);
        return Short(weight * (1 + OfActor * Math.Min(MostActors, signs.Registered)));
    }

    /// <summary>The place in the queue: the highest comes first.</summary>
    public static double Of(ReviewSigns signs) => Short(Uncertain(signs) * Important(signs));

    /// <summary>What speaks for a look at it, in words, the strongest first; never empty.</summary>
    public static IReadOnlyList<string> Why(ReviewSigns signs)
    {
        var why = new List<string>();
        if (signs.IsDisputed) why.Add("read otherwise elsewhere");
        why.Add(signs.Confidence switch
        {
            null => "no confidence known",
            < 0.4 => string.Create(CultureInfo.InvariantCulture, $"more likely wrong ({signs.Confidence:0.00})"),
            <= 0.6 => string.Create(CultureInfo.InvariantCulture, $"even odds ({signs.Confidence:0.00})"),
            _ => string.Create(CultureInfo.InvariantCulture, $"confidence {signs.Confidence:0.00}"),
        });
        if (signs.People > 0) why.Add(string.Create(CultureInfo.InvariantCulture, $"{signs.People:N0} {(signs.People == 1 ? "person" : "people")}"));
        if (signs.Origins > 1) why.Add(string.Create(CultureInfo.InvariantCulture, $"{signs.Origins} origins tell it"));
        if (signs.Registered > 0) why.Add(signs.Registered == 1 ? "a registered actor" : string.Create(CultureInfo.InvariantCulture, $"{signs.Registered} registered actors"));
        return why;
    }

    // Logarithms of the system differ between machines in their last digits; whole doublings and the share of the next do not
    private static double Doublings(long count)
    {
        if (count <= 1) return 0;
        var whole = 63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)count);
        return whole + (count - (1L << whole)) / (double)(1L << whole);
    }

    private static double Short(double value) => Math.Round(value, 4);
}
