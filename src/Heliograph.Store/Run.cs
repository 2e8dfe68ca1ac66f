namespace Heliograph.Store;

/// <summary>One run of the program over its input.</summary>
/// <param name="Number">Its number, from 1 up.</param>
/// <param name="Reader">The program and the model that read.</param>
/// <param name="Settings">The options that bear on what is read.</param>
/// <param name="Began">When it began, in UTC.</param>
/// <param name="Ended">When it ended, in UTC; null where it still runs or was stopped short.</param>
/// <param name="Reports">How many reports it read.</param>
/// <param name="Refused">How many inputs it could not read.</param>
public sealed record Run(
    long Number, string Reader, string Settings, DateTimeOffset Began, DateTimeOffset? Ended, long Reports, long Refused);
