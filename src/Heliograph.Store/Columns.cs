using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Places;

namespace Heliograph.Store;

/// <summary>What of an entry can be searched by, drawn out of it into columns.</summary>
internal sealed record Columns
{
    private const int FewestWords = 8; // of a statement that nobody says twice by chance; ours, by eye

    public string? Type { get; init; }

    public string? Mode { get; init; }

    public int? Quad { get; init; }

    public string? Factuality { get; init; }

    public bool Voiced { get; init; }

    public string? Began { get; init; }

    public string? Ended { get; init; }

    /// <summary>The day an entry is sorted by: its own first day, else that of publication, else empty.</summary>
    public required string Day { get; init; }

    public string? Published { get; init; }

    public string? Outlet { get; init; }

    public string? Country { get; init; }

    public double? Confidence { get; init; }

    /// <summary>A number that other entries have too which tell the same; null where that cannot be told.</summary>
    public long? Tells { get; init; }

    public ImmutableArray<(string Role, string? Actor, string? Name, string? Code, string? Sector)> Parties { get; init; } = [];

    /// <summary>The keys of its places, by their names and by the words that tell them; each once.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Its places that have a name and coordinates; each once.</summary>
    public ImmutableArray<Site> Sites { get; init; } = [];

    /// <summary>The number of an event's class, factuality and voice; null for anything else.</summary>
    public int? Act => Quad is { } quad ? ActCode.Of(quad, Factuality!, Voiced) : null;

    /// <summary>The words to be searched; empty for a mention, whose words the entries around it hold too.</summary>
    public string Words { get; init; } = "";

    public static Columns Of(Report report, Entry entry)
    {
        var published = Text(report.Published);
        var plain = new Columns { Type = entry.Type, Day = published ?? "", Published = published, Outlet = report.Outlet, Voiced = !entry.Voice.IsEmpty, Tells = TellsOf(report, entry) };
        return entry switch
        {
            EventEntry told => plain with
            {
                Confidence = told.Confidence,
                Mode = told.Mode,
                Country = told.Places.Select(place => place.Country).FirstOrDefault(country => country is not null),
                Began = Text(told.Time?.Interval?.Start),
                Ended = Text(told.Time?.Interval?.End),
                Day = Text(told.Time?.Interval?.Start) ?? plain.Day,
                Quad = Quads.Of(told.Plover),
                Factuality = Terms.Of(told.Factuality),
                Parties = [.. told.Actors.Select(actor => Party("actor", actor)), .. told.Recipients.Select(actor => Party("recipient", actor))],
                Places = [.. told.Places.SelectMany(place => Keys(place.Name, place.Words.In(report.Text))).Distinct()],
                Sites = [.. told.Places.Select(SiteOf).OfType<Site>().Distinct()],
                Words = In(report, [.. told.Actors.Select(actor => actor.Words), told.Trigger, .. told.Recipients.Select(actor => actor.Words), .. told.Places.Select(place => place.Words)]),
            },
            StatementEntry statement => plain with
            {
                Confidence = statement.Confidence,
                Parties = statement.Source is { } source ? [Party("source", source)] : [],
                Words = In(report, [.. statement.Source is { } said ? [said.Words] : ImmutableArray<Evidence>.Empty, statement.Cue, statement.Content]),
            },
            MentionEntry mention => plain with { Parties = [("mention", mention.Actor, null, null, null)] },
            _ => plain,
        };
    }

    private static (string Role, string? Actor, string? Name, string? Code, string? Sector) Party(string role, Participant participant) =>
        (role, participant.Actor, participant.Name, participant.Code, participant.Sector);

    private static Site? SiteOf(PlaceReference place) => place is { Name: { } name, Latitude: { } latitude, Longitude: { } longitude }
        ? new(name, place.Country, latitude, longitude, place.Precision is { } precision ? Terms.Of(precision) : "")
        : null;

    private static string In(Report report, ImmutableArray<Evidence> words) => string.Join('\n', words.Select(evidence => evidence.In(report.Text)));

    /// <summary>The columns of the entry's own row, as parameters of the same names.</summary>
    public IEnumerable<(string Name, object? Value)> Parameters() =>
    [
        ("type", Type), ("factuality", Factuality), ("mode", Mode), ("quad", Quad), ("voiced", Voiced ? 1 : 0), ("began", Began),
        ("ended", Ended), ("day", Day), ("published", Published), ("outlet", Outlet), ("country", Country), ("confidence", Confidence), ("tells", Tells),
    ];

    /// <summary>What <see cref="Tells"/> is of an entry.</summary>
    public static long? TellsOf(Report report, Entry entry) => entry switch
    {
        EventEntry told => Deed(told, report.Published),
        StatementEntry statement => Saying(statement.Content.In(report.Text)),
        _ => null,
    };

    // One day, one type, the same actors and recipients, all of them known beyond the report
    private static long? Deed(EventEntry told, DateOnly? published)
    {
        var day = told.Time?.Interval is { } interval ? interval.End == interval.Start.AddDays(1) ? interval.Start : null : published;
        var (who, whom) = (Ids(told.Actors), Ids(told.Recipients));
        var isKnown = who.Count + whom.Count > 0 && who.Concat(whom).All(actor => !actor.StartsWith("local:", StringComparison.Ordinal));
        return day is null || !isKnown ? null : Number($"{told.Plover}\n{Text(day)}\n{string.Join(' ', who)}\n{string.Join(' ', whom)}");
    }

    // The same words, whoever says them
    private static long? Saying(string words)
    {
        var text = new StringBuilder(words.Length);
        var count = 0;
        var isWord = false;
        foreach (var letter in words)
        {
            if (isWord != char.IsLetterOrDigit(letter) && (isWord = !isWord)) count++;
            if (isWord) text.Append(char.ToLowerInvariant(letter));
        }

        return count < FewestWords ? null : Number(text.ToString());
    }

    private static List<string> Ids(ImmutableArray<Participant> participants) =>
        [.. participants.Select(participant => participant.Actor).OfType<string>().Order(StringComparer.Ordinal)];

    private static long Number(string text) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The keys that a place is found by.</summary>
    /// <param name="name">Its name; null where the words leave open which place they mean.</param>
    /// <param name="words">The words that tell it.</param>
    public static IEnumerable<string> Keys(string? name, string words) =>
        new[] { PlaceKey.Of(name), PlaceKey.Of(words) }.Where(key => key.Length > 0).Distinct();

    /// <summary>The codes of those in a role; one empty code where there is none.</summary>
    public IReadOnlyList<string> Codes(string role)
    {
        var codes = Parties.Where(party => party.Role == role && party.Code is not null).Select(party => party.Code!).ToList();
        return codes.Count > 0 ? codes : [""];
    }

    /// <summary>Who acts on whom, by their ids; each pair once.</summary>
    public IEnumerable<(string Actor, string Recipient)> Ties()
    {
        var whom = Parties.Where(party => party.Role == "recipient").Select(party => party.Actor).OfType<string>().ToList();
        return Parties.Where(party => party.Role == "actor").Select(party => party.Actor).OfType<string>()
            .SelectMany(actor => whom.Where(recipient => recipient != actor).Select(recipient => (actor, recipient))).Distinct();
    }

    /// <summary>A day as it is kept, such as 2031-05-02.</summary>
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
