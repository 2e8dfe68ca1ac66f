using System.Collections.Immutable;

namespace Heliograph.Web.Pages.Trying;

/// <summary>How far a reading has come, at one moment.</summary>
public sealed record ReadingState
{
    /// <summary>What is being done, for people.</summary>
    public string Stage { get; init; } = "Waiting for a free core";

    /// <summary>Reports read.</summary>
    public int Read { get; init; }

    /// <summary>Reports refused.</summary>
    public int Refused { get; init; }

    /// <summary>Reports in all; 0 while nobody knows.</summary>
    public int Of { get; init; }

    /// <summary>Entries that the ledger did not hold before, or that were found where nothing is kept.</summary>
    public long Entries { get; init; }

    /// <summary>The share of the text that is read, 0 to 1.</summary>
    public double Share { get; init; }

    /// <summary>When reading began; null before.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>When it was over; null before.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Why it stopped short; null where it did not.</summary>
    public Trouble? Problem { get; init; }

    /// <summary>The first reports that were refused, each with the reason.</summary>
    public ImmutableList<(string Input, string Reason)> Refusals { get; init; } = [];

    /// <summary>The first reports that were read: where each is, what it is called, how many entries it has.</summary>
    public ImmutableList<(string Link, string Title, int Entries)> Reports { get; init; } = [];

    /// <summary>How long it will take yet, where enough is done to tell.</summary>
    /// <param name="now">The moment.</param>
    public TimeSpan? Left(DateTimeOffset now) => Began is { } began && Ended is null && Share > 0.02 ? (now - began) * ((1 - Share) / Share) : null;
}
