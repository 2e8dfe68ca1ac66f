using System.Collections.Immutable;

namespace Heliograph.Web.Api;

/// <summary>The events of a filter over time, as the timeline draws them.</summary>
/// <param name="Step">How long a column is: day, week, month or year, chosen by the span.</param>
/// <param name="Columns">The columns that have events.</param>
/// <param name="Undated">How many events have no day.</param>
/// <param name="Earlier">How many lie before the columns: few, and far away.</param>
/// <param name="Later">How many lie behind them.</param>
internal sealed record Timeline(string Step, ImmutableArray<TimelineColumn> Columns, long Undated, long Earlier, long Later);

/// <summary>One stretch of time.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Until">The first day behind it.</param>
/// <param name="Events">How many events it has.</param>
/// <param name="Observed">Those the outlet itself tells as so, of the classes 1 to 4.</param>
/// <param name="Declared">Those planned, possible, asked for or under a condition, of the classes 1 to 4.</param>
/// <param name="Alleged">Those a source tells as so, of the classes 1 to 4.</param>
/// <param name="Denied">Those told as not so, of the classes 1 to 4.</param>
internal sealed record TimelineColumn(
    string From, string Until, long Events, ImmutableArray<long> Observed, ImmutableArray<long> Declared, ImmutableArray<long> Alleged, ImmutableArray<long> Denied);

/// <summary>Who does what to whom among the events of a filter: the busiest.</summary>
/// <param name="Actors">The busiest first.</param>
/// <param name="Pairs">The busiest first.</param>
/// <param name="Events">How many events tell both who acts and whom it befalls, counted once for each pair.</param>
/// <param name="MoreActors">How many actors are left out.</param>
/// <param name="MorePairs">How many pairs are left out.</param>
internal sealed record Network(ImmutableArray<NetworkNode> Actors, ImmutableArray<NetworkEdge> Pairs, long Events, int MoreActors, int MorePairs);

/// <summary>An actor of a network.</summary>
/// <param name="Id">Its id, as a filter takes it.</param>
/// <param name="Name">Its name, or words that name it.</param>
/// <param name="Code">The code of its state or kind; absent where nothing tells.</param>
/// <param name="Sector">Its PLOVER sector; absent where nothing tells.</param>
/// <param name="Acts">In how many events it acts.</param>
/// <param name="IsActedUpon">In how many it is acted upon.</param>
internal sealed record NetworkNode(string Id, string Name, string? Code, string? Sector, long Acts, long IsActedUpon);

/// <summary>What one actor did to another.</summary>
/// <param name="By">Who acts.</param>
/// <param name="To">Whom it befalls.</param>
/// <param name="Events">How many events there are.</param>
/// <param name="Classes">How many of the classes 1 to 4.</param>
internal sealed record NetworkEdge(string By, string To, long Events, ImmutableArray<long> Classes);

/// <summary>Where the events of a filter were.</summary>
/// <param name="Places">The most often named first.</param>
/// <param name="More">How many places are left out.</param>
internal sealed record PlaceList(ImmutableArray<PlaceRow> Places, int More);

/// <summary>A place of events.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Country">The country it lies in, ISO 3166-1 alpha-3; absent where that is open.</param>
/// <param name="Precision">What the coordinates are the middle of, such as city or country.</param>
/// <param name="Latitude">Degrees north of the equator.</param>
/// <param name="Longitude">Degrees east of Greenwich.</param>
/// <param name="Events">How many events name it.</param>
/// <param name="Conflicts">How many of them are conflict (classes 3 and 4).</param>
internal sealed record PlaceRow(string Name, string? Country, string Precision, double Latitude, double Longitude, long Events, long Conflicts);
