namespace Heliograph.Cli;

/// <summary>Where the ledger file is kept when nobody says.</summary>
internal static class LedgerPlace
{
    /// <summary>The file <c>heliograph/ledger.db</c> in the user's data folder: XDG_DATA_HOME or ~/.local/share on Linux,
    /// ~/Library/Application Support on macOS, %LOCALAPPDATA% on Windows; null where the system names no such folder.</summary>
    public static string? Default()
    {
        var folder = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length == 0 ? null : Path.Combine(folder, "heliograph", "ledger.db");
    }

    /// <summary>The file a person named, or the default one.</summary>
    /// <param name="named">What stands behind <c>--ledger</c>, or null.</param>
    /// <param name="errors">Told where there is neither.</param>
    public static string? Choose(string? named, TextWriter errors)
    {
        var path = named ?? Default();
        if (path is null)
        {
            errors.WriteLine("--ledger: found no data folder of the user (HOME is not set), expected one to keep the ledger in. " +
                "Name a file with --ledger FILE.");
        }

        return path;
    }
}
