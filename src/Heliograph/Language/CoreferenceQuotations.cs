using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Which quotation each token stands in, by the marks alone.</summary>
/// <remarks>A quotation ends with its paragraph at the latest, so that a mark left open does not take the rest of the text.</remarks>
internal static class CoreferenceQuotations
{
    /// <summary>One element a token: the number of its quotation from 0, or −1.</summary>
    public static int[] Of(Document document)
    {
        var quotations = new int[document.Tokens.Length];
        var (count, open) = (0, false);
        foreach (var paragraph in document.Paragraphs)
        {
            open = false;
            for (var i = paragraph.Start; i < paragraph.End; i++)
            {
                var word = document[i].Text;
                var toggles = word is "\"" or "''" or "``";
                if (open && (toggles || word is "”" or "»"))
                {
                    (open, count) = (false, count + 1);
                    quotations[i] = -1;
                    continue;
                }

                if (!open && (toggles || word is "“" or "«"))
                {
                    open = true;
                    quotations[i] = -1;
                    continue;
                }

                quotations[i] = open ? count : -1;
            }

            if (open) count++;
        }

        return quotations;
    }
}
