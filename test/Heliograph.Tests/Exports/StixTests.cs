using System.Text.Json;
using Heliograph.Ledger;

namespace Heliograph.Tests.Exports;

public class StixTests
{
    // identity-class-ov of STIX 2.1
    private static readonly string[] Classes = ["individual", "group", "system", "organization", "class", "unknown"];

    private static readonly string[] Common = ["spec_version", "created", "modified"];

    [Fact]
    public void Writes_stix() => Exported.As("stix").Shown().Approve();

    [Fact]
    public void Writes_prov() => Exported.As("prov").Shown().Approve();

    [Fact]
    public void Points_only_at_objects_that_are_there()
    {
        var objects = Objects();
        var ids = objects.Select(found => found.GetProperty("id").GetString()).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var found in objects)
        {
            foreach (var property in found.EnumerateObject().Where(property => property.Name.EndsWith("_ref", StringComparison.Ordinal)))
            {
                Assert.Contains(property.Value.GetString(), ids);
            }

            if (!found.TryGetProperty("object_refs", out var refs)) continue;
            Assert.NotEmpty(refs.EnumerateArray());
            Assert.All(refs.EnumerateArray(), reference => Assert.Contains(reference.GetString(), ids));
        }
    }

    [Fact]
    public void Has_what_stix_requires_of_each_object()
    {
        foreach (var found in Objects())
        {
            var type = found.GetProperty("type").GetString()!;
            var id = found.GetProperty("id").GetString()!;
            Assert.StartsWith(type + "--", id, StringComparison.Ordinal);
            Assert.Equal('5', id[(type + "--").Length..][14]); // the version of the UUID
            foreach (var required in Common.Concat(type switch
            {
                "report" => ["name", "published", "object_refs"],
                "identity" => ["name"],
                "note" => ["content", "object_refs"],
                "relationship" => ["relationship_type", "source_ref", "target_ref"],
                _ => Array.Empty<string>(),
            }))
            {
                Assert.True(found.TryGetProperty(required, out _), $"{id}: {required}");
            }
        }
    }

    [Fact]
    public void Makes_no_relationship_of_what_did_not_happen() => Assert.Equal(
        ["ASSAULT (heavy-weapons): Korvan army, militiamen → Belmere; happened; accepted by Ann \"A\" Lee", "ASSAULT: =cmd()|'/C calc'!A0 → @home, the \"tabbed\" town; happened; changed by +Bo"],
        Objects().Where(found => found.GetProperty("type").GetString() == "relationship").Select(found => found.GetProperty("description").GetString()).Distinct());

    [Fact]
    public void Uses_relationships_and_classes_that_stix_knows()
    {
        Assert.All(Objects().Where(found => found.GetProperty("type").GetString() == "relationship"), found =>
        {
            Assert.Equal("related-to", found.GetProperty("relationship_type").GetString());
            Assert.Contains(found.GetProperty("labels").EnumerateArray(), label => Quads.Types.Contains(label.GetString()!));
        });
        Assert.All(
            Objects().Where(found => found.GetProperty("type").GetString() == "identity"),
            found => Assert.Contains(found.GetProperty("identity_class").GetString(), Classes));
    }

    [Fact]
    public void Dates_what_the_shipped_tables_know_alike_in_every_bundle()
    {
        var known = Objects().Where(found => found.GetProperty("type").GetString() is "location" || (found.TryGetProperty("name", out var name) && name.GetString() is "Korva" or "Heliograph")).ToList();

        Assert.Equal(4, known.Count);
        Assert.All(known, found => Assert.Equal("2026-01-01T00:00:00.000Z", found.GetProperty("created").GetString()));
    }

    private static List<JsonElement> Objects() => [.. JsonDocument.Parse(Exported.As("stix", all: true).Text()).RootElement.GetProperty("objects").EnumerateArray()];
}
