using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Heliograph.Web.Pages.Views;

/// <summary>A timeline as it is drawn: cooperation above the line, conflict below it, one path for each class and standing.</summary>
/// <remarks>Lengths are in units of the drawing, <see cref="Width"/> by <see cref="Height"/>.</remarks>
public sealed class TimelineChart
{
    /// <summary>How wide the drawing is.</summary>
    public const int Width = 720;

    /// <summary>How high it is.</summary>
    public const int Height = 400;

    private const double Left = 46;
    private const double Right = 10;
    private const double Top = 26;
    private const double Bottom = 60;
    private const double WidestBar = 72;
    private const double BetweenMarks = 58; // a day and a month need this much
    private const int MostTicks = 6;

    // From the line outwards: words lie nearer to it than deeds
    private static readonly ImmutableArray<int> Above = [1, 2];
    private static readonly ImmutableArray<int> Below = [3, 4];

    private readonly ImmutableArray<TimeColumn> _columns;
    private readonly double _unit; // height of one event

    /// <param name="columns">The columns; at least one.</param>
    public TimelineChart(ImmutableArray<TimeColumn> columns)
    {
        _columns = columns;
        var (up, down) = (Math.Max(1, columns.Max(column => Sum(column, Above))), Math.Max(1, columns.Max(column => Sum(column, Below))));
        _unit = (Height - Top - Bottom) / (up + down);
        Line = Top + (up * _unit);
        var between = Nice((double)(up + down) / MostTicks);
        Ticks =
        [
            .. Enumerable.Range(1, (int)(up / between)).Select(i => (Line - (i * between * _unit), i * between)),
            (Line, 0),
            .. Enumerable.Range(1, (int)(down / between)).Select(i => (Line + (i * between * _unit), i * between)),
        ];
    }

    /// <summary>Where the line lies between cooperation and conflict.</summary>
    public double Line { get; }

    /// <summary>The lines across, with the numbers they stand for.</summary>
    public ImmutableArray<(double Y, long Count)> Ticks { get; }

    /// <summary>Where the lines across begin and end.</summary>
    public static (double From, double Until) Across => (Left, Width - Right);

    /// <summary>How wide the stretch of a column is.</summary>
    public double Stretch => (Width - Left - Right) / _columns.Length;

    /// <summary>Where the stretch of a column begins.</summary>
    public double X(int column) => Left + (column * Stretch);

    /// <summary>What each class and standing covers; none that covers nothing.</summary>
    public IEnumerable<(int Quad, Standing Standing, string Path)> Paths() =>
        from quad in Above.Concat(Below)
        from standing in StandingNames.All
        let path = Path(quad, standing)
        where path.Length > 0
        select (quad, standing, path);

    /// <summary>The marks on the axis of time: where, what they say, and the year where it begins or changes.</summary>
    public IEnumerable<(double X, string Mark, string Year)> Marks()
    {
        var every = (int)Math.Ceiling(BetweenMarks / Stretch);
        var year = 0;
        for (var i = 0; i < _columns.Length; i += every)
        {
            var column = _columns[i];
            var isNew = column.Step != TimeStep.Year && column.From.Year != year;
            year = column.From.Year;
            yield return (X(i) + (Stretch / 2), column.Mark, isNew ? column.From.ToString("yyyy", CultureInfo.InvariantCulture) : "");
        }
    }

    /// <summary>A length as it stands in the drawing.</summary>
    public static string At(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);

    private static long Sum(TimeColumn column, ImmutableArray<int> quads) => quads.Sum(column.OfQuad);

    private string Path(int quad, Standing standing)
    {
        var bar = Math.Min(WidestBar, Stretch > 6 ? Stretch * 0.82 : Stretch);
        var path = new StringBuilder();
        for (var i = 0; i < _columns.Length; i++)
        {
            var count = _columns[i][quad, standing];
            if (count == 0) continue;
            var isAbove = Above.Contains(quad);
            var before = Before(_columns[i], isAbove ? Above : Below, quad, standing);
            var y = isAbove ? Line - ((before + count) * _unit) : Line + (before * _unit);
            path.Append(CultureInfo.InvariantCulture, $"M{At(X(i) + ((Stretch - bar) / 2))} {At(y)}h{At(bar)}v{At(count * _unit)}h-{At(bar)}z");
        }

        return path.ToString();
    }

    private static long Before(TimeColumn column, ImmutableArray<int> quads, int quad, Standing standing) =>
        quads.TakeWhile(other => other != quad).Sum(column.OfQuad) + StandingNames.All.TakeWhile(other => other != standing).Sum(other => column[quad, other]);

    // 1, 2 or 5 times a power of ten
    private static long Nice(double least)
    {
        for (long power = 1; ; power *= 10)
        {
            foreach (var times in (ReadOnlySpan<long>)[1, 2, 5])
            {
                if (times * power >= least) return times * power;
            }
        }
    }
}
