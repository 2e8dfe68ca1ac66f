namespace Heliograph.Places;

/// <summary>What a place's coordinates are the middle of, finest first.</summary>
public enum PlacePrecision : byte
{
    /// <summary>A part of a city, or a district.</summary>
    District,

    /// <summary>A city, town or village.</summary>
    City,

    /// <summary>A first-level region of a state: a province, an oblast.</summary>
    Region,

    /// <summary>A stretch of land within a state or across several: a valley, a peninsula, the Sahel.</summary>
    Area,

    /// <summary>A sea, strait, river or lake.</summary>
    Water,

    /// <summary>A country or territory.</summary>
    Country,
}
