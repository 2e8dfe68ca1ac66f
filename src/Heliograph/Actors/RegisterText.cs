using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Heliograph.Documents;

namespace Heliograph.Actors;

/// <summary>Reads a file of the register: one or more tables, each behind the line of its column names.</summary>
/// <remarks>
/// UTF-8, tab-separated; lists inside a cell are parted by bars; empty lines and lines that begin with <c>#</c> are
/// left out. A table is known by its column names, so one file may hold several.
/// </remarks>
internal sealed class RegisterText(RegisterTables tables)
{
    /// <summary>The column names of every table, parted by tabs.</summary>
    public static readonly ImmutableArray<string> Headers =
    [
        "id\tname\taliases\tadjectives\tpeople\tcapital\tiso2\tfips\tcameo\tstatus\tfrom\tto\tparent\tknown",
        "id\tkind\tname\taliases\tcountry\tcode\tsector\tparents\tfrom\tto\tknown",
        "id\tname\taliases\tgender\tcountry",
        "id\tcountry\torganisation\ttitles\tsector\tcode",
        "office\tperson\tfrom\tto\tknown",
        "person\torganisation\trole\tfrom\tto\tknown",
        "words\tsector\tkind",
        "office\twhy",
        "id\tother",
    ];

    private const int MostProblems = 50; // of one file; the rest would tell nothing new

    private readonly Dictionary<int, string> _interned = [];

    /// <summary>Where the rows go.</summary>
    public RegisterTables Tables { get; } = tables;

    /// <summary>Reads one file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">What stands in it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(string file, ReadOnlySpan<char> text)
    {
        var (number, table, before) = (0, -1, Tables.Problems.Count);
        foreach (var line in text.TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            if (line.IsEmpty || line[0] == '#') continue;
            if (HeaderOf(line) is >= 0 and var header)
            {
                table = header;
                continue;
            }

            var place = new RegisterPlace(file, number);
            if (table < 0)
            {
                Tables.Problems.Add(new(
                    place, $"'{Short(line)}'", $"the column names of a table, such as '{Headers[1].Replace('\t', ' ')}', parted by tabs",
                    "Put the line of column names before the rows"));
                return;
            }

            var row = new RegisterRow(line, place, this);
            var columns = Headers[table].AsSpan().Count('\t') + 1;
            if (row.Count == columns) Read(table, ref row);
            else row.Wrong($"{row.Count} columns", $"{columns} ({Headers[table].Replace('\t', ' ')})", "Part them by single tabs, and keep the empty ones");
            if (Tables.Problems.Count - before >= MostProblems) return;
        }
    }

