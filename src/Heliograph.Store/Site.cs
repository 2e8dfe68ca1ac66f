using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Heliograph.Store;

/// <summary>A place on the map, as events name it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Country">The country it lies in; null where that is open.</param>
/// <param name="Latitude">Degrees north of the equator.</param>
/// <param name="Longitude">Degrees east of Greenwich.</param>
/// <param name="Precision">What the coordinates are the middle of; empty where nothing tells.</param>
internal sealed record Site(string Name, string? Country, double Latitude, double Longitude, string Precision)
{
    /// <summary>Its number, of all that is told of it: no looking up is needed to write it down.</summary>
    public long Number => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Name}\n{Country}\n{Latitude:R}\n{Longitude:R}\n{Precision}"))));
}
