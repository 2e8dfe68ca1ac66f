using System.Globalization;
using System.Text;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>How much people and programs may write into one field of a ledger, whichever door it comes by.</summary>
/// <remarks>Unit of every length: UTF-16 code units.</remarks>
internal static class FieldBounds
{
    private const int Reason = 2000;   // a page of it
    private const int Author = 200;
    private const int Actor = 200;     // the ids of registers are a tenth of it
    private const int Field = 40;
    private const int Value = 2000;    // a list of 150 spans
    private const int Note = 4000;     // of a run: what was refused, and why

    /// <summary>Looks at everything that a correction holds.</summary>
    /// <exception cref="LedgerException">A field is longer than its bound, or holds what is no text.</exception>
    public static void Check(Correction correction)
    {
        Check("a reason", correction.Reason, Reason, isOfLines: true);
        Check("a name of who says so", correction.Author, Author);
        Check("a field", correction.Field, Field);
        if (correction.Report is not null || correction.Verb is not (CorrectionVerb.Merge or CorrectionVerb.Split))
        {
            Check("a value", correction.Value, Value);
            return;
        }

        Named(correction.Anchor);
        if (correction.Verb == CorrectionVerb.Merge) Named(correction.Value);
    }

    /// <summary>A note of our own as it is kept: its beginning where it is long, and without what is no text.</summary>
    public static string Kept(string note)
    {
        var text = note.Length <= Note ? note : note[..(Note - 1)] + "…";
        return text.EnumerateRunes().Any(rune => rune.Value == 0 || rune == Rune.ReplacementChar)
            ? string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 ? Rune.ReplacementChar : rune))
            : text;
    }

    private static void Named(string? actor)
    {
        if (string.IsNullOrWhiteSpace(actor)) throw Wrong("found an actor without an id, expected the id of one. Name it.");
        Check("an id of an actor", actor, Actor);
    }

    private static void Check(string what, string? text, int most, bool isOfLines = false)
    {
        if (text is null) return;
        if (text.Length > most)
        {
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"found {what} of {text.Length:N0} characters, expected {most:N0} at most. Make it shorter."));
        }

        for (var i = 0; i < text.Length;)
        {
            var isText = Rune.TryGetRuneAt(text, i, out var rune);
            if (!isText || (Rune.IsControl(rune) && !(isOfLines && rune.Value is '\n' or '\r' or '\t')))
            {
                throw Wrong(string.Create(CultureInfo.InvariantCulture, $"found the character U+{(int)text[i]:X4} in {what}, expected text alone. Take it out."));
            }

            i += rune.Utf16SequenceLength;
        }
    }

    private static LedgerException Wrong(string message) => new(message) { IsOfQuestion = true };
}
