using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Web.Api;

namespace Heliograph.Web.Mcp;

/// <summary>Reports a stretch at a time, of the ledger or of a text that is read and not kept.</summary>
internal sealed class Stretches(LedgerPool ledger, WebSettings settings, ReadingQueue queue)
{
    private const int LongestStretch = 12_000; // UTF-16 code units of text
    private const int LongestText = 4_000_000; // of a text that is read; ours
    private const int MostVersions = 50;
    private const int MostLines = 500; // more have no room in an answer
    private const string Prefix = "sha256:";

    private static readonly Parameter From = new("from", "where the stretch begins, in Unicode code points: the next of the answer before") { Form = ValueForm.Whole, Least = 0, Most = int.MaxValue, Usual = JsonValue.Create(0) };
    private static readonly Parameter Kind = new("kind", "which kinds of entry are told; events and statements where none is named") { Choices = ["mention", "statement", "event"], IsMany = true };

    private readonly Lock _lock = new();
    private (string Asked, Report Report, ImmutableArray<Entry> Entries, ImmutableArray<string> Warnings)? _last; // the next stretch is mostly one of the same text

    /// <summary>What <see cref="ReadText"/> takes.</summary>
    public ImmutableArray<Parameter> OfText { get; } =
    [
        new("text", "the text of one report, as it was published") { IsRequired = true, IsBody = true, Longest = LongestText },
        new("title", "its headline"),
        new("published", "the day of publication: the day that \"last week\" is counted from") { Form = ValueForm.Day },
        new("outlet", "who published it"),
        new("url", "where it was published") { Longest = 2_000 },
        Kind,
        From,
    ];

    /// <summary>What <see cref="GetReport"/> takes.</summary>
    public ImmutableArray<Parameter> OfReport { get; } =
    [
        new("id", "the report's id: sha256: and 64 hex digits, or the first 6 or more of them") { IsRequired = true, Longest = 71 }, Kind, From,
    ];

    /// <summary>Reads a text, when its turn has come.</summary>
    public async Task<(ReportStretch? Body, ProblemBody? Problem)> ReadText(Arguments arguments, CancellationToken stop)
    {
        var body = TextReading.Body(new(arguments["text"], Title: arguments["title"], Published: arguments["published"], Outlet: arguments["outlet"], Url: arguments["url"]));
        var asked = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body));
        (string Asked, Report Report, ImmutableArray<Entry> Entries, ImmutableArray<string> Warnings)? last;
        lock (_lock) last = _last;
        if (last is not { } known || known.Asked != asked)
        {
            using var turn = queue.Enter(body.Length);
            if (turn is null) return (null, Arguments.Wrong(arguments.Tool, FormattableString.Invariant($"{ReadingQueue.MostWaiting} texts waiting to be read"), "fewer", "Call again in half a minute"));
            await turn.Begun.WaitAsync(stop);
            var (report, entries, warnings, problem) = TextReading.Read(settings, body, force: false, stop);
            if (problem is not null) return (null, problem with { Detail = $"{arguments.Tool}: {problem.Detail}" });
            known = (asked, report, entries, warnings);
            lock (_lock) _last = known;
        }

        var stretch = Of(known.Report, known.Entries, arguments, withText: false);
        return (stretch with { Kept = false, Warnings = known.Warnings.IsEmpty ? null : known.Warnings }, null);
    }

    /// <summary>Shows a report of the ledger.</summary>
    public (ReportStretch? Body, ProblemBody? Problem) GetReport(Arguments arguments)
    {
        var id = arguments["id"]!;
        var digits = id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id;
        if (digits.Length is < 6 or > 64 || !digits.All(char.IsAsciiHexDigitLower))
        {
            return (null, Arguments.Wrong(arguments.Tool, $"the id '{id}'", "sha256: and 64 hex digits, or the first 6 or more of them", "Take it from the line of an entry, or look for one with search_entries"));
        }

        return ledger.Read<(ReportStretch?, ProblemBody?)>(store =>
        {
            if (store.ReportsOf(Prefix + digits, 2) is not [var (report, entries)])
            {
                return (null, Arguments.Wrong(
                    arguments.Tool, store.ReportsOf(Prefix + digits, 1).IsEmpty ? $"no report whose id begins with '{digits}'" : $"more than one report whose id begins with '{digits}'", "one",
                    "Take the whole id from the line of an entry"));
            }

            var (copies, versions) = (store.CopiesOf(report.Id, 1), store.Versions(report.Id, MostVersions));
            return (Of(report, entries, arguments, withText: true) with
            {
                Origin = copies.Origin?.Id,
                Copies = copies.Count > 0 ? copies.Count : null,
                Revises = versions.TakeWhile(version => version.Id != report.Id).LastOrDefault()?.Id,
            }, null);
        });
    }

    // As much text as a stretch holds, or as its entries leave room for; what begins in it is told in it
    private static ReportStretch Of(Report report, ImmutableArray<Entry> all, Arguments arguments, bool withText)
    {
        var (text, codePoints, kinds) = (report.Text, new CodePoints(report.Text), arguments.All(Kind.Name));
        var start = codePoints.ToCodeUnits(Math.Min(arguments.Whole(From.Name, 0), codePoints.FromCodeUnits(text.Length)));
        var end = withText ? Math.Min(text.Length, start + LongestStretch) : text.Length;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        List<(int At, Entry Entry)> placed =
        [
            .. all.Where(entry => kinds.IsEmpty ? entry is not MentionEntry : kinds.Contains(entry.Kind)).Select(entry => (At: Words.Cover(entry).Start, entry))
                .Where(one => one.At >= start && one.At < end).OrderBy(one => one.At),
        ];
        var lines = AnswerBounds.First(Line.All(report, [.. placed.Take(MostLines).Select(one => one.Entry)]).Select(AnswerBounds.Cut), AnswerBounds.RoomForRows - (withText ? end - start : 0));
        var isCut = lines.Length < placed.Count && placed[lines.Length].At > start;
        if (isCut) end = placed[lines.Length].At;
        if (isCut) lines = lines[..placed.FindIndex(one => one.At == end)]; // those that begin at the same word stay together
        return new(
            AnswerBounds.Cut(Line.Of(report, withText: false)),
            withText ? new(text[start..end], [codePoints.FromCodeUnits(start), codePoints.FromCodeUnits(end)]) : null,
            lines, end < text.Length ? codePoints.FromCodeUnits(end) : null, Kept: true,
            LeftOut: end < text.Length || lines.Length < placed.Count ? LeftOut(end < text.Length, isCut ? 0 : placed.Count - lines.Length) : null);
    }

    private static string LeftOut(bool isCut, int entries) => string.Join(' ', ((string[])
    [
        isCut ? "What follows in the text is not told here: go on with from, as next says." : "",
        entries > 0 ? string.Create(CultureInfo.InvariantCulture, $"{entries} entries that begin at the same word are left out.") : "",
    ]).Where(part => part.Length > 0));
}
