namespace Heliograph.Exports;

/// <summary>Where a feed is read.</summary>
/// <param name="Self">The address of the feed itself.</param>
/// <param name="Home">The address of the page with the same entries.</param>
/// <param name="Entry">The address of the page of an entry, by its id.</param>
public sealed record FeedAddress(Uri Self, Uri Home, Func<string, Uri> Entry);
