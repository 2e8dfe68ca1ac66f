using System.Text;
using System.Text.Encodings.Web;

namespace Heliograph.Ledger;

/// <summary>Decides what is escaped in the ledger's lines: what JSON demands, and what could mislead whoever prints
/// them: control characters, line separators, marks of writing direction and half characters.</summary>
/// <remarks>Everything else stays readable, letters, quotation marks and pictures alike. Not meant for use inside HTML.</remarks>
internal sealed class LineEncoder : JavaScriptEncoder
{
    public static LineEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => 6; // \uXXXX

    public override bool WillEncode(int unicodeScalar) =>
        unicodeScalar is '"' or '\\' or < 0x20 or (>= 0x7F and < 0xA0) || Printable.Hides(unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var i = 0; i < textLength; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < textLength && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i]) || WillEncode(text[i])) return i;
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var escaped = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ when WillEncode(unicodeScalar) => $"\\u{unicodeScalar:X4}",
            _ => new Rune(unicodeScalar).ToString(),
        };
        numberOfCharactersWritten = escaped.AsSpan().TryCopyTo(new(buffer, bufferLength)) ? escaped.Length : 0;
        return numberOfCharactersWritten > 0;
    }
}
