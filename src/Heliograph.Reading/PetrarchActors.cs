using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Actors;

namespace Heliograph.Reading;

/// <summary>Reads PETRARCH's dictionaries of actors: names, <c>+</c> synonyms, and codes in brackets with dates.</summary>
/// <remarks>
/// Comments begin with <c>#</c>, or with <c>;</c> behind a name. A code is three letters of a state or kind, then CAMEO roles;
/// dates are YYMMDD or YYYYMMDD, as <c>from-to</c>, <c>&lt;to</c> or <c>&gt;from</c>. Who has codes with dates is taken for a
/// person, and each code for an office at that time. Names with the bare code of a state are left out: the states are
/// the register's own.
/// </remarks>
public static class PetrarchActors
{
    private static readonly string[] SmallWords = ["of", "the", "and", "for", "in", "on", "de", "la", "bin", "al", "el"];

    /// <summary>The dictionary as tables of a pack.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">What stands in it.</param>
    /// <param name="register">The register that knows the states.</param>
    public static ImportedActors Read(string file, string text, ActorRegister register)
    {
        var (rows, problems) = (new ActorRows(), ImmutableArray.CreateBuilder<RegisterProblem>());
        var (names, codes) = (new List<string>(), new List<(string Code, string From, string To)>());
        var (number, left) = (0, 0);
        foreach (var whole in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = Uncommented(whole);
            if (line.IsEmpty) continue;
            var place = new RegisterPlace(file, number);
            var bracket = line.IndexOf('[');
            var name = (bracket < 0 ? line : line[..bracket]).Trim();
            if (!name.IsEmpty && name[0] is '&' or '!') continue; // sets of synonyms
            if (!name.IsEmpty && name[0] != '+') End();
            if (!name.IsEmpty) names.Add(Plain(name.TrimStart('+')));
            while (bracket >= 0)
            {
                var close = line.IndexOf(']');
                if (close < bracket)
                {
                    problems.Add(new(place, $"'{line}'", "a code in brackets, such as [USAGOV 090120-170120]", "Close the bracket"));
                    break;
                }

                Code(line[(bracket + 1)..close].Trim(), place);
                line = line[(close + 1)..];
                bracket = line.IndexOf('[');
            }
        }

        End();
        return new(rows.Text(), problems.ToImmutable(), rows.Count, left, "names of states, and names without a code that tells what they are");

        void Code(ReadOnlySpan<char> inside, RegisterPlace place)
        {
            if (names.Count == 0)
            {
                problems.Add(new(place, $"[{inside}]", "a name before the code", "Put the name on the line before"));
                return;
            }

            var space = inside.IndexOf(' ');
            var (code, from, to) = ((space < 0 ? inside : inside[..space]).ToString(), "", "");
            if (space >= 0 && !Dates(inside[(space + 1)..].Trim(), out from, out to))
            {
                problems.Add(new(place, $"dates '{inside[(space + 1)..]}'", "YYMMDD-YYMMDD, <YYMMDD or >YYMMDD", "Write the dates so"));
                return;
            }

            codes.Add((code, from, to));
        }

        void End()
        {
            if (names.Count > 0 && !Add(rows, register, names, codes)) left++;
            names.Clear();
            codes.Clear();
        }
    }

