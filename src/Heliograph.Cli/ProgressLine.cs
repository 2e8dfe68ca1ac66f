using System.Globalization;
using Heliograph.Reading;

namespace Heliograph.Cli;

/// <summary>One line on a terminal that says how far a batch has come, how fast, and how long it will take.</summary>
internal sealed class ProgressLine(TextWriter terminal, bool isShown, TimeProvider clock, ReadProgress progress)
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(1); // a short run shows nothing
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(0.25);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _next = FirstAfter;
    private int _width;

    /// <summary>How long the batch has run.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(_start);

    /// <summary>Shows the line anew, a few times a second at most.</summary>
    public void Show(int reports, long words)
    {
        if (!isShown || Elapsed < _next) return;
        _next = Elapsed + Every;
        Write(Text(reports, words, Elapsed, progress.BytesRead, progress.TotalBytes));
    }

    /// <summary>Takes the line away, to print something else or to end.</summary>
    public void Clear()
    {
        if (_width > 0) Write("");
        _width = 0;
    }

    /// <summary>The line, for example <c>1,240 reports · 41,200 words/s · 37 % · 2:05 left</c>.</summary>
    public static string Text(int reports, long words, TimeSpan elapsed, long bytesRead, long? totalBytes)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{reports:N0} reports · {words / Math.Max(elapsed.TotalSeconds, 0.001):N0} words/s");
        if (totalBytes is not > 0 || bytesRead <= 0) return text;
        var share = Math.Min(1, (double)bytesRead / totalBytes.Value);
        var left = elapsed * ((1 - share) / share);
        return text + string.Create(CultureInfo.InvariantCulture, $" · {share * 100:0} % · {(long)left.TotalMinutes}:{left.Seconds:00} left");
    }

    private void Write(string text)
    {
        terminal.Write($"\r{text.PadRight(_width)}{(text.Length == 0 ? "\r" : "")}");
        terminal.Flush();
        _width = text.Length;
    }
}
