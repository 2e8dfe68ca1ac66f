using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Heliograph.Reading;

/// <summary>Reads one line of JSON Lines.</summary>
internal ref struct JsonLine
{
    private const string Shape =
        "{\"id\"?, \"text\" or \"html\", \"title\"?, \"published\"?, \"url\"?, \"outlet\"?, \"language\"?, \"authors\"?}";

    private readonly string _source;
    private readonly long _number;
    private readonly ReadOptions _options;
    private Utf8JsonReader _reader;
    private ReadResult.Failure? _failure;

    private JsonLine(string source, long number, ReadOnlySpan<byte> line, ReadOptions options)
    {
        (_source, _number, _options) = (source, number, options);
        _reader = new(line, new JsonReaderOptions { MaxDepth = options.MaxJsonDepth });
    }

    /// <summary>Reads one report.</summary>
    /// <param name="source">The file as it was named.</param>
    /// <param name="number">The line's number, from 1.</param>
    /// <param name="line">The line without its end.</param>
    /// <param name="options">Limits, and what to do about other languages.</param>
    public static ReadResult Read(string source, long number, ReadOnlySpan<byte> line, ReadOptions options)
    {
        var reading = new JsonLine(source, number, line, options);
        if (PlainTextReader.InvalidUtf8(line) is { } at)
        {
            return reading.Fail(at, $"byte 0x{line[at]:X2}", "UTF-8", "Write the file as UTF-8");
        }

        try
        {
            return reading.ReadObject();
        }
        catch (JsonException e)
        {
            var column = e.BytePositionInLine ?? 0;
            var isOver = column >= line.Length;
            if (reading._reader.CurrentDepth >= options.MaxJsonDepth - 1 && !isOver && line[(int)column] is (byte)'[' or (byte)'{')
            {
                return reading.Fail(column, "arrays or objects nested too deep", $"at most {options.MaxJsonDepth} levels",
                    "Flatten the object");
            }

            var found = isOver ? "the line's end inside the object" : $"{Shown(line[(int)column..])}, where no JSON can have it";
            return reading.Fail(column, found, "one JSON object on one line",
                "Write each object with a JSON library, without line breaks in it");
        }
    }

    private ReadResult ReadObject()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            return Fail(_reader.TokenStartIndex, Kind(), $"an object {Shape}", "Write one object a line");
        }

        var draft = new ReportDraft
        {
            Source = _source,
            Place = string.Create(CultureInfo.InvariantCulture, $"line {_number}"),
            Input = string.Create(CultureInfo.InvariantCulture, $"{_source}:{_number}"),
            Text = "",
        };
        string? text = null, html = null;
        var names = new HashSet<string>();
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = _reader.TokenStartIndex;
            if (TakeString() is not { } name) return _failure!;
            if (!names.Add(name))
            {
                return Fail(start, $"the key {Shown(name)} a second time", "each key once", "Take one of the two out");
            }

            _reader.Read();
            switch (name)
            {
                case "id": draft = draft with { Input = Id() ?? draft.Input }; break;
                case "text": text = String(name); break;
                case "html": html = String(name); break;
                case "title": draft = draft with { Title = String(name) }; break;
                case "published": draft = draft with { Published = Date() }; break;
                case "url": draft = draft with { Url = String(name) }; break;
                case "outlet": draft = draft with { Outlet = String(name) }; break;
                case "language": draft = draft with { Language = Language() }; break;
                case "authors": draft = draft with { Authors = Authors() }; break;
                default: _reader.Skip(); break; // other programs' fields
            }

            if (_failure is not null) return _failure;
        }

        _reader.Read(); // what follows the object is no JSON, and says so itself
        if (text is null && html is null)
        {
            return Fail(0, "neither \"text\" nor \"html\"", $"an object {Shape}", "Give the report's words as \"text\"");
        }

        if (text is null) return HtmlReader.Read(html!, draft, _options);
        if (html is not null) draft = draft with { Warnings = ["Both \"text\" and \"html\" were given: \"text\" was read."] };
        return (draft with { Text = text }).Finish(_options);
    }

    private string? Id()
    {
        if (_reader.TokenType != JsonTokenType.Number) return String("id") is { Length: > 0 } id ? id : null;
        return Encoding.UTF8.GetString(_reader.ValueSpan); // as it is written: 1e999 and 20-digit numbers stay what they are
    }

    private string? String(string name)
    {
        if (_reader.TokenType == JsonTokenType.Null) return null;
        if (_reader.TokenType == JsonTokenType.String) return TakeString();
        _failure = Fail(_reader.TokenStartIndex, $"{Kind()} as \"{name}\"", "a string", "Write it in quotation marks");
        return null;
    }

    private DateOnly? Date()
    {
        var start = _reader.TokenStartIndex;
        if (String("published") is not { } text) return null;
        if (DateText.TryParse(text, out var date)) return date;
        _failure = Fail(start, $"the date {Shown(text)}", "a date such as 2021-08-17 or 2021-08-17T22:15:00Z",
            "Write it as year-month-day, or leave \"published\" out");
        return null;
    }

    private string? Language()
    {
        var start = _reader.TokenStartIndex;
        if (String("language") is not { } text) return null;
        var primary = text.AsSpan(0, text.AsSpan().IndexOfAny('-', '_') is >= 0 and var at ? at : text.Length);
        if (primary.Length == 2 && char.IsAsciiLetter(primary[0]) && char.IsAsciiLetter(primary[1]))
        {
            return primary.ToString().ToLowerInvariant();
        }

        _failure = Fail(start, $"the language {Shown(text)}", "an ISO 639-1 code such as \"en\"",
            "Write the two-letter code, or leave \"language\" out to have it guessed");
        return null;
    }

    private ImmutableArray<string> Authors()
    {
        if (_reader.TokenType != JsonTokenType.StartArray) return String("authors") is { Length: > 0 } one ? [one] : [];
        var authors = ImmutableArray.CreateBuilder<string>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (String("authors") is { } author) authors.Add(author);
            if (_failure is not null) return [];
        }

        return authors.ToImmutable();
    }

    private string? TakeString()
    {
        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException) // the reader's word for an escape that is half a surrogate pair
        {
            _failure = Fail(_reader.TokenStartIndex, "an escape such as \\uD800 that is half a character", "both halves, or neither",
                "Write the text with a JSON library");
            return null;
        }
    }

    private readonly string Kind() => _reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };

    private readonly ReadResult.Failure Fail(long column, string found, string expected, string remedy) =>
        new(_source, string.Create(CultureInfo.InvariantCulture, $"line {_number}, column {column + 1}"), found, expected, remedy);

    // The start of the rest of the line, in quotation marks, short enough for a message.
    private static string Shown(ReadOnlySpan<byte> rest) => Shown(Encoding.UTF8.GetString(rest[..Math.Min(rest.Length, 200)]));

    private static string Shown(string text)
    {
        var length = Math.Min(text.Length, 20);
        if (length < text.Length && char.IsHighSurrogate(text[length - 1])) length--;
        return length < text.Length ? $"'{text[..length]}…'" : $"'{text}'";
    }
}
