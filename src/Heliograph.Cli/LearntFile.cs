using Heliograph.Analysis;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary>The file that holds what was learnt from the corrections of a ledger.</summary>
internal static class LearntFile
{
    /// <summary>Where it is kept when nobody says: beside the ledger's file; null for a database, which has no beside.</summary>
    public static string? Beside(string ledger) => LedgerStore.IsDatabase(ledger) ? null : ledger + ".learnt.tsv";

    /// <summary>What a reading is to apply.</summary>
    /// <param name="named">What stands behind <c>--learnt</c>, or null.</param>
    /// <param name="none">Whether nothing is to be applied.</param>
    /// <param name="ledger">The ledger that is written, or null.</param>
    /// <param name="reader">The program and the model that read.</param>
    /// <param name="errors">Told what is wrong with the file, and where one is passed over.</param>
    /// <returns>Whether the reading can go on, and what to apply; null for nothing.</returns>
    public static (bool IsRead, LocalConfidence? Learnt) Choose(string? named, bool none, string? ledger, string reader, TextWriter errors)
    {
        var path = none ? null : named ?? (ledger is null ? null : Beside(ledger));
        if (path is null || (named is null && !File.Exists(path))) return (true, null);
        if (Read(path, errors) is not { } learnt) return (false, null);
        if (learnt.From.Reader == reader) return (true, learnt);
        errors.WriteLine(Printable.Line(
            $"{path}: found what was learnt with {learnt.From.Reader}, expected {reader}{(named is null ? "; it is not applied" : "")}. Run heliograph learn again."));
        return (named is null, null);
    }

    /// <summary>Reads a file.</summary>
    /// <returns>Null where it cannot be read, which is said.</returns>
    public static LocalConfidence? Read(string path, TextWriter errors)
    {
        try
        {
            using var reader = new StreamReader(path);
            return LocalConfidenceText.Read(reader);
        }
        catch (FormatException e)
        {
            errors.WriteLine(Printable.Line($"{path}: {e.Message}. Run heliograph learn again, remove the file, or read without it (--no-learnt)."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(Printable.Line($"{path}: found that it cannot be read ({e.Message}), expected what heliograph learn wrote. Name another file with --learnt, or read without it (--no-learnt)."));
        }

        return null;
    }

    /// <summary>Writes a file: it is there whole or not at all.</summary>
    /// <returns>False where it cannot be written, which is said.</returns>
    public static bool Write(string path, LocalConfidence learnt, TextWriter errors)
    {
        try
        {
            var beside = path + ".part";
            File.WriteAllText(beside, LocalConfidenceText.Write(learnt));
            File.Move(beside, path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(Printable.Line($"{path}: found that it cannot be written ({e.Message}), expected a place for what was learnt. Name another file with --output."));
            return false;
        }
    }
}
