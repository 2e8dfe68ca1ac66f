using System.Text;
using Heliograph.Actors;
using Heliograph.Ledger;
using Heliograph.Reading;

namespace Heliograph.Cli;

/// <summary>Writes packs of actors: from other lists, and what a person merged.</summary>
internal static class ActorImport
{
    private const int LongestId = 200; // characters, as in the ledger
    private const string Header = "# A pack of actors for heliograph read --actors.\n# Source: imported from {0}. Licence: that of the source.\n";

    /// <summary>Imports a file as a pack. The pack is there whole or not at all.</summary>
    /// <returns>0 where every row could be read, otherwise 1.</returns>
    public static int Run(string file, string format, string output, TextWriter errors)
    {
        try
        {
            var text = File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            var imported = format switch
            {
                "petrarch" => PetrarchActors.Read(Path.GetFileName(file), text, ActorRegister.Shipped),
                "wikidata" => WikidataActors.Read(Path.GetFileName(file), text, ActorRegister.Shipped),
                _ => ActorPackText.Of(Path.GetFileName(file), text),
            };
            foreach (var problem in imported.Problems.Take(20)) errors.WriteLine(Printable.Line(problem.ToString()));
            var result = imported.Problems.IsEmpty ? RegisterPack.Read([(output, imported.Rows)]).Problems : imported.Problems;
            if (!result.IsEmpty)
            {
                if (imported.Problems.IsEmpty) foreach (var problem in result.Take(20)) errors.WriteLine(Printable.Line(problem.ToString()));
                errors.WriteLine(Printable.Line($"{file}: found {result.Length} lines that cannot be read, expected none. Nothing was written; mend them, and import again."));
                return 1;
            }

            var header = Header.Replace("{0}", Printable.Line(Path.GetFileName(file)), StringComparison.Ordinal);
            Write(output, imported.Rows.StartsWith('#') ? imported.Rows : header + imported.Rows);
            errors.WriteLine(Printable.Line(FormattableString.Invariant($"{output}: {imported.Taken} taken, {imported.Left} left out ({imported.WhyLeft}).")));
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            errors.WriteLine(Printable.Line($"{file}: found that it cannot be imported ({e.Message}), expected a text file in UTF-8 and a place to write to. Check both paths."));
            return 1;
        }
    }

    /// <summary>Adds to a pack that two actors are one.</summary>
    /// <returns>The exit status: 0, 1 where there is no such actor or the pack cannot be written, or 2 where an id is none.</returns>
    public static int Merge(string id, string other, string pack, TextWriter errors)
    {
        if (other.Length > LongestId || string.IsNullOrWhiteSpace(other) || other.Any(char.IsControl))
        {
            errors.WriteLine(Printable.Line($"{Shown(other)}: found what is no id of an actor, expected one line of {LongestId} characters at most. See heliograph actors find."));
            return ExitStatus.WrongUse;
        }

        try
        {
            return Add(id, other, pack, errors);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(Printable.Line($"{pack}: found that it cannot be read or written ({e.Message}), expected a pack of actors or a place for one. Name another with --pack."));
            return ExitStatus.SomeRefused;
        }
    }

    private static string Shown(string id) => id.Length > LongestId ? id[..LongestId] + "…" : id;

    private static int Add(string id, string other, string pack, TextWriter errors)
    {
        const string Columns = "id\tother";
        const string Local = "local:";
        var before = File.Exists(pack) ? File.ReadAllText(pack) : "# A pack of actors for heliograph read --actors.\n";
        if (other.StartsWith(Local, StringComparison.Ordinal) || id.StartsWith(Local, StringComparison.Ordinal))
        {
            errors.WriteLine(Printable.Line(
                $"{(other.StartsWith(Local, StringComparison.Ordinal) ? other : id)}: an id of one report, where a pack joins actors of all. Use heliograph ledger merge, which corrects the ledger."));
            return 1;
        }

        if (ActorPacks.Load(File.Exists(pack) ? [pack] : [], errors) is not { } register) return ExitStatus.WrongUse;
        if (id == other || !register.TryFind(id, out var stays) || stays.Id != id)
        {
            errors.WriteLine(Printable.Line($"{id}: found no such actor apart from {other}, expected one of the register or the pack. See heliograph actors find."));
            return 1;
        }

        Write(pack, before.TrimEnd('\n') + $"\n{Columns}\n{id}\t{other}\n");
        errors.WriteLine(Printable.Line($"{pack}: {other} is {id} from now on. Use it with heliograph read --actors {pack}."));
        return 0;
    }

    private static void Write(string path, string text)
    {
        var beside = path + ".part";
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
    }
}
