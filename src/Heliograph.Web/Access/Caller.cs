namespace Heliograph.Web.Access;

/// <summary>Who makes a request.</summary>
/// <param name="Name">The name of their token; null where none is asked for.</param>
/// <param name="Right">What they may do.</param>
internal sealed record Caller(string? Name, Right Right);
