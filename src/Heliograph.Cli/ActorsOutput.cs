using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heliograph.Actors;
using Heliograph.Ledger;

namespace Heliograph.Cli;

/// <summary>Prints actors of the register, for people or as JSON.</summary>
internal sealed class ActorsOutput(ActorRegister register, DateOnly? at, TextWriter output)
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line an actor: its id, kind, codes and name, and the offices of the day.</summary>
    public void Row(Actor actor)
    {
        var offices = Offices(actor).Select(tenure => tenure.Office).ToList();
        var held = offices.Count > 0 ? $" ({string.Join(", ", offices)})" : "";
        output.WriteLine($"{Printable.Line(actor.Id),-32}  {ActorTerms.Of(actor.Kind),-17}  {actor.Code,-3}  {actor.Sector,-3}  {Printable.Line(actor.Name + held)}");
    }

    /// <summary>All that the register has of an actor.</summary>
    public void Show(Actor actor)
    {
        output.WriteLine(Printable.Line(actor.Name));
        Field("id", actor.Id);
        Field("kind", ActorTerms.Of(actor.Kind));
        Field("also", string.Join(", ", actor.Aliases));
        Field("country", string.Join(", ", actor.Countries));
        Field("code", actor.Code);
        Field("sector", actor.Sector);
        Field("CAMEO", actor.Cameo);
        if (actor.State is { } state)
        {
            Field("adjectives", string.Join(", ", state.Adjectives));
            Field("capital", string.Join(", ", state.Capitals));
            Field("status", state.Status);
        }

        foreach (var parent in actor.Parents) Field("part of", Since(parent.Parent, parent.Period));
        if (actor.Period != default) Field("from", actor.Period.ToString());
        foreach (var tenure in register.OfficesOf(actor.Id).Where(tenure => At(tenure.Period))) Field("office", Since(tenure.Office, tenure.Period));
        foreach (var row in register.MembershipsOf(actor.Id).Where(row => At(row.Period))) Field("member", Since($"{row.Organisation} ({row.Role})", row.Period));
        foreach (var office in register.Offices.Where(office => office.Organisation == actor.Id || (actor.Kind == ActorKind.State && office.Country == actor.Id && office.Organisation is null)))
        {
            foreach (var tenure in register.TenuresOf(office.Id).Where(tenure => At(tenure.Period))) Field(office.Titles[0], Since(tenure.Person, tenure.Period));
        }

        foreach (var row in register.MembersOf(actor.Id).Where(row => At(row.Period))) Field("member", Since($"{row.Person} ({row.Role})", row.Period));
        Field("row", actor.Place.File.Length > 0 ? actor.Place.ToString() : null);
    }

    /// <summary>An office and who held it.</summary>
    public void Show(Office office)
    {
        output.WriteLine(Printable.Line(office.Titles[0]));
        Field("id", office.Id);
        Field("titles", string.Join(", ", office.Titles));
        Field("of", string.Join(", ", new[] { office.Organisation, office.Country }.Where(owner => owner is not null)));
        Field("sector", office.Sector);
        foreach (var tenure in register.TenuresOf(office.Id).Where(tenure => At(tenure.Period))) Field("held by", Since(tenure.Person, tenure.Period));
        Field("row", office.Place.ToString());
    }

    /// <summary>Actors as one JSON array.</summary>
    public void Json(IEnumerable<Actor> actors)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var actor in actors) Json(json, actor);
            json.WriteEndArray();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()).ReplaceLineEndings("\n"));
    }

    private void Json(Utf8JsonWriter json, Actor actor)
    {
        json.WriteStartObject();
        json.WriteString("id", actor.Id);
        json.WriteString("kind", ActorTerms.Of(actor.Kind));
        json.WriteString("name", actor.Name);
        Array(json, "aliases", actor.Aliases.Select(alias => alias.ToString()));
        Array(json, "countries", actor.Countries);
        if (actor.Code is { } code) json.WriteString("code", code);
        if (actor.Sector is { } sector) json.WriteString("sector", sector);
        if (actor.Cameo is { } cameo) json.WriteString("cameo", cameo);
        json.WriteStartArray("offices");
        foreach (var tenure in Offices(actor))
        {
            json.WriteStartObject();
            json.WriteString("office", tenure.Office);
            if (tenure.Period.From is { } from) json.WriteString("from", from.ToString());
            if (tenure.Period.To is { } to) json.WriteString("to", to.ToString());
            if (tenure.Period.Known is { } known) json.WriteString("known", known.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Array(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private IEnumerable<Tenure> Offices(Actor actor) => register.OfficesOf(actor.Id).Where(tenure => At(tenure.Period));

    private bool At(Period period) => at is not { } day || period.MayHold(day);

    private static string Since(string what, Period period) => period == default ? what : $"{what}, {period}";

    private void Field(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-12} {Printable.Line(value)}"));
    }
}
