namespace Heliograph.Evaluation;

/// <summary>A sentence with one event in it, and how its words say that the event stands to the world.</summary>
/// <param name="Line">The line of the gold file, from 1.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Event">The event: trigger, type and factuality.</param>
/// <param name="IsHeldOut">Whether nobody looks at what is wrong with it: every third sentence.</param>
public sealed record MarkedEvent(int Line, string Text, GoldEvent Event, bool IsHeldOut)
{
    private const int HeldOut = 3; // every third

    /// <summary>Reads rows of type, factuality and sentence, parted by tabs, the trigger in square brackets; lines with # are passed over.</summary>
    /// <exception cref="FormatException">A row cannot be read; the message names its line.</exception>
    public static IEnumerable<MarkedEvent> Read(TextReader reader)
    {
        var row = 0;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            yield return Read(line, number, ++row % HeldOut == 0);
        }
    }

    private static MarkedEvent Read(string line, int number, bool isHeldOut)
    {
        if (line.Split('\t') is not [var type, var factuality, var sentence]
            || sentence.Split('[', ']') is not [var before, { Length: > 0 } trigger, var after])
        {
            throw new FormatException(
                $"line {number}: found '{line}', expected type, factuality and a sentence with one [trigger], parted by tabs. Mend the line.");
        }

        return new(
            number,
            before + trigger + after,
            new() { Id = $"line {number}", Types = [type], Trigger = new(before.Length, before.Length + trigger.Length), Factuality = factuality },
            isHeldOut);
    }
}