    private static bool Add(ActorRows rows, ActorRegister register, List<string> names, List<(string Code, string From, string To)> codes)
    {
        if (codes.Count == 0) return false;
        var (name, aliases) = (names[0], names.Skip(1).Distinct(StringComparer.Ordinal));
        var (country, sector) = Split(codes[^1].Code, register);
        if (codes.Any(code => code.From.Length + code.To.Length > 0) || sector == "ELI")
        {
            if (codes.All(code => Split(code.Code, register) is var (where, what) && (where.Length == 0 || what.Length == 0))) return false;
            var id = rows.IdOf(name, "petrarch");
            rows.AddPerson(id, name, aliases, "", country);
            foreach (var (code, from, to) in codes)
            {
                if (Split(code, register) is not ({ Length: > 0 } where, { Length: > 0 } what) || what == "ELI") continue;
                var office = $"{where}/petrarch-{what.ToLowerInvariant()}";
                rows.AddOffice(office, where, $"petrarch {what.ToLowerInvariant()}", what, "everyone whom the dictionary gives this code");
                rows.AddTenure(office, id, from, to, to.Length == 0 ? from.Length > 0 ? from : "2014" : "");
            }

            return true;
        }

        if (sector.Length == 0) return false;
        var cameo = codes[0].Code;
        rows.AddOrganisation(rows.IdOf(name, "petrarch"), KindOf(cameo, sector), name, aliases, country, cameo, sector, "2014");
        return true;
    }

    // "IRQGOV" is the state IRQ and the sector GOV; "IGOUNO" is of no state.
    private static (string Country, string Sector) Split(string code, ActorRegister register)
    {
        if (code.Length < 3) return ("", "");
        var country = register.TryFind(code[..3], out var state) && state.Kind == ActorKind.State ? code[..3] : "";
        for (var i = country.Length; i + 3 <= code.Length; i += 3)
        {
            var sector = code.Substring(i, 3) switch
            {
                "INS" or "SEP" => "REB",
                "IMG" => "UAF",
                "NGM" => "NGO",
                "MOD" or "RAD" or "UIS" => "",
                var other => ActorTerms.Sectors.Contains(other) ? other : "",
            };
            if (sector.Length > 0) return (country, sector);
        }

        return (country, "");
    }

    private static string KindOf(string code, string sector) => sector switch
    {
        "IGO" => "intergovernmental",
        "NGO" or "HRI" => "ngo",
        "REB" or "UAF" or "CRM" => "armed-group",
        "MIL" => "army",
        "COP" => "police",
        "SPY" => "intelligence",
        "JUD" => "court",
        "LEG" => "parliament",
        "PTY" or "OPP" => "party",
        "MED" => "media",
        "EDU" => "university",
        "LAB" => "union",
        "REL" => "church",
        "BUS" or "MNC" => "company",
        "GOV" when code.Length == 6 => "government",
        _ => "agency",
    };

    private static bool Dates(ReadOnlySpan<char> text, out string from, out string to)
    {
        (from, to) = ("", "");
        if (text is ['<', .. var before]) return Date(before, out to);
        if (text is ['>', .. var after]) return Date(after, out from);
        var dash = text.IndexOf('-');
        return dash > 0 && Date(text[..dash], out from) && Date(text[(dash + 1)..], out to);
    }

    // Two figures of a year from 46 on are of the twentieth century, as in PETRARCH.
    private static bool Date(ReadOnlySpan<char> text, out string iso)
    {
        iso = "";
        text = text.Trim();
        if (text.Length is not (6 or 8)) return false;
        if (!int.TryParse(text[..^4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return false;
        if (text.Length == 6) year += year >= 46 ? 1900 : 2000;
        var date = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{text[^4..^2]}-{text[^2..]}");
        if (!PartialDate.TryParse(date, out _)) return false;
        iso = date;
        return true;
    }

    private static ReadOnlySpan<char> Uncommented(ReadOnlySpan<char> line)
    {
        var mark = line.IndexOfAny('#', ';');
        return (mark < 0 ? line : line[..mark]).Trim();
    }

    // "ABDUL_AZIZ_AL-HAKIM_" is "Abdul Aziz Al-Hakim".
    private static string Plain(ReadOnlySpan<char> name)
    {
        var words = name.ToString().Replace('_', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select((word, i) =>
        {
            var small = word.ToLowerInvariant();
            if (i > 0 && SmallWords.Contains(small)) return small;
            if (words.Length == 1 && word.Length <= 5) return word; // "NATO"
            return string.Join('-', small.Split('-').Select(part => part.Length > 0 ? char.ToUpperInvariant(part[0]) + part[1..] : part));
        }));
    }
}
