namespace Heliograph.Store;

/// <summary>The order of a page of entries.</summary>
public enum EntrySort
{
    /// <summary>The latest day first: of the event's own time, or else of publication.</summary>
    Newest,

    /// <summary>The earliest day first.</summary>
    Oldest,

    /// <summary>The most confident first; entries that carry no confidence (mentions) are left out.</summary>
    Surest,
}
