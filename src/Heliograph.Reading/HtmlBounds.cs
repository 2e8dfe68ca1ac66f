using System.Collections.Frozen;

namespace Heliograph.Reading;

/// <summary>Counts the elements of a page and how deep they nest, before anything parses it.</summary>
/// <remarks>
/// A parser takes time that grows with the square of the depth, and a page of half a megabyte can nest 100,000 deep. This
/// count follows the parser's rules for end tags left out, and for formatting left open, which the parser opens again in
/// every block that follows. It may err by a few; <see cref="HtmlReader"/> counts again while it parses.
/// </remarks>
internal sealed class HtmlBounds
{
    private const int SameFormatting = 3; // how often the parser reopens one and the same tag ("Noah's Ark")

    private static readonly FrozenDictionary<string, Kind> Kinds = Lexicon.Rows("HtmlElements.tsv", columns: 2)
        .ToFrozenDictionary(row => row[0], row => Enum.Parse<Kind>(row[1].Replace(' ', ','), ignoreCase: true));

    private readonly ReadOptions _options;
    private readonly List<Open> _open = [];
    private readonly List<Left> _left = [];
    private readonly Dictionary<ulong, int> _counts = [];
    private long _elements;
    private int _ends; // each may be looked for through all that is open
    private int _foreign;

    private HtmlBounds(ReadOptions options) => _options = options;

    [Flags]
    private enum Kind
    {
        None = 0,
        Root = 1,
        Void = 2,
        Raw = 4,
        Formatting = 8,
        Block = 16,
        Scope = 32,
        Foreign = 64,
    }

    /// <summary>What is too much about a page, or null where all of it can be parsed.</summary>
    /// <returns>Where (UTF-16 code units from the start), what was found, and what is allowed.</returns>
    public static (int At, string Found, string Expected)? Breach(ReadOnlySpan<char> markup, ReadOptions options)
    {
        var bounds = new HtmlBounds(options);
        var tags = new HtmlTags(markup);
        while (tags.MoveNext())
        {
            if (tags.IsComment) continue;
            if (tags.Attributes > options.MaxAttributes)
            {
                return (tags.Start, "an element of more attributes", FormattableString.Invariant($"at most {options.MaxAttributes:N0}"));
            }

            bounds.Count(ref tags);
            if (bounds._open.Count + bounds._left.Count > options.MaxElementDepth) return (tags.Start, "elements nested deeper", Deepest(options));
            if (bounds._elements > options.MaxElements || bounds._ends > options.MaxElements) return (tags.Start, "a page of more elements", Most(options));
        }

        return null;
    }

    public static string Deepest(ReadOptions options) => FormattableString.Invariant($"at most {options.MaxElementDepth:N0} levels");

    public static string Most(ReadOptions options) => FormattableString.Invariant($"at most {options.MaxElements:N0}");

    private void Count(ref HtmlTags tags)
    {
        Span<char> lower = stackalloc char[16]; // longer names have no kind
        var kind = Kind.None;
        if (tags.Name.Length <= lower.Length)
        {
            lower = lower[..tags.Name.ToLowerInvariant(lower)];
            Kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out kind);
        }

        if (kind.HasFlag(Kind.Root)) return;
        var name = Hash(tags.Name);
        if (tags.IsEnd)
        {
            _ends++;
            End(name, kind);
            return;
        }

        _elements++;
        if (kind.HasFlag(Kind.Block) || kind.HasFlag(Kind.Scope))
        {
            _elements += _left.Count;
            CloseBefore(lower);
        }

        if (kind.HasFlag(Kind.Void) || (_foreign > 0 && tags.ClosesItself)) return;
        if (kind.HasFlag(Kind.Raw) && _foreign == 0)
        {
            tags.SkipText(tags.Name);
            return; // its end tag finds nothing open
        }

        if (kind.HasFlag(Kind.Foreign)) _foreign++;
        _open.Add(new(name, kind, kind.HasFlag(Kind.Formatting) ? Hash(tags.Tag) : 0, _left.Count));
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
    }

    private void End(ulong name, Kind kind)
    {
        if (kind.HasFlag(Kind.Block)) _elements += _left.Count;
        if (kind.HasFlag(Kind.Formatting)) Forget(name);
        if (_counts.GetValueOrDefault(name) == 0)
        {
            if (name == Names.P) _elements++; // </p> alone makes an empty paragraph
            return;
        }

        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Name == name)
            {
                PopTo(i);
                return;
            }

            if (_open[i].Kind.HasFlag(Kind.Scope) && !kind.HasFlag(Kind.Scope)) return;
        }
    }

    // Elements whose end tag may be left out end where a neighbour begins.
    private void CloseBefore(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "li": Close([Names.Li], [Names.Ul, Names.Ol]); break;
            case "dd" or "dt": Close([Names.Dd, Names.Dt], [Names.Dl]); break;
            case "td" or "th": Close([Names.Td, Names.Th], [Names.Table]); return;
        }

        Close([Names.P], [Names.Button]);
    }

    private void Close(ReadOnlySpan<ulong> names, ReadOnlySpan<ulong> barriers)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (names.Contains(_open[i].Name))
            {
                PopTo(i);
                return;
            }

            if (_open[i].Kind.HasFlag(Kind.Scope) || barriers.Contains(_open[i].Name)) return;
        }
    }

    private void PopTo(int index)
    {
        for (var i = _open.Count - 1; i >= index; i--)
        {
            var open = _open[i];
            _counts[open.Name]--;
            if (open.Kind.HasFlag(Kind.Foreign)) _foreign--;
            if (open.Kind.HasFlag(Kind.Scope)) _left.RemoveRange(open.LeftBefore, Math.Max(0, _left.Count - open.LeftBefore));
            if (open.Kind.HasFlag(Kind.Formatting) && i > index) Leave(open);
        }

        _open.RemoveRange(index, _open.Count - index);
    }

    private void Leave(Open open)
    {
        var same = 0;
        foreach (var left in _left)
        {
            if (left.Tag == open.Tag) same++;
        }

        if (same < SameFormatting) _left.Add(new(open.Name, open.Tag));
    }

    private void Forget(ulong name)
    {
        var at = _left.FindLastIndex(left => left.Name == name);
        if (at >= 0) _left.RemoveAt(at);
    }

    // FNV-1a, 64 bits, of the lower-cased letters: the same on every machine.
    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ (char.IsAsciiLetterUpper(c) ? (uint)c | 0x20 : c)) * 1099511628211UL;
        return hash;
    }

    private readonly record struct Open(ulong Name, Kind Kind, ulong Tag, int LeftBefore);

    private readonly record struct Left(ulong Name, ulong Tag);

    private static class Names
    {
        public static readonly ulong P = Hash("p");
        public static readonly ulong Li = Hash("li");
        public static readonly ulong Ul = Hash("ul");
        public static readonly ulong Ol = Hash("ol");
        public static readonly ulong Dd = Hash("dd");
        public static readonly ulong Dt = Hash("dt");
        public static readonly ulong Dl = Hash("dl");
        public static readonly ulong Td = Hash("td");
        public static readonly ulong Th = Hash("th");
        public static readonly ulong Table = Hash("table");
        public static readonly ulong Button = Hash("button");
    }
}
