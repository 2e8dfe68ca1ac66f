namespace Heliograph.Web.Access;

/// <summary>A token as it is kept: not the token itself, only its hash.</summary>
/// <param name="Name">Whose it is, or what for; corrections made with it carry this name.</param>
/// <param name="Right">What it opens.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Hash">The SHA-256 of the token's ASCII characters; 64 lower-case hex digits.</param>
public sealed record TokenRow(string Name, Right Right, DateTimeOffset Made, string Hash);
