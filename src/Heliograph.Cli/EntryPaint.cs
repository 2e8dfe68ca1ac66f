using System.Text;
using Heliograph.Ledger;
using Spectre.Console;

namespace Heliograph.Cli;

/// <summary>Paints entries for a terminal.</summary>
internal static class EntryPaint
{
    private const int NoWrap = 1_000_000; // columns; the terminal wraps by itself, and copied lines stay whole

    /// <summary>Whether this terminal shows colours, and the person wants them (NO_COLOR).</summary>
    public static bool IsSupported =>
        AnsiConsole.Profile.Capabilities is { Ansi: true, ColorSystem: not ColorSystem.NoColors };

    /// <summary>The pieces with escape sequences for their colours.</summary>
    public static string Paint(IEnumerable<Piece> pieces)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = NoWrap;
        console.Profile.Encoding = Encoding.UTF8;
        foreach (var piece in pieces) console.Write(new Text(piece.Text, Of(piece.Mark)));
        return writer.ToString();
    }

    private static Style Of(Mark mark) => mark switch
    {
        Mark.Heading => new(decoration: Decoration.Bold),
        Mark.Quiet => new(Color.Grey),
        Mark.Who => new(Color.Green),
        Mark.Did => new(Color.Yellow, decoration: Decoration.Bold),
        Mark.Whom => new(Color.Aqua),
        Mark.Where => new(Color.Fuchsia),
        _ => Style.Plain,
    };
}
