namespace Heliograph.Web.Api;

/// <summary>Why a request was not answered, as RFC 9457 has it, with what was found, expected, and to be done next.</summary>
/// <param name="Title">What went wrong, in a few words.</param>
/// <param name="Status">The status code.</param>
/// <param name="Detail">The whole of it in a sentence or two.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Next">What to do.</param>
internal sealed record ProblemBody(string Title, int Status, string Detail, string? Found = null, string? Expected = null, string? Next = null);
