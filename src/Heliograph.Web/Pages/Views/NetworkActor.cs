using Heliograph.Store;

namespace Heliograph.Web.Pages.Views;

/// <summary>An actor of a network.</summary>
/// <param name="Called">What it is called.</param>
/// <param name="Did">In how many events it acts.</param>
/// <param name="Got">In how many it is acted upon.</param>
public sealed record NetworkActor(ActorName Called, long Did, long Got)
{
    /// <summary>Its name on one line.</summary>
    public string Label => Shown.Line(Called.Name, 60);

    /// <summary>Its codes, such as AFG:REB; empty where nothing tells.</summary>
    public string Code => Called.Sector is { } sector ? $"{Called.Code}:{sector}" : Called.Code ?? "";
}
