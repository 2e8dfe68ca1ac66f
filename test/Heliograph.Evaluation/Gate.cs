namespace Heliograph.Evaluation;

/// <summary>Holds quality where it is: no measured score may fall below the floor pinned in <c>gold/floors.json</c>.</summary>
public static class Gate
{
    /// <summary>A fall smaller than this is one flipped label, not a regression. Unit: F1, from 0 to 1.</summary>
    public const double Noise = 0.0005;

    /// <summary>Compares what was measured with what is pinned.</summary>
    /// <param name="floors">Lowest accepted F1 of each task, such as <c>parse/en_ewt-dev/LAS</c>.</param>
    /// <param name="measured">F1 of each task on this build, from 0 to 1.</param>
    /// <returns>One line for each complaint; none when the gate is open.</returns>
    public static IEnumerable<string> Complaints(
        IReadOnlyDictionary<string, double> floors, IReadOnlyDictionary<string, double> measured)
    {
        foreach (var (task, floor) in floors)
        {
            if (!measured.TryGetValue(task, out var f1))
            {
                yield return $"{task}: not measured, but floors.json pins it. Run it, or take the pin out in its own commit.";
            }
            else if (f1 < floor - Noise)
            {
                yield return FormattableString.Invariant(
                    $"{task}: F1 {f1:0.0000} is below its floor {floor:0.0000}. See what changed: heliograph evaluate --verbose --layer {task.Split('/')[0]} --gold DIR");
            }
        }

        foreach (var task in measured.Keys.Except(floors.Keys))
        {
            yield return FormattableString.Invariant(
                $"{task}: measured ({measured[task]:0.0000}), but has no floor. Pin it in gold/floors.json.");
        }
    }
}
