using System.Diagnostics;

namespace Heliograph.Training.Vectors;

/// <summary>Reads running text, a paragraph a line, and cuts it into word forms.</summary>
internal static class RawText
{
    private static readonly string[] Clitics = ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m"];

    /// <summary>The <c>.txt</c> and <c>.txt.xz</c> files of a folder, in ordinal order.</summary>
    public static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder, "*.txt*")
        .Where(file => file.EndsWith(".txt", StringComparison.Ordinal) || file.EndsWith(".txt.xz", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The paragraphs of a file; between two documents an empty one.</summary>
    /// <remarks>Compressed files are read through the system's <c>xz</c>.</remarks>
    /// <exception cref="InvalidOperationException"><c>xz</c> cannot be started, or fails.</exception>
    public static IEnumerable<string> Paragraphs(string file)
    {
        if (file.EndsWith(".txt", StringComparison.Ordinal))
        {
            foreach (var line in File.ReadLines(file)) yield return line;
            yield break;
        }

        var start = new ProcessStartInfo("xz", ["-dc", file]) { RedirectStandardOutput = true };
        using var xz = Process.Start(start) ?? throw new InvalidOperationException(
            $"{file}: xz could not be started, expected it on the path. Install the package xz-utils.");
        while (xz.StandardOutput.ReadLine() is { } line) yield return line;
        xz.WaitForExit();
        if (xz.ExitCode != 0) throw new InvalidOperationException($"{file}: xz ended with {xz.ExitCode}, expected 0. Check the file.");
    }

    /// <summary>Cuts a paragraph into rough words: white space, then punctuation, hyphens and English clitics apart.</summary>
    public static void Words(string paragraph, List<string> words)
    {
        words.Clear();
        foreach (var range in paragraph.AsSpan().SplitAny(' ', '\t', '\u00a0'))
        {
            var piece = paragraph[range];
            if (piece.Length == 0) continue;
            Cut(piece.Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"'), words);
        }
    }

    private static void Cut(string piece, List<string> words)
    {
        var (start, end) = (0, piece.Length);
        while (start < end && !char.IsLetterOrDigit(piece[start]) && !(piece[start] == '\'' && end - start > 1))
        {
            words.Add(piece[start..++start]);
        }

        var tail = end;
        while (tail > start && !char.IsLetterOrDigit(piece[tail - 1])) tail--;
        if (tail < end && piece[tail] == '.' && IsAbbreviation(piece.AsSpan(start, tail - start))) tail++;
        Inner(piece[start..tail], words);
        for (var i = tail; i < end; i++) words.Add(piece[i..(i + 1)]);
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> stem) =>
        stem.Contains('.') || stem is "Mr" or "Mrs" or "Ms" or "Dr" or "St" or "Gen" or "Col" or "Sen" or "Rep" or "No" || stem.Length == 1;

    private static void Inner(string word, List<string> words)
    {
        if (word.Length == 0) return;
        var from = 0;
        for (var i = 1; i + 1 < word.Length; i++)
        {
            if (word[i] is not ('-' or '—' or '–' or '/')) continue;
            Clitic(word[from..i], words);
            words.Add(word[i..(i + 1)]);
            from = i + 1;
        }

        Clitic(word[from..], words);
    }

    private static void Clitic(string word, List<string> words)
    {
        foreach (var clitic in Clitics)
        {
            if (word.Length <= clitic.Length || !word.EndsWith(clitic, StringComparison.OrdinalIgnoreCase)) continue;
            words.Add(word[..^clitic.Length]);
            words.Add(word[^clitic.Length..]);
            return;
        }

        if (word.Length > 0) words.Add(word);
    }
}
