using System.Collections.Immutable;
using System.Text;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>A folder of brat's standoff format: of each report its text and its annotations, named by its hash, and <c>annotation.conf</c>.</summary>
internal static class BratFolder
{
    private static readonly ImmutableArray<string> Texts =
        ["Person", "Group", "Organisation", "State", "Place", "Mention", "Participant", "Content", "Venue", "Time", "Likelihood", "Number"];

    public static void Write(ExportJob job)
    {
        foreach (var view in job.Once())
        {
            var name = view.Report.Id["sha256:".Length..];
            Put(name + ".txt", view.Report.Text);
            Put(name + ".ann", new Annotating(view, job.Wrote).All().ToString());
        }

        Put("annotation.conf", Configuration());

        void Put(string name, string text)
        {
            using var writer = TextTables.Writer(job.Open(name));
            writer.Write(text);
        }
    }

    private static string Configuration()
    {
        var conf = new StringBuilder("[entities]\n\n").AppendJoin('\n', Texts).Append("\n\n[relations]\n\n")
            .Append("# any words may lie within or across any others\n<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n");
        conf.Append("Statement Source?:Participant, Content?:Content, Venue?:Venue, Time?:Time, Voice?:Statement\n");
        foreach (var type in Quads.Types)
        {
            conf.Append(type).Append(" Actor*:Participant, Recipient*:Participant, Place*:Place, Time?:Time, Likelihood?:Likelihood, ")
                .Append("Killed?:Number, Injured?:Number, Arrested?:Number, Displaced?:Number, Voice?:Statement\n");
        }

        conf.Append("\n[attributes]\n\nFactuality Arg:<EVENT>, Value:").AppendJoin('|', Terms.AllFactualities.Select(Value));
        return conf.Append("\nPolarity Arg:<EVENT>, Value:denied|not-said\nReview Arg:<EVENT>, Value:accepted|rejected|changed\n").ToString();
    }

    private static string Value(string term) => term.Replace(' ', '-');

    private sealed class Annotating(ReportView view, Action wrote)
    {
        // What some reader of lines takes for the end of one: brat cuts a stretch there
        private const string Breaks = "\n\r\v\f\u0085\u2028\u2029";

        private readonly List<BratDocument.TextBound> _texts = [];
        private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
        private readonly List<BratDocument.Happening> _events = [];
        private readonly List<BratDocument.Trait> _attributes = [];
        private readonly List<BratDocument.Note> _notes = [];

        private readonly Dictionary<string, string> _names = view.Entries.Where(entry => entry is not MentionEntry)
            .Select((entry, i) => (entry.Id, Name: $"E{i + 1}")).ToDictionary(pair => pair.Id, pair => pair.Name, StringComparer.Ordinal);

        public BratDocument All()
        {
            foreach (var entry in view.Entries)
            {
                Add(entry);
                wrote();
            }

            return new() { Texts = [.. _texts], Events = [.. _events], Traits = [.. _attributes], Notes = [.. _notes] };
        }

        private void Add(Entry entry)
        {
            switch (entry)
            {
                case MentionEntry mention:
                    var type = mention.Type is { } named ? char.ToUpperInvariant(named[0]) + named[1..] : "Mention";
                    Note(mention, Text(type, mention.Words), $"actor={mention.Actor}");
                    break;
                case StatementEntry statement:
                    Add(statement, "Statement", statement.Cue);
                    if (statement.Polarity is { } polarity) Mark(statement, "Polarity", Value(polarity));
                    Note(statement, _names[statement.Id], $"act={statement.Act}");
                    break;
                case EventEntry told:
                    Add(told, told.Plover, told.Trigger);
                    Mark(told, "Factuality", Value(Terms.Of(told.Factuality)));
                    Note(told, _names[told.Id], (told.Mode is { } mode ? $"mode={mode}; " : "") + $"cameo={told.Cameo}");
                    break;
                default:
                    throw new InvalidOperationException($"No brat annotation is defined for entries of kind '{entry.Kind}'. Define one here.");
            }
        }

        private void Add(Entry entry, string type, Evidence trigger)
        {
            var arguments = new List<(string Role, string Target)>();
            foreach (var (role, words) in Summary.Roles(entry).Where(role => role.Role is not ("trigger" or "cue")))
            {
                var name = char.ToUpperInvariant(role[0]) + role[1..];
                var known = arguments.Count(argument => argument.Role.TrimEnd("0123456789".ToCharArray()) == name);
                arguments.Add((known == 0 ? name : $"{name}{known + 1}", Text(Of(role), words)));
            }

            if (!entry.Voice.IsEmpty && _names.TryGetValue(entry.Voice[^1], out var voice)) arguments.Add(("Voice", voice));
            _events.Add(new(_names[entry.Id], type, Text(type, trigger), [.. arguments]));
            if (entry.Review is { } review) Mark(entry, "Review", review.Mark);
        }

        private static string Of(string role) => role switch
        {
            "actor" or "recipient" or "source" => "Participant",
            "killed" or "injured" or "arrested" or "displaced" => "Number",
            _ => char.ToUpperInvariant(role[0]) + role[1..],
        };

        private void Mark(Entry entry, string name, string value) => _attributes.Add(new($"A{_attributes.Count + 1}", name, _names[entry.Id], value));

        private void Note(Entry entry, string target, string what) => _notes.Add(new(
            $"#{_notes.Count + 1}", target, Printable.Line(string.Join("; ", Summary.Marks(entry).Prepend(what).Prepend($"id={entry.Id}")))));

        // Each trigger is a text of its own; other words are one, whoever they serve
        private string Text(string type, Evidence words)
        {
            var text = view.Report.Text;
            var pieces = words.Spans.SelectMany(Pieces).ToList();
            if (pieces.Count == 0) pieces = [.. words.Spans]; // nothing but line breaks
            ImmutableArray<(int Start, int End)> spans = [.. pieces.Select(piece => (view.At(piece.Start), view.At(piece.End)))];
            var key = $"{type} {string.Join(';', spans)}";
            if (_known.TryGetValue(key, out var again)) return again;
            var shown = string.Join(' ', pieces.Select(piece => Unbroken(piece.In(text).ToString())));
            _texts.Add(new($"T{_texts.Count + 1}", type, spans, shown));
            return _known[key] = _texts[^1].Id;

            IEnumerable<TextSpan> Pieces(TextSpan span)
            {
                for (var i = span.Start; i < span.End; i++)
                {
                    if (Breaks.Contains(text[i], StringComparison.Ordinal)) continue;
                    var start = i;
                    while (i < span.End && !Breaks.Contains(text[i], StringComparison.Ordinal)) i++;
                    yield return new(start, i);
                }
            }
        }

        private static string Unbroken(string words) => string.Concat(words.Select(letter => Breaks.Contains(letter, StringComparison.Ordinal) ? ' ' : letter));
    }
}
