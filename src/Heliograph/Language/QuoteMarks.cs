using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Where each token stands to the quotation marks of its paragraph, as a feature to learn from.</summary>
internal static class QuoteMarks
{
    /// <summary>A place; the number is part of the trained weights.</summary>
    public enum Place : byte
    {
        /// <summary>Not between marks.</summary>
        Outside,

        /// <summary>The opening mark.</summary>
        Opening,

        /// <summary>The first token after it.</summary>
        First,

        /// <summary>Between the marks.</summary>
        Inside,

        /// <summary>Between the marks, in a sentence that began there.</summary>
        GoesOn,

        /// <summary>The closing mark.</summary>
        Closing,

        /// <summary>Right after the closing mark.</summary>
        After,

        /// <summary>Right before the opening mark.</summary>
        Before,

        /// <summary>After a mark that has no pair in its paragraph.</summary>
        Unclosed,

        /// <summary>Between marks that hold few words.</summary>
        Few,
    }

    private const int MaxFew = 5; // tokens

    /// <summary>Fills in the place of each token. Time: linear.</summary>
    /// <param name="text">The text.</param>
    /// <param name="segments">Its tokens, sentences and paragraphs.</param>
    /// <param name="places">Filled: one a token.</param>
    public static void Fill(string text, Segmentation segments, Span<Place> places)
    {
        places.Clear();
        foreach (var paragraph in segments.Paragraphs)
        {
            var open = -1;
            for (var i = paragraph.Start; i < paragraph.End; i++)
            {
                var facing = Facing(text, segments.Tokens[i], open >= 0);
                if (facing > 0)
                {
                    if (open >= 0) places[open..i].Fill(Place.Unclosed);
                    open = i;
                }
                else if (facing < 0 && open >= 0)
                {
                    Close(open, i, paragraph, places);
                    open = -1;
                }
            }

            if (open >= 0) places[open..paragraph.End].Fill(Place.Unclosed);
        }

        foreach (var sentence in segments.Sentences)
        {
            for (var i = sentence.Start; i < sentence.End && places[i] == Place.Inside; i++) places[i] = Place.GoesOn;
        }
    }

    private static void Close(int open, int close, TokenSpan paragraph, Span<Place> places)
    {
        places[open] = Place.Opening;
        places[(open + 1)..close].Fill(close - open - 1 <= MaxFew ? Place.Few : Place.Inside);
        if (close - open - 1 > MaxFew) places[open + 1] = Place.First;
        places[close] = Place.Closing;
        if (open > paragraph.Start && places[open - 1] == Place.Outside) places[open - 1] = Place.Before;
        if (close + 1 < paragraph.End) places[close + 1] = Place.After;
    }

    // 1: opens, −1: closes, 0: no mark. A straight mark opens where none is open.
    private static int Facing(string text, TextSpan token, bool isOpen)
    {
        if (token.Length > 2) return 0;
        var c = text[token.Start];
        if (token.Length == 2 && (c is not ('\'' or '`') || text[token.Start + 1] != c)) return 0;
        return c switch
        {
            '“' or '„' or '«' => 1,
            '`' when token.Length == 2 => 1,
            '”' or '»' => -1,
            '"' or '＂' => isOpen ? -1 : 1,
            '\'' when token.Length == 2 => isOpen ? -1 : 1,
            _ => 0,
        };
    }
}
