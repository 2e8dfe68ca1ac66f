using System.Collections.Immutable;
using System.Text.Json;
using Heliograph.Actors;

namespace Heliograph.Reading;

/// <summary>Reads Wikidata entities: JSON, one a line or in an array, as its dumps and Special:EntityData have them.</summary>
/// <remarks>
/// Takes English labels and aliases, what it is (P31), state (P17, P27), gender (P21), positions (P39) and memberships (P102, P463)
/// with their beginning and end (P580, P582). What a statement points at must be in the extract or have its label in the
/// register; others are left out, and so are entities of other kinds.
/// </remarks>
public static class WikidataActors
{
    private static readonly ImmutableDictionary<string, (string Kind, string Sector)> Kinds = new Dictionary<string, (string, string)>
    {
        ["Q7278"] = ("party", "PTY"),
        ["Q484652"] = ("intergovernmental", "IGO"),
        ["Q245065"] = ("intergovernmental", "IGO"),
        ["Q79913"] = ("ngo", "NGO"),
        ["Q4830453"] = ("company", "BUS"),
        ["Q783794"] = ("company", "BUS"),
        ["Q3918"] = ("university", "EDU"),
        ["Q11032"] = ("media", "MED"),
        ["Q192350"] = ("ministry", "GOV"),
        ["Q35749"] = ("parliament", "LEG"),
        ["Q41487"] = ("court", "JUD"),
        ["Q37726"] = ("army", "MIL"),
        ["Q47913"] = ("intelligence", "SPY"),
        ["Q732717"] = ("police", "COP"),
        ["Q327333"] = ("agency", "GOV"),
        ["Q22687"] = ("bank", "BUS"),
        ["Q178790"] = ("union", "LAB"),
        ["Q155271"] = ("think-tank", "EDU"),
        ["Q17149090"] = ("armed-group", "UAF"),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The extract as tables of a pack.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">What stands in it.</param>
    /// <param name="register">The register that knows the states.</param>
    public static ImportedActors Read(string file, string text, ActorRegister register)
    {
        var problems = ImmutableArray.CreateBuilder<RegisterProblem>();
        var entities = new List<JsonElement>();
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var json = line.Trim().TrimEnd(',');
            if (json.Length == 0 || json is "[" or "]") continue;
            try
            {
                using var document = JsonDocument.Parse(json);
                if (document.RootElement.ValueKind == JsonValueKind.Array) entities.AddRange(document.RootElement.Clone().EnumerateArray());
                else entities.Add(document.RootElement.Clone());
            }
            catch (JsonException e)
            {
                problems.Add(new(new(file, number), $"no JSON ({e.Message})", "a Wikidata entity on one line, or an array of them", "Extract it again, one entity a line"));
                if (problems.Count >= 20) break;
            }
        }

        entities.RemoveAll(entity => entity.ValueKind != JsonValueKind.Object);
        var rows = new ActorRows();
        var left = problems.Count > 0 ? 0 : new Extract(entities, register, rows).Add();
        return new(rows.Text(), problems.ToImmutable(), rows.Count, left, "no English label, or a kind that is no actor's");
    }

    private sealed class Extract(List<JsonElement> entities, ActorRegister register, ActorRows rows)
    {
        private readonly Dictionary<string, JsonElement> _byId = entities
            .Where(entity => Text(entity, "id") is not null).GroupBy(entity => Text(entity, "id")!).ToDictionary(group => group.Key, group => group.First());

        private readonly Dictionary<string, string> _ids = []; // of the pack, by Wikidata's

        public int Add()
        {
            var left = 0;
            var people = new List<JsonElement>();
            foreach (var entity in entities)
            {
                var kinds = Claims(entity, "P31").Select(claim => claim.Value).ToList();
                var kind = kinds.FirstOrDefault(Kinds.ContainsKey);
                if (Text(entity, "id") is not { } id || Label(entity) is not { } name) left++;
                else if (kinds.Contains("Q5")) people.Add(entity);
                else if (kind is not null)
                {
                    _ids[id] = rows.IdOf(name, id.ToLowerInvariant());
                    var modified = Text(entity, "modified") is { Length: >= 10 } day ? day[..10] : "2026";
                    rows.AddOrganisation(_ids[id], Kinds[kind].Kind, name, Aliases(entity), State(entity, "P17") ?? "", "", Kinds[kind].Sector, modified);
                }
                else left++;
            }

            foreach (var person in people) Add(person);
            return left;
        }

