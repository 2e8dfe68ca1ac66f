namespace Heliograph.Reading;

/// <summary>Walks over the tags and comments of a page as a tokenizer does, in one pass and without keeping anything.</summary>
/// <remarks>Where the standard leaves a choice it errs on the side of more tags. Follows the HTML Living Standard, section 13.2.5.</remarks>
internal ref struct HtmlTags(ReadOnlySpan<char> markup)
{
    private readonly ReadOnlySpan<char> _markup = markup;
    private int _position;

    /// <summary>The tag's name as written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The tag as written, from its name to before its <c>&gt;</c>; of a comment, all from behind its <c>&lt;</c> to the page's end.</summary>
    public ReadOnlySpan<char> Tag { get; private set; }

    /// <summary>Where the tag begins. Unit: UTF-16 code units.</summary>
    public int Start { get; private set; }

    /// <summary>Where what follows the tag begins. Unit: UTF-16 code units.</summary>
    public readonly int End => _position;

    /// <summary>Whether it is no tag but what no reader sees: a comment, a declaration or an instruction. It has no name then.</summary>
    public bool IsComment { get; private set; }

    /// <summary>Whether it is an end tag.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Whether it closes itself, as in <c>&lt;path/&gt;</c>.</summary>
    public bool ClosesItself { get; private set; }

    /// <summary>How many attributes it has.</summary>
    public int Attributes { get; private set; }

    /// <summary>Goes to the next tag or comment.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        while (_markup[_position..].IndexOf('<') is >= 0 and var at)
        {
            Start = _position + at;
            _position = Start + 1;
            var next = Peek(0);
            IsComment = next is '!' or '?' || (next == '/' && Start + 2 < _markup.Length && !char.IsAsciiLetter(Peek(1)));
            if (IsComment) return SkipComment();
            if (char.IsAsciiLetter(next)) return Take(isEnd: false);
            if (next == '/' && Start + 2 < _markup.Length)
            {
                _position++;
                return Take(isEnd: true);
            }
        }

        return false;
    }

    /// <summary>Goes to the end tag of an element whose content is text.</summary>
    public void SkipText(ReadOnlySpan<char> name)
    {
        while (_markup[_position..].IndexOf("</") is >= 0 and var at)
        {
            _position += at;
            var rest = _markup[(_position + 2)..];
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || EndsName(rest[name.Length]))) return;
            _position += 2;
        }

        _position = _markup.Length;
    }

    private readonly char Peek(int ahead) => _position + ahead < _markup.Length ? _markup[_position + ahead] : '\0';

    /// <summary>What parts names and values in a tag.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\n' or '\r' or '\t' or '\f';

    private static bool EndsName(char c) => IsSpace(c) || c is '/' or '>';

    private bool SkipComment()
    {
        (IsEnd, ClosesItself, Attributes) = (false, false, 0);
        Name = "";
        Tag = _markup[_position..];
        if (!_markup[_position..].StartsWith("!--"))
        {
            _position = _markup[_position..].IndexOf('>') is >= 0 and var close ? _position + close + 1 : _markup.Length;
            return true;
        }

        _position++; // <!--> and <!---> are whole comments
        while (_markup[_position..].IndexOf("--") is >= 0 and var at)
        {
            _position += at + 2;
            while (Peek(0) == '-') _position++;
            var length = Peek(0) == '>' ? 1 : Peek(0) == '!' && Peek(1) == '>' ? 2 : 0;
            _position += length;
            if (length > 0) return true;
        }

        _position = _markup.Length;
        return true;
    }

    private bool Take(bool isEnd)
    {
        (IsEnd, ClosesItself, Attributes) = (isEnd, false, 0);
        var start = _position;
        while (_position < _markup.Length && !EndsName(_markup[_position])) _position++;
        Name = _markup[start.._position];
        while (_position < _markup.Length)
        {
            var c = _markup[_position];
            if (c == '>')
            {
                ClosesItself = _markup[_position - 1] == '/';
                Tag = _markup[start.._position++];
                return true;
            }

            if (IsSpace(c) || c == '/') _position++;
            else SkipAttribute();
        }

        Tag = _markup[start..]; // cut off; counted all the same
        return true;
    }

    private void SkipAttribute()
    {
        Attributes++;
        _position++; // an equals sign in front belongs to the name
        while (_position < _markup.Length && !EndsName(_markup[_position]) && _markup[_position] != '=') _position++;
        var after = _position;
        while (IsSpace(Peek(0))) _position++;
        if (Peek(0) != '=')
        {
            _position = after;
            return;
        }

        _position++;
        while (IsSpace(Peek(0))) _position++;
        var quote = Peek(0);
        if (quote is '"' or '\'')
        {
            _position++;
            _position = _markup[_position..].IndexOf(quote) is >= 0 and var close ? _position + close + 1 : _markup.Length;
        }
        else
        {
            while (_position < _markup.Length && !IsSpace(_markup[_position]) && _markup[_position] != '>') _position++;
        }
    }
}
