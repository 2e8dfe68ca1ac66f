namespace Heliograph.Web.Pages;

/// <summary>A key of a page, as the dialog of its keys lists it.</summary>
/// <param name="Keys">The keys, with a space between one and the next: <c>j k</c>.</param>
/// <param name="What">What they do: <c>next, previous entry</c>.</param>
public sealed record PageKey(string Keys, string What);
