using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Times;

namespace Heliograph.Exports;

/// <summary>An event on its way into a format that takes every row for something that happened: <c>gdelt</c>, <c>polecat</c>,
/// <c>acled</c>.</summary>
/// <param name="View">Its report.</param>
/// <param name="Event">The event.</param>
/// <param name="Marks">What such a format would not expect of it, such as <c>factuality=planned</c>, and what people made of it; may be empty.</param>
internal sealed record StrictEvent(ReportView View, EventEntry Event, ImmutableArray<string> Marks)
{
    private const int MaterialConflict = 4;

    /// <summary>The first day it may have been, or else the day of publication; null where neither is known.</summary>
    public DateOnly? Day => Event.Time?.Interval?.Start ?? View.Report.Published;

    /// <summary>Whether the words tell the time to the day, the week, the month (1 to 3), no nearer (4), or not at all (0).</summary>
    public int Precision => Event.Time?.Interval?.Granularity switch
    {
        null => 0,
        TimeGranularity.Day => Days <= 1 ? 1 : Days <= 7 ? 2 : 3,
        TimeGranularity.Week => 2,
        TimeGranularity.Month => 3,
        _ => 4,
    };

    /// <summary>Who did it: those who have a name or a code; nobody is called "they".</summary>
    public IEnumerable<Participant> Actors => Event.Actors.Where(IsKnown);

    /// <summary>To whom: those who have a name or a code, and are no actors as well.</summary>
    public IEnumerable<Participant> Recipients => ReportView.Recipients(Event).Where(IsKnown);

    /// <summary>Where it was: of several places the first that stands on a map, or else the first in a known country; null where there is none.</summary>
    public PlaceReference? Place => Event.Places.FirstOrDefault(place => place.Latitude is not null)
        ?? Event.Places.FirstOrDefault(place => place.Country is not null) ?? Event.Places.FirstOrDefault();

    /// <summary>The country it was in, ISO 3166-1 alpha-3: of its places, or else of a place that force was used on; null where neither tells.</summary>
    public string? Country => Place?.Country ?? Event.Places.Select(place => place.Country).OfType<string>().FirstOrDefault()
        ?? (Quads.Of(Event.Plover) == MaterialConflict ? Event.Recipients.Where(who => View.Names(who.Actor) == MentionType.Place).Select(who => who.Code).OfType<string>().FirstOrDefault() : null);

    private int Days => Event.Time!.Interval!.Value.End.DayNumber - Event.Time.Interval.Value.Start.DayNumber;

    /// <summary>The events to write. All others are counted with the reason why they are left out.</summary>
    public static IEnumerable<StrictEvent> Of(ExportJob job)
    {
        foreach (var view in job.Once())
        {
            foreach (var entry in view.Entries)
            {
                if (entry is not EventEntry told)
                {
                    job.LeaveOut($"no event but a {entry.Kind}");
                    continue;
                }

                var found = new StrictEvent(view, told, []);
                var doubts = found.Doubts().ToImmutableArray();
                if (!job.All && !doubts.IsEmpty)
                {
                    job.LeaveOut(doubts[0]);
                    continue;
                }

                job.Wrote();
                yield return found with { Marks = [.. doubts.Select(doubt => doubt.Replace(": ", "=", StringComparison.Ordinal)), .. Reviewed(told)] };
            }
        }
    }

    /// <summary>The mark that people left on an entry, such as <c>review=accepted by Ann</c>; none where nobody looked.</summary>
    public static IEnumerable<string> Reviewed(Entry entry) => entry.Review is { } review ? [$"review={review.Mark} by {review.By}"] : [];

    /// <summary>A day in one of the forms that formats ask for; empty where none is known.</summary>
    public static string Date(DateOnly? day, string form) => day?.ToString(form, CultureInfo.InvariantCulture) ?? "";

    private bool IsKnown(Participant who) => who.Code is not null || View.Name(who) is not null;

    private IEnumerable<string> Doubts()
    {
        if (Event.Factuality is not (Factuality.Happened or Factuality.Ongoing)) yield return $"factuality: {Terms.Of(Event.Factuality)}";
        if (View.IsDenied(Event)) yield return "voice: denied or not said";
        if (Event.Actors.IsEmpty) yield return "no actor";
        else if (!Actors.Any()) yield return "no actor but a pronoun";
        if (Day is null) yield return "no day";
        else if (Precision == 4) yield return "no day nearer than a " + Terms.Of(Event.Time!.Interval!.Value.Granularity);
    }
}
