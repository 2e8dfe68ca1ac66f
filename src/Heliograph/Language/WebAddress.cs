using System.Buffers;
using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Finds the web or mail address in a chunk (a run without white space): one token, whatever signs it holds.</summary>
internal static class WebAddress
{
    private static readonly SearchValues<char> Enders = SearchValues.Create("<>\"“”|{}[]");
    private static readonly SearchValues<char> Trailers = SearchValues.Create(".,;:!?'’…*");

    /// <summary>Where the first address of a chunk lies; empty where there is none.</summary>
    /// <remarks>
    /// An address has <c>://</c> in it, begins with <c>www.</c>, or has letters, an <c>@</c> and a host with a dot.
    /// Signs that end a sentence are left out at its end, and a closing bracket that it did not open.
    /// </remarks>
    public static TextSpan Find(ReadOnlySpan<char> text, int start, int end)
    {
        var chunk = text[start..end];
        var scheme = chunk.IndexOf("://", StringComparison.Ordinal);
        var from = scheme > 0 ? SchemeStart(chunk, scheme) : chunk.IndexOf("www.", StringComparison.OrdinalIgnoreCase);
        if (from > 0 && scheme <= 0 && Letters.IsWord(chunk[from - 1])) from = -1;
        var found = from >= 0 ? WebEnd(chunk, from) : default;
        if (found == default) found = Mail(chunk);
        return found.Length < 4 ? default : new(start + found.Start, start + found.End);
    }

    private static int SchemeStart(ReadOnlySpan<char> chunk, int scheme)
    {
        var from = scheme;
        while (from > 0 && scheme - from < 12 && char.IsAsciiLetterOrDigit(chunk[from - 1])) from--;
        return from < scheme ? from : -1;
    }

    private static TextSpan WebEnd(ReadOnlySpan<char> chunk, int from)
    {
        var stop = chunk[from..].IndexOfAny(Enders);
        var address = stop < 0 ? chunk[from..] : chunk.Slice(from, stop);
        while (address.Length > 0)
        {
            var last = address[^1];
            var unopened = last == ')' && address.Count('(') < address.Count(')');
            if (!unopened && !Trailers.Contains(last)) break;
            address = address[..^1];
        }

        return new(from, from + address.Length);
    }

    private static TextSpan Mail(ReadOnlySpan<char> chunk)
    {
        var at = chunk.IndexOf('@');
        var (from, to) = (at, at + 1);
        while (from > 0 && (IsOfHost(chunk[from - 1]) || chunk[from - 1] is '+' or '%')) from--;
        while (to < chunk.Length && IsOfHost(chunk[to])) to++;
        while (to > at + 1 && chunk[to - 1] is '.' or '-' or '_') to--;
        return at > 0 && from < at && chunk[at..to].Contains('.') ? new(from, to) : default;

        static bool IsOfHost(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';
    }
}
