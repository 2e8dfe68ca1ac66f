using System.Text;

namespace Heliograph.Language;

/// <summary>Names in the form in which they are compared: small letters without accents, points and possessives, single spaces.</summary>
internal static class CoreferenceKey
{
    /// <summary>The key of a name; empty where it holds neither letters nor digits.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        if (name.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || name.EndsWith("’s", StringComparison.OrdinalIgnoreCase)) name = name[..^2];
        var key = new StringBuilder(name.Length);
        var gap = false;
        foreach (var c in name)
        {
            if (c == '.' || c is '\'' or '’') continue;
            if (!char.IsLetterOrDigit(c))
            {
                gap = key.Length > 0;
                continue;
            }

            if (gap) key.Append(' ');
            gap = false;
            key.Append(NameKey.Plain(c));
        }

        var start = key.Length > 4 && key[0] == 't' && key[1] == 'h' && key[2] == 'e' && key[3] == ' ' ? 4 : 0;
        return key.ToString(start, key.Length - start);
    }

    /// <summary>Whether one letter inserted, left out or changed turns one word into the other.</summary>
    public static bool IsOneLetterOff(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length) return IsOneLetterOff(b, a);
        if (b.Length - a.Length > 1) return false;
        var same = a.CommonPrefixLength(b);
        return a.Length == b.Length
            ? same < a.Length && a[(same + 1)..].SequenceEqual(b[(same + 1)..])
            : a[same..].SequenceEqual(b[(same + 1)..]);
    }
}
