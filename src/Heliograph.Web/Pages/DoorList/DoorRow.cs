namespace Heliograph.Web.Pages.DoorList;

/// <summary>A door of the API, as its page lists it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Route">The route, with its parameters in braces.</param>
/// <param name="What">What it is for.</param>
/// <param name="Group">What it belongs to, such as <c>entries</c>.</param>
/// <param name="CanOpen">Whether a browser that follows a link gets an answer of use.</param>
public sealed record DoorRow(string Method, string Route, string What, string Group, bool CanOpen);
