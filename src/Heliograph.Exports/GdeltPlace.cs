using Heliograph.Ledger;
using Heliograph.Places;

namespace Heliograph.Exports;

/// <summary>A place in GDELT's eight columns: type, name, FIPS 10-4 code of the country, two regions, two coordinates, feature.</summary>
internal static class GdeltPlace
{
    /// <summary>The columns of a place: of type 0, and empty, where there is none, and where it is an area or a water, which GDELT has no type for.</summary>
    public static string[] Of(PlaceReference? place)
    {
        var fips = Countries.Fips(place?.Country);
        if (place is null || place.Precision is PlacePrecision.Area or PlacePrecision.Water || (place.Name is null && fips is null)) return ["0", "", "", "", "", "", "", ""];
        var isCountry = place.Name is null || place.Precision is PlacePrecision.Country;
        var isAmerican = place.Country == "USA";
        var type = isCountry ? 1 : place.Precision == PlacePrecision.Region ? isAmerican ? 2 : 5 : isAmerican ? 3 : 4;
        var country = Countries.Name(place.Country);
        var name = isCountry ? country ?? place.Name : country is null ? place.Name : $"{place.Name}, {country}";
        return
        [
            Cells.Of((long)type), Cells.Text(name), fips ?? "", isCountry ? fips ?? "" : "", "", Cells.Number(place.Latitude), Cells.Number(place.Longitude),
            isCountry ? fips ?? "" : "",
        ];
    }
}