    /// <summary>One string for all equal words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Intern(ReadOnlySpan<char> word)
    {
        var hash = string.GetHashCode(word, StringComparison.Ordinal);
        if (_interned.TryGetValue(hash, out var known) && word.SequenceEqual(known)) return known;
        return _interned[hash] = word.ToString();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int HeaderOf(ReadOnlySpan<char> line)
    {
        if (line[0] is not ('i' or 'o' or 'p' or 'w')) return -1;
        for (var i = 0; i < Headers.Length; i++)
        {
            if (line.SequenceEqual(Headers[i])) return i;
        }

        return -1;
    }

    private void Read(int table, ref RegisterRow row)
    {
        switch (table)
        {
            case 0: Add(Tables.Actors, row.IsSound, State(ref row), ref row); break;
            case 1: Add(Tables.Actors, row.IsSound, Organisation(ref row), ref row); break;
            case 2: Add(Tables.Actors, row.IsSound, Person(ref row), ref row); break;
            case 3: Add(Tables.Offices, row.IsSound, Office(ref row), ref row); break;
            case 4:
                Add(Tables.Tenures, row.IsSound, new(Id(ref row, 0, "office"), Id(ref row, 1, "person"), row.Period(2, 3, 4), row.Place), ref row);
                break;
            case 5:
                Add(
                    Tables.Memberships, row.IsSound,
                    new(Id(ref row, 0, "person"), Id(ref row, 1, "organisation"), row[2].ToString(), row.Period(3, 4, 5), row.Place), ref row);
                break;
            case 6: Add(Tables.Roles, row.IsSound, Role(ref row), ref row); break;
            case 7: Add(Tables.Shared, row.IsSound, (Id(ref row, 0, "office"), row[1].ToString(), row.Place), ref row); break;
            default: Add(Tables.Same, row.IsSound, (Id(ref row, 0, "id"), Id(ref row, 1, "other"), row.Place), ref row); break;
        }
    }

    private static void Add<T>(List<T> rows, bool wasSound, T row, ref RegisterRow cells)
    {
        if (wasSound && cells.IsSound) rows.Add(row);
    }

    private string Id(ref RegisterRow row, int cell, string column)
    {
        if (row[cell].IsEmpty) row.Required(cell, column);
        return Intern(row[cell]);
    }

    private Actor State(ref RegisterRow row)
    {
        var status = row.Word(9) ?? "";
        if (!ActorTerms.Statuses.Contains(status)) row.Wrong($"status '{status}'", string.Join(" | ", ActorTerms.Statuses), "Choose one of them");
        return new()
        {
            Id = Id(ref row, 0, "id"),
            Kind = ActorKind.State,
            Name = row.Required(1, "name"),
            Aliases = row.Aliases(2),
            Cameo = row.Word(8),
            Parents = row.Parents(12),
            Period = row.Period(10, 11, 13),
            Place = row.Place,
            State = new()
            {
                Adjectives = row.Words(3),
                People = row.Words(4),
                Capitals = row.Words(5),
                Iso2 = row.Word(6),
                Fips = row.Word(7),
                Status = status,
            },
        };
    }

    private Actor Organisation(ref RegisterRow row)
    {
        if (!ActorTerms.TryKind(row[1], out var kind) || kind is ActorKind.Person or ActorKind.State)
        {
            row.Wrong($"kind '{row[1]}'", string.Join(" | ", ActorTerms.Kinds.Skip(2)), "Choose one of them");
        }

        return new()
        {
            Id = Id(ref row, 0, "id"),
            Kind = kind,
            Name = row.Required(2, "name"),
            Aliases = row.Aliases(3),
            Countries = row.Words(4),
            Cameo = row.Word(5),
            Sector = row.Sector(6),
            Parents = row.Parents(7),
            Period = row.Period(8, 9, 10),
            Place = row.Place,
        };
    }

    private Actor Person(ref RegisterRow row)
    {
        if (row[3] is not ("" or "f" or "m")) row.Wrong($"gender '{row[3]}'", "f, m or nothing", "Leave the column empty where it is unknown");
        return new()
        {
            Id = Id(ref row, 0, "id"),
            Kind = ActorKind.Person,
            Name = row.Required(1, "name"),
            Aliases = row.Aliases(2),
            Gender = row[3] switch { "f" => Gender.Female, "m" => Gender.Male, _ => Gender.Unknown },
            Countries = row.Words(4),
            Place = row.Place,
        };
    }

    private Office Office(ref RegisterRow row)
    {
        if (row[3].IsEmpty) row.Required(3, "titles");
        return new()
        {
            Id = Id(ref row, 0, "id"),
            Country = row.Word(1),
            Organisation = row.Word(2),
            Titles = row.Words(3),
            Sector = row.Sector(4),
            Cameo = row.Word(5),
            Place = row.Place,
        };
    }

    private Role Role(ref RegisterRow row)
    {
        if (row[2] is not ("" or "group" or "person" or "relation"))
        {
            row.Wrong($"kind '{row[2]}'", "group, person, relation or nothing", "Leave the column empty where the word may be one or many");
        }

        var isRelation = row[2] is "relation";
        return new(Id(ref row, 0, "words"), isRelation && row[1].IsEmpty ? null : row.Sector(1), row[2] is "group", row.Place, isRelation);
    }

    private static string Short(ReadOnlySpan<char> line) => line.Length > 60 ? $"{line[..60]}…" : line.ToString();
}
