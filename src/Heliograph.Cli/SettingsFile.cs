using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Store;
using Tomlyn;
using Tomlyn.Model;
using Tomlyn.Parsing;

namespace Heliograph.Cli;

/// <summary>Reads the file of settings, in TOML.</summary>
internal static class SettingsFile
{
    private const int MostBytes = 1 << 20;

    /// <summary>Where it lies when nobody says: <c>heliograph/config.toml</c> in XDG_CONFIG_HOME or ~/.config on Linux, ~/Library/Application Support on
    /// macOS, %APPDATA% on Windows; null where the system names no such folder.</summary>
    public static string? Usual()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length == 0 ? null : Path.Combine(folder, "heliograph", "config.toml");
    }

    /// <summary>What a file says, and what is wrong with it: found, expected, what to do.</summary>
    public static (ImmutableArray<SaidSetting> Said, ImmutableArray<string> Problems) Read(string path)
    {
        TomlTable table;
        try
        {
            if (new FileInfo(path).Length > MostBytes) return ([], [$"{path}: found a file of more than a megabyte, expected settings. Name another with HELIOGRAPH_CONFIG."]);
            var text = File.ReadAllText(path);
            SyntaxParser.ParseStrict(text, validate: true); // a key that is there twice
            table = TomlSerializer.Deserialize<TomlTable>(text) ?? [];
        }
        catch (TomlException e)
        {
            return ([], [$"{path}: found what is no TOML ({e.Message}), expected settings such as ledger = \"desk.db\". Mend it, or take it away."]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], [$"{path}: found that it cannot be read ({e.Message}), expected a file of settings. Check the path and who may read it."]);
        }

        var (said, problems) = (ImmutableArray.CreateBuilder<SaidSetting>(), ImmutableArray.CreateBuilder<string>());
        foreach (var (key, value) in table)
        {
            var where = $"{path}, {key}";
            if (Setting.All.FirstOrDefault(one => one.Key == key) is not { } setting) problems.Add($"{where}: {Unknown(key)}");
            else if (Values(value) is not { } values || (values.Length > 1 && !setting.IsList)) problems.Add($"{where}: found what is no {Kind(setting)}, expected one. {setting.Meaning}");
            else said.Add(new(setting, setting.IsPlace ? [.. values.Select(place => From(path, place))] : values, where));
        }

        return (said.ToImmutable(), problems.ToImmutable());
    }

    private static string Unknown(string key)
    {
        var keys = Setting.All.Select(one => one.Key).ToList();
        var meant = WrongUse.Meant(key, keys) is { } near ? $" Did you mean {near}?" : " What is not among them is said on the command line.";
        return $"found no such setting, expected one of {string.Join(", ", keys)}.{meant}";
    }

    private static string Kind(Setting setting) => setting switch
    {
        { IsSwitch: true } => "true or false",
        { IsList: true } => "text or list of texts",
        _ => "single value",
    };

    private static ImmutableArray<string>? Values(object? value) => value switch
    {
        string text => [text],
        bool isOn => [isOn ? "true" : "false"],
        long number => [number.ToString(CultureInfo.InvariantCulture)],
        TomlArray list when list.All(item => item is string) => [.. list.Cast<string>()],
        _ => null,
    };

    private static string From(string file, string place) =>
        place.Length == 0 || LedgerStore.IsDatabase(place) ? place : Path.GetFullPath(place, Path.GetDirectoryName(Path.GetFullPath(file))!);
}
