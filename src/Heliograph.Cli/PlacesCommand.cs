using System.CommandLine;
using System.Globalization;
using Heliograph.Ledger;
using Heliograph.Places;

namespace Heliograph.Cli;

/// <summary><c>heliograph places find</c>: the places that a name may mean.</summary>
internal static class PlacesCommand
{
    /// <summary>Declares the command line. Nothing runs here.</summary>
    /// <param name="index">Gives the places; asked once, and only when the command runs.</param>
    public static Command Declare(Func<PlaceIndex> index)
    {
        var name = new Argument<string>("name") { Description = "The name of a place, as a report has it." };
        var near = new Option<string?>("--near") { Description = "Only places in this country: its name, or its code (ISO 3166-1 alpha-3)." };
        var find = new Command("find", "List the places that a name may mean, the likeliest of their kind first.") { name, near };
        find.SetAction(line => Find(index(), line.GetRequiredValue(name), line.GetValue(near), Console.Out, Console.Error));
        return new("places", "Look up places.") { find };
    }

    /// <summary>Does the work, on streams the tests can read.</summary>
    /// <returns>The exit status: 0 when there is such a place, 1 when there is none.</returns>
    public static int Find(PlaceIndex index, string name, string? near, TextWriter output, TextWriter errors)
    {
        Country? country = null;
        if (near is not null && (country = index.Country(near.ToUpperInvariant()) ?? index.CountryNamed(PlaceKey.Of(near))) is null)
        {
            errors.WriteLine($"--near: found no country '{Printable.Line(near)}', expected a name or a code of three letters, such as PAK.");
            return 1;
        }

        var found = index.Find(name).Where(place => country is null || place.Country == country.Code).ToList();
        foreach (var place in found) output.WriteLine(Row(index, place));
        if (found.Count > 0) return 0;
        errors.WriteLine(
            $"{Printable.Line(name)}: found no such place{(country is null ? "" : $" in {country.Name}")}, expected one of more than 5,000 people, " +
            "a region, a country or a sea. Try another spelling.");
        return 1;
    }

    // For example: Peshawar                 PAK  Khyber Pakhtunkhwa   city      34.008    71.578    1218773  place:1168197
    private static string Row(PlaceIndex index, Place place) => string.Create(
        CultureInfo.InvariantCulture,
        $"{place.Name,-28}  {place.Country,-3}  {index.RegionOf(place),-24}  {Terms.Of(place.Precision),-8}  {place.Latitude,9:0.000}  {place.Longitude,9:0.000}  {place.Population,9}  {place.Id}");
}
