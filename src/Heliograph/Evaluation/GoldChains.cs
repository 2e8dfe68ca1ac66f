using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>Gold chains of one document, as GUM writes them in <c>Entity=</c> of the MISC column.</summary>
/// <param name="Document">The document with its gold annotation.</param>
/// <param name="Chains">Its chains in order of their first mention, with their mentions in order of their ends; every
/// type, chains of one mention among them.</param>
public sealed record GoldChains(Document Document, ImmutableArray<ImmutableArray<GoldMention>> Chains)
{
    /// <summary>The chains of people, organisations and places that have two mentions or more: GUM's types <c>person</c>,
    /// <c>organization</c> and <c>place</c>.</summary>
    public IReadOnlyList<ImmutableArray<GoldMention>> OfActors() =>
        [.. Chains.Select(chain => chain.Where(mention => mention.Type is "person" or "organization" or "place").ToImmutableArray())
            .Where(chain => chain.Length > 1)];

    /// <summary>Reads every document of a treebank.</summary>
    /// <exception cref="FormatException">A line is no CoNLL-U, or a mention is closed that was not opened; the message names
    /// the document or line.</exception>
    public static IEnumerable<GoldChains> Read(TextReader reader)
    {
        var (text, chains) = (new StringBuilder(), new Building());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && chains.Count > 0)
            {
                yield return chains.Build(text.ToString());
                (text, chains) = (new(), new());
            }

            text.Append(line).Append('\n');
            chains.Add(line);
        }

        if (chains.Count > 0) yield return chains.Build(text.ToString());
    }

    private sealed class Building
    {
        private readonly List<(string Id, string Type, string MinSpan, int Start)> _open = [];
        private readonly Dictionary<string, int> _chainOf = new(StringComparer.Ordinal);
        private readonly List<List<(string Type, string MinSpan, TokenSpan Tokens)>> _chains = [];

        public int Count { get; private set; }

        public void Add(string line)
        {
            if (line.Length == 0 || line[0] == '#') return;
            var columns = line.Split('\t');
            if (columns.Length < 10 || columns[0].AsSpan().ContainsAny('-', '.')) return;
            var token = Count++;
            foreach (var item in columns[9].Split('|'))
            {
                if (item.StartsWith("Entity=", StringComparison.Ordinal)) AddMentions(item.AsSpan(7), token);
            }
        }

        // "(3-person-new-…)", "(3-person-new-…" or "3)", one after the other.
        private void AddMentions(ReadOnlySpan<char> marks, int token)
        {
            while (marks.Length > 0)
            {
                var opens = marks[0] == '(';
                if (opens) marks = marks[1..];
                var length = marks.IndexOfAny('(', ')');
                if (length < 0) length = marks.Length;
                var closes = length < marks.Length && marks[length] == ')';
                var parts = marks[..length].ToString().Split('-');
                if (opens)
                {
                    if (!_chainOf.ContainsKey(parts[0]))
                    {
                        _chainOf[parts[0]] = _chains.Count;
                        _chains.Add([]);
                    }

                    _open.Add((parts[0], parts.Length > 1 ? parts[1] : "", parts.Length > 5 ? parts[5] : "", token));
                }

                if (closes) Close(parts[0], token);
                marks = marks[(closes ? length + 1 : length)..];
            }
        }

        private void Close(string id, int token)
        {
            var at = _open.FindLastIndex(open => open.Id == id);
            if (at < 0)
            {
                throw new FormatException($"Entity: mention '{id}' is closed at word {token + 1} of its document but nowhere opened. Mend the MISC column.");
            }

            var open = _open[at];
            _open.RemoveAt(at);
            _chains[_chainOf[id]].Add((open.Type, open.MinSpan, new(open.Start, token + 1)));
        }

        public GoldChains Build(string text)
        {
            var document = ConlluReader.Read(new StringReader(text)).Single();
            return new(document, [.. _chains.Where(chain => chain.Count > 0)
                .Select(chain => ImmutableArray.CreateRange(chain.Select(mention => Mention(document, mention))))]);
        }

        private static GoldMention Mention(Document document, (string Type, string MinSpan, TokenSpan Tokens) mention)
        {
            var head = -1;
            foreach (var number in mention.MinSpan.Split(','))
            {
                if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)) continue;
                var token = mention.Tokens.Start + place - 1;
                if (!mention.Tokens.Contains(token)) continue;
                if (head < 0 || !mention.Tokens.Contains(document.Heads[token]) || document.Heads[token] == token) head = head < 0 || mention.Tokens.Contains(document.Heads[head]) ? token : head;
            }

            if (head < 0) head = mention.Tokens.Start;
            return new(document.SpanOf(mention.Tokens), document.Tokens[head], mention.Type);
        }
    }
}
