using System.Collections.Immutable;

namespace Heliograph.Cli;

/// <summary>What a variable or the file of settings says.</summary>
/// <param name="Setting">Of what.</param>
/// <param name="Values">One, or several of a list.</param>
/// <param name="Where">The variable, or the file and the key.</param>
internal sealed record SaidSetting(Setting Setting, ImmutableArray<string> Values, string Where)
{
    /// <summary>What is wrong with it: found, expected, what to do; null where nothing is.</summary>
    public string? Problem
    {
        get
        {
            if (Values.IsEmpty || Values.Any(string.IsNullOrWhiteSpace)) return $"{Where}: found nothing, expected a value. Take it out, or say what is meant.";
            if (Setting.IsSwitch && Values[0] is not ("true" or "false")) return $"{Where}: found '{Values[0]}', expected true or false. Say which.";
            return Values.Select(Setting.Refusal).FirstOrDefault(problem => problem is not null) is { } wrong ? $"{Where}: {wrong}" : null;
        }
    }

    /// <summary>The same as it would be typed; empty for what says that nothing is done.</summary>
    public IEnumerable<string> Typed() => !Setting.IsSwitch
        ? Values.Select(value => $"{Setting.Option}={value}")
        : Values[0] == "true" ? [Setting.Option] : [];
}
