namespace Heliograph.Store;

/// <summary>How one entry differs between two runs.</summary>
/// <param name="Input">The input it was read from.</param>
/// <param name="Change"><c>new</c>, <c>gone</c> or <c>changed</c>.</param>
/// <param name="Before">The entry's id in the first run; null where it is new.</param>
/// <param name="After">The entry's id in the second run; null where it is gone.</param>
/// <param name="Why"><c>text</c> where the input's text is another, <c>version</c> where the program or its model is,
/// <c>learnt</c> where what was learnt from local corrections is, else <c>settings</c>.</param>
public sealed record Difference(string Input, string Change, string? Before, string? After, string Why);
