using Heliograph.Extraction;
using Heliograph.Ledger;

namespace Heliograph.Web.Pages;

/// <summary>Tells how entries stand to the world.</summary>
public static class Standings
{
    /// <summary>How an event stands.</summary>
    public static Standing Of(EventEntry told) => told.Factuality switch
    {
        Factuality.DidNotHappen => Standing.Denied,
        Factuality.Happened or Factuality.Ongoing => told.Voice.IsEmpty ? Standing.Asserted : Standing.Reported,
        _ => Standing.Open,
    };

    /// <summary>How an entry stands; only events stand to the world by themselves.</summary>
    public static Standing Of(Entry entry) => entry is EventEntry told ? Of(told) : Standing.None;
}
