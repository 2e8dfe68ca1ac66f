using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Ledger;

/// <summary>Writes the lines of one report: its own, and those of its entries.</summary>
/// <remarks>
/// One JSON object a line in UTF-8, ended by a line feed; properties always in the same order; what the text does not
/// tell is absent. Spans leave as Unicode code points. Letters, quotation marks and pictures stay as they are; control
/// characters, line separators and marks of writing direction are escaped.
/// </remarks>
public sealed class EntryJson : IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = LineEncoder.Instance,
        SkipValidation = true,
    };

    private readonly Report _report;
    private readonly CodePoints _codePoints;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;

    /// <param name="report">The report that the lines are of.</param>
    public EntryJson(Report report)
    {
        (_report, _codePoints) = (report, new(report.Text));
        _json = new(_line, Options);
    }

    /// <summary>Writes the report's own line.</summary>
    /// <param name="output">Where to write it.</param>
    /// <param name="withText">Whether the line holds the text; without it the line is only good beside a copy of it.</param>
    public void WriteReport(IBufferWriter<byte> output, bool withText = true) => Line(output, () =>
    {
        _json.WriteString("kind", "report");
        _json.WriteString("id", _report.Id);
        _json.WriteString("input", _report.Input);
        Text("title", _report.Title);
        Text("published", _report.Published is { } day ? Day(day) : null);
        Text("outlet", _report.Outlet);
        Texts("authors", _report.Authors);
        Text("url", _report.Url);
        _json.WriteString("language", _report.Language);
        if (withText) _json.WriteString("text", _report.Text);
        if (_report.TitleSpan is null && _report.NotArticle.IsEmpty) return;
        _json.WriteStartObject("spans");
        if (_report.TitleSpan is { } title) Pair("title", title);
        if (!_report.NotArticle.IsEmpty) Spans("notArticle", _report.NotArticle);
        _json.WriteEndObject();
    });

    /// <summary>Writes the line of one entry of the report.</summary>
    public void Write(IBufferWriter<byte> output, Entry entry) => Line(output, () =>
    {
        _json.WriteString("kind", entry.Kind);
        _json.WriteString("id", entry.Id);
        _json.WriteString("report", entry.Report);
        switch (entry)
        {
            case MentionEntry mention: Mention(mention); break;
            case StatementEntry statement: Statement(statement); break;
            case EventEntry told: Event(told); break;
            default: throw new InvalidOperationException($"No line is defined for entries of kind '{entry.Kind}'. Define one here.");
        }

        Review(entry.Review);
    });

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Mention(MentionEntry mention)
    {
        Words(mention.Words);
        Text("type", mention.Type);
        _json.WriteString("form", Terms.Of(mention.Form));
        _json.WriteString("actor", mention.Actor);
        Text("why", mention.Why);
    }

    private void Statement(StatementEntry statement)
    {
        Voice(statement);
        if (statement.Source is { } source)
        {
            _json.WriteStartObject("source");
            Participant(source);
            _json.WriteString("naming", Terms.Of(statement.Naming));
            _json.WriteEndObject();
        }

        Ref("cue", statement.Cue);
        Ref("content", statement.Content);
        _json.WriteString("manner", Terms.Of(statement.Manner));
        _json.WriteString("act", statement.Act);
        if (statement.Polarity is { } polarity) _json.WriteString("polarity", polarity);
        if (statement.Venue is { } venue)
        {
            _json.WriteString("venue", venue.In(_report.Text));
            Spans("venueSpans", venue.Spans);
        }

        Time(statement.Time);
        Confidence("confidence", statement.Confidence);
        Confidence("shippedConfidence", statement.ShippedConfidence);
        if (statement.Rule.Length > 0) _json.WriteString("rule", statement.Rule);
    }

    private void Confidence(string name, double? share)
    {
        if (share is not { } confidence) return;
        _json.WritePropertyName(name);
        _json.WriteRawValue(confidence.ToString("0.00", CultureInfo.InvariantCulture), skipInputValidation: true);
    }

    private void Event(EventEntry told)
    {
        Voice(told);
        _json.WriteString("type", told.Plover);
        Text("mode", told.Mode);
        Texts("contexts", told.Contexts);
        _json.WriteString("cameo", told.Cameo);
        Ref("trigger", told.Trigger);
        Participants("actor", told.Actors);
        Participants("recipient", told.Recipients);
        if (!told.Places.IsEmpty)
        {
            _json.WriteStartArray("place");
            foreach (var place in told.Places) Object(() => Place(place));
            _json.WriteEndArray();
        }

        Time(told.Time);
        _json.WriteString("factuality", Terms.Of(told.Factuality));
        Likelihood(told.Likelihood);
        Count("killed", told.Killed);
        Count("injured", told.Injured);
        Count("arrested", told.Arrested);
        Count("displaced", told.Displaced);
        Confidence("confidence", told.Confidence);
        Confidence("shippedConfidence", told.ShippedConfidence);
        if (told.Rule.Length > 0) _json.WriteString("rule", told.Rule);
    }

    private void Review(Review? review)
    {
        if (review is null) return;
        _json.WriteStartObject("review");
        _json.WriteString("mark", review.Mark);
        _json.WriteString("by", review.By);
        _json.WriteString("at", review.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        if (!review.Was.IsEmpty)
        {
            _json.WriteStartArray("was");
            foreach (var (field, value) in review.Was)
            {
                Object(() =>
                {
                    _json.WriteString("field", field);
                    _json.WriteString("value", value);
                });
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private void Likelihood(Likelihood? likelihood)
    {
        if (likelihood is null) return;
        _json.WriteStartObject("likelihood");
        _json.WriteString("words", likelihood.Words.In(_report.Text));
        Spans("spans", likelihood.Words.Spans);
        Text("scale", likelihood.Scale);
        if (likelihood.Low is { } low) _json.WriteNumber("low", low);
        if (likelihood.High is { } high) _json.WriteNumber("high", high);
        _json.WriteEndObject();
    }

    private void Count(string name, Count? count)
    {
        if (count is null) return;
        _json.WriteStartObject(name);
        if (count.Low is { } low) _json.WriteNumber("low", low);
        if (count.High is { } high) _json.WriteNumber("high", high);
        Spans("spans", count.Words.Spans);
        _json.WriteEndObject();
    }

    private void Voice(Entry entry)
    {
        _json.WriteStartArray("voice");
        foreach (var statement in entry.Voice) _json.WriteStringValue(statement);
        _json.WriteEndArray();
    }

    private void Participants(string name, ImmutableArray<Participant> participants)
    {
        if (participants.IsEmpty) return;
        _json.WriteStartArray(name);
        foreach (var participant in participants) Object(() => Participant(participant));
        _json.WriteEndArray();
    }

    private void Participant(Participant participant)
    {
        Words(participant.Words);
        Text("actor", participant.Actor);
        Text("name", participant.Name);
        Text("code", participant.Code);
        Text("sector", participant.Sector);
    }

    private void Place(PlaceReference place)
    {
        Words(place.Words);
        Text("name", place.Name);
        Text("country", place.Country);
        if (place.Latitude is { } latitude) _json.WriteNumber("latitude", latitude);
        if (place.Longitude is { } longitude) _json.WriteNumber("longitude", longitude);
        if (place.Precision is { } precision) _json.WriteString("precision", Terms.Of(precision));
    }

    private void Ref(string name, Evidence? words)
    {
        if (words is null) return;
        _json.WritePropertyName(name);
        Object(() => Words(words));
    }

    private void Time(TimeReference? time)
    {
        if (time is null) return;
        _json.WriteStartObject("time");
        Words(time.Words);
        if (time.Interval is { } interval)
        {
            _json.WriteString("start", Day(interval.Start));
            _json.WriteString("end", Day(interval.End));
            _json.WriteString("granularity", Terms.Of(interval.Granularity));
        }

        _json.WriteEndObject();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Words(Evidence words)
    {
        _json.WriteString("text", words.In(_report.Text));
        Spans("spans", words.Spans);
    }

    private void Spans(string name, ImmutableArray<TextSpan> spans)
    {
        _json.WriteStartArray(name);
        foreach (var span in spans) Pair(span);
        _json.WriteEndArray();
    }

    private void Pair(string name, TextSpan span)
    {
        _json.WritePropertyName(name);
        Pair(span);
    }

    private void Pair(TextSpan span)
    {
        _json.WriteStartArray();
        _json.WriteNumberValue(_codePoints.FromCodeUnits(span.Start));
        _json.WriteNumberValue(_codePoints.FromCodeUnits(span.End));
        _json.WriteEndArray();
    }

    private void Text(string name, string? value)
    {
        if (value is not null) _json.WriteString(name, value);
    }

    private void Texts(string name, ImmutableArray<string> values)
    {
        if (values.IsEmpty) return;
        _json.WriteStartArray(name);
        foreach (var value in values) _json.WriteStringValue(value);
        _json.WriteEndArray();
    }

    private void Object(Action content)
    {
        _json.WriteStartObject();
        content();
        _json.WriteEndObject();
    }

    private void Line(IBufferWriter<byte> output, Action content)
    {
        _line.ResetWrittenCount();
        _json.Reset();
        Object(content);
        _json.Flush();
        output.Write(_line.WrittenSpan);
        output.Write("\n"u8);
    }
}
