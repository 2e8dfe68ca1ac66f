using System.Text;
using Heliograph.Actors;
using Heliograph.Ledger;

namespace Heliograph.Cli;

/// <summary>Joins packs of one's own to the register that ships.</summary>
internal static class ActorPacks
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary><c>--actors FILE</c> or <c>--pack FILE</c>, which may be given several times.</summary>
    public static System.CommandLine.Option<string[]> Option(string name) => new(name)
    {
        Description = "A pack of actors of one's own: a TSV file, or a folder of them; may be given several times. Its rows take the place of ours with the same id.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>The register with the packs; null where one cannot be used, which is said. Nothing is taken of any then.</summary>
    public static ActorRegister? Load(IReadOnlyList<string>? paths, TextWriter errors)
    {
        if (paths is null or { Count: 0 }) return ActorRegister.Shipped;
        if (Read(paths, errors) is not { } pack) return null;
        var problems = pack.Problems;
        var register = problems.IsEmpty ? ActorRegister.Shipped.With(pack) : null;
        if (register is not null) problems = [.. RegisterCheck.References(register)];
        if (problems.IsEmpty) return register;
        foreach (var problem in problems.Take(20)) errors.WriteLine(Printable.Line(problem.ToString()));
        errors.WriteLine(FormattableString.Invariant(
            $"--actors: found {problems.Length} problems, expected none. Nothing of the pack was used; mend it, and try heliograph actors check --pack."));
        return null;
    }

    /// <summary>The pack of several files and folders; null where one cannot be read, which is said.</summary>
    public static RegisterPack? Read(IReadOnlyList<string> paths, TextWriter errors)
    {
        var files = new List<(string, string)>();
        foreach (var path in paths)
        {
            try
            {
                string[] found = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.tsv").Order(StringComparer.Ordinal)] : [path];
                foreach (var file in found) files.Add((file, File.ReadAllText(file, Strict)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.WriteLine(Printable.Line($"{path}: found that it cannot be read ({e.Message}), expected a pack of actors (TSV). Check the path."));
                return null;
            }
            catch (DecoderFallbackException)
            {
                errors.WriteLine(Printable.Line($"{path}: found bytes that are no UTF-8, expected a text file in UTF-8. Save it as UTF-8."));
                return null;
            }
        }

        return RegisterPack.Read(files);
    }
}
