using System.Runtime.CompilerServices;

namespace Heliograph.Reading;

/// <summary>How input is read, and how much of it at most.</summary>
public sealed record ReadOptions
{
    /// <summary>The options every command uses unless told otherwise.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>The form of every input.</summary>
    public InputFormat Format { get; init; }

    /// <summary>The day of publication of reports that name none themselves.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Whether a report that does not look English is read all the same.</summary>
    public bool Force { get; init; }

    /// <summary>Size above which a file, page or line is refused. Unit: bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int MaxReportBytes { get; init => field = Positive(value); } = 16 * 1024 * 1024;

    /// <summary>Words and signs of a text behind which it is cut, with a warning: those of a long chapter of a book.</summary>
    /// <remarks>They are counted by <see cref="TextLength"/>, the same on every machine and with every model.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int MaxTokens { get; init => field = Positive(value); } = 50_000;

    /// <summary>Depth of nested elements above which a web page is refused before it is parsed; browsers stop at 512 too.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int MaxElementDepth { get; init => field = Positive(value); } = 512;

    /// <summary>Number of elements, and of end tags, above which a web page is refused before it is parsed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int MaxElements { get; init => field = Positive(value); } = 100_000;

    /// <summary>Number of attributes of one element above which a web page is refused before it is parsed.</summary>
    /// <remarks>The parser compares each with all before it: 20,000 on one element take seconds.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int MaxAttributes { get; init => field = Positive(value); } = 128;

    /// <summary>Depth of nested arrays and objects above which a JSON line is refused.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int MaxJsonDepth { get; init => field = Positive(value); } = 64;

    private static int Positive(int value, [CallerMemberName] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);
        return value;
    }
}