        private void Add(JsonElement person)
        {
            var (qid, name) = (Text(person, "id")!, Label(person)!);
            var id = rows.IdOf(name, qid.ToLowerInvariant());
            _ids[qid] = id;
            var gender = Claims(person, "P21").Select(claim => claim.Value).FirstOrDefault() switch { "Q6581072" => "f", "Q6581097" => "m", _ => "" };
            var known = Text(person, "modified") is { Length: >= 10 } day ? day[..10] : "2026";
            rows.AddPerson(id, name, Aliases(person), gender, State(person, "P27") ?? "");
            foreach (var (position, from, to) in Claims(person, "P39"))
            {
                if (!_byId.TryGetValue(position, out var item) || Label(item) is not { } title) continue;
                if ((State(item, "P17") ?? State(item, "P1001")) is not { } state) continue;
                // "Prime Minister of Pakistan": the title is what stands before the state
                var of = title.LastIndexOf(" of ", StringComparison.Ordinal);
                var words = of > 0 && register.Named(title.AsSpan(of + 4)).Any(match => match.Actor.Id == state) ? title[..of] : title;
                var office = $"{state}/{rows.IdOf(words, position.ToLowerInvariant())}";
                rows.AddOffice(office, state, words, "GOV");
                rows.AddTenure(office, id, from, to, to.Length == 0 ? known : "");
            }

            foreach (var (body, from, to) in Claims(person, "P102").Concat(Claims(person, "P463")))
            {
                var organisation = _ids.GetValueOrDefault(body)
                    ?? (_byId.TryGetValue(body, out var item) && Label(item) is { } label && register.Named(label) is [var only] ? only.Actor.Id : null);
                if (organisation is not null) rows.AddMembership(id, organisation, "member", from, to, to.Length == 0 ? known : "");
            }
        }

        private string? State(JsonElement entity, string property)
        {
            foreach (var (value, _, to) in Claims(entity, property))
            {
                if (to.Length > 0 || !_byId.TryGetValue(value, out var state)) continue;
                var iso = Claims(state, "P298").Select(claim => claim.Value).FirstOrDefault();
                if (iso is not null && register.TryFind(iso, out _)) return iso;
                if (Label(state) is { } name && register.Named(name).FirstOrDefault(match => match.Actor.Kind == ActorKind.State).Actor is { } known) return known.Id;
            }

            return null;
        }

        private static IEnumerable<(string Value, string From, string To)> Claims(JsonElement entity, string property)
        {
            if (!entity.TryGetProperty("claims", out var claims) || claims.ValueKind != JsonValueKind.Object
                || !claims.TryGetProperty(property, out var list) || list.ValueKind != JsonValueKind.Array) yield break;
            foreach (var claim in list.EnumerateArray())
            {
                if (Text(claim, "rank") == "deprecated" || !claim.TryGetProperty("mainsnak", out var snak) || Value(snak) is not { } value) continue;
                yield return (value, Qualifier(claim, "P580"), Qualifier(claim, "P582"));
            }
        }

        private static string Qualifier(JsonElement claim, string property) =>
            claim.TryGetProperty("qualifiers", out var qualifiers) && qualifiers.ValueKind == JsonValueKind.Object
            && qualifiers.TryGetProperty(property, out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0
                ? Value(list[0]) ?? ""
                : "";

        // An item's id, a text, or a date as exact as it is known.
        private static string? Value(JsonElement snak)
        {
            if (!snak.TryGetProperty("datavalue", out var data) || !data.TryGetProperty("value", out var value)) return null;
            if (value.ValueKind == JsonValueKind.String) return value.GetString();
            if (value.ValueKind != JsonValueKind.Object) return null;
            if (Text(value, "time") is not { Length: >= 11 } time) return Text(value, "id");
            var precision = value.TryGetProperty("precision", out var number) && number.TryGetInt32(out var exact) ? exact : 11;
            var length = precision switch { >= 11 => 10, 10 => 7, 9 => 4, _ => 0 };
            return length > 0 && time[0] == '+' && PartialDate.TryParse(time.AsSpan(1, length), out _) ? time.Substring(1, length) : null;
        }

        private static string? Label(JsonElement entity) => entity.TryGetProperty("labels", out var labels) && labels.ValueKind == JsonValueKind.Object
            && labels.TryGetProperty("en", out var label) ? Text(label, "value")?.Trim() is { Length: > 0 } name ? name : null : null;

        private static IEnumerable<string> Aliases(JsonElement entity)
        {
            if (!entity.TryGetProperty("aliases", out var aliases) || aliases.ValueKind != JsonValueKind.Object
                || !aliases.TryGetProperty("en", out var list) || list.ValueKind != JsonValueKind.Array) return [];
            return list.EnumerateArray().Select(alias => Text(alias, "value")?.Replace('|', ' ').Trim()).OfType<string>().Where(alias => alias.Length > 1).Distinct(StringComparer.Ordinal);
        }

        private static string? Text(JsonElement json, string property) =>
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
