namespace Heliograph.Web.Pages;

/// <summary>Why there is no page to show.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Detail">What was found, what was expected, what to do.</param>
public sealed record Trouble(int Status, string Title, string Detail);
