using Heliograph.Analysis;

namespace Heliograph.Store;

/// <summary>An entry that waits for a person to judge it.</summary>
/// <param name="Id">Its id, 32 hex digits.</param>
/// <param name="Day">The day it is sorted by; may be empty.</param>
/// <param name="Signs">What speaks for a look at it.</param>
/// <param name="Weight">Its place in the queue: the highest comes first.</param>
/// <param name="After">What to ask the queue with for those behind it.</param>
public sealed record ReviewEntry(string Id, string Day, ReviewSigns Signs, double Weight, string After);
