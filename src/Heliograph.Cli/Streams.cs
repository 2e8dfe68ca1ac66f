using Heliograph.Ledger;

namespace Heliograph.Cli;

/// <summary>What a command reads from and writes to.</summary>
/// <param name="Input">Standard input, or null where there is none.</param>
/// <param name="Output">Where results go, in UTF-8.</param>
/// <param name="Errors">Where errors and the summary go.</param>
internal sealed record Streams(Stream? Input, Stream Output, TextWriter Errors)
{
    /// <summary>Whether results go to a terminal that shows colours.</summary>
    public bool IsColoured { get; init; }

    /// <summary>Whether nothing is wanted but results and what went wrong.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Where goes what is neither a result nor wrong: summaries, and what to do next.</summary>
    public TextWriter Notes => IsQuiet ? TextWriter.Null : Errors;

    /// <summary>Whether errors go to a terminal, so that progress can be shown there.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>The clock that speed is measured with.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The streams of this process.</summary>
    /// <param name="isQuiet">Whether nothing is wanted but results and what went wrong.</param>
    public static Streams OfProcess(bool isQuiet = false) => new(Console.OpenStandardInput(), StandardOutput(), Console.Error)
    {
        IsColoured = !Console.IsOutputRedirected && EntryPaint.IsSupported,
        ShowsProgress = !isQuiet && !Console.IsErrorRedirected,
        IsQuiet = isQuiet,
    };

    /// <summary>Runs a command to its end, or to the end of whoever reads its output.</summary>
    /// <returns>The command's exit status; 0 where the reader of the output has gone, as <c>| head</c> does; 1 where the
    /// output cannot be written, which is said.</returns>
    public int Guard(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (IOException e) when (IsClosedPipe(e))
        {
            return 0;
        }
        catch (IOException e)
        {
            Errors.WriteLine($"standard output: found that it cannot be written ({Printable.Line(e.Message)}), expected room for " +
                "the results. Make room or name another place, and run this again.");
            return 1;
        }
    }

    // EPIPE; .NET keeps the system's number in HResult. On Windows: ERROR_BROKEN_PIPE and ERROR_NO_DATA.
    private static bool IsClosedPipe(IOException e) => e.HResult is 32 or unchecked((int)0x8007006D) or unchecked((int)0x800700E8);

    // .NET's console stream swallows a closed pipe, and a batch would run on for nobody; a plain file stream tells.
    // Only for pipes: into a file it would write at an offset of its own and not where the shell has come to.
    private static Stream StandardOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        var pipe = new FileStream(new(new IntPtr(1), ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
