namespace Heliograph.Store;

/// <summary>The scripts that make the tables, one a version and home; embedded beside this file.</summary>
internal static class Scripts
{
    /// <summary>The version of the tables that this program reads and writes. Raise it with every change of them, and
    /// write the script that leads there.</summary>
    public const int Version = 4;

    /// <summary>The script of one home that leads to a version from the one before it.</summary>
    /// <param name="home"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="version">1 up to <see cref="Version"/>.</param>
    public static string Of(string home, int version)
    {
        var name = $"{home}.{version}.sql";
        using var stream = typeof(Scripts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No script {name} is embedded. Add it to the project file.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
