using System.Globalization;
using System.Text;

namespace Heliograph.Documents;

/// <summary>Reads documents from CoNLL-U, the format of the Universal Dependencies treebanks.</summary>
/// <remarks>
/// The text is put together from the tokens: a space after each unless <c>SpaceAfter=No</c>, a blank line before
/// <c># newpar</c> and nothing before <c># newdoc</c>, where a new document begins. Words of a multiword token share
/// its letters in order, as they do in every English treebank; where they do not concatenate to it, each but the last
/// takes as many letters as its form has. Empty nodes (<c>8.1</c>) are passed over. Names are read from
/// <c>Name=B-PER</c> in MISC.
/// </remarks>
public static class ConlluReader
{
    /// <summary>Reads every document in turn; one that holds no sentence is left out.</summary>
    /// <exception cref="FormatException">A line is no comment, no row of ten columns and not empty, or a head is no
    /// number inside its sentence; the message names the line.</exception>
    public static IEnumerable<Document> Read(TextReader reader)
    {
        var building = new Building();
        var row = 0;
        while (reader.ReadLine() is { } line)
        {
            row++;
            if (line.Length == 0) building.EndSentence(row);
            else if (line[0] == '#')
            {
                if (line.StartsWith("# newdoc", StringComparison.Ordinal))
                {
                    if (building.Count > 0) yield return building.Build();
                    building = new();
                }
                else if (line.StartsWith("# newpar", StringComparison.Ordinal)) building.StartParagraph();
            }
            else building.Add(line, row);
        }

        building.EndSentence(row);
        if (building.Count > 0) yield return building.Build();
    }

    private sealed class Building
    {
        private readonly StringBuilder _text = new();
        private readonly List<TextSpan> _tokens = [];
        private readonly List<bool> _joined = [];
        private readonly List<TokenSpan> _sentences = [];
        private readonly List<int> _paragraphStarts = [];
        private readonly List<PartOfSpeech> _tags = [];
        private readonly List<string> _treebankTags = [];
        private readonly List<string> _lemmas = [];
        private readonly List<int> _heads = [];
        private readonly List<Deprel> _deprels = [];
        private readonly List<string> _subtypes = [];
        private readonly List<Name> _names = [];
        private int _sentenceStart;
        private bool _paragraphPending = true;
        private string _gap = "";
        private (int First, int Last, int Start, string Form, bool SpaceAfter)? _multiword;

        public int Count => _tokens.Count;

        public void StartParagraph() => _paragraphPending = true;

        public void Add(string line, int row)
        {
            var columns = line.Split('\t');
            if (columns.Length != 10)
            {
                throw new FormatException(
                    $"CoNLL-U line {row}: found {columns.Length} columns, expected 10 parted by tabs. " +
                    "Check that the file is CoNLL-U and that its tabs were not turned into spaces.");
            }

            var id = columns[0];
            if (id.Contains('.', StringComparison.Ordinal)) return;
            var spaceAfter = !columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            if (id.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash)
            {
                OpenToken();
                _multiword = (Number(id[..dash], row), Number(id[(dash + 1)..], row), _text.Length, columns[1], spaceAfter);
                _text.Append(columns[1]);
                return;
            }

            AddWord(Number(id, row), columns[1], spaceAfter);
            AddAnnotation(columns, row);
        }

        private void AddWord(int number, string form, bool spaceAfter)
        {
            if (_multiword is { } whole && number >= whole.First && number <= whole.Last)
            {
                var end = whole.Start + whole.Form.Length;
                var start = number == whole.First ? whole.Start : _tokens[^1].End;
                var last = number == whole.Last;
                _tokens.Add(new(start, last ? end : Math.Clamp(start + form.Length, start, end)));
                _joined.Add(number > whole.First);
                if (!last) return;
                _gap = whole.SpaceAfter ? " " : "";
                _multiword = null;
                return;
            }

            OpenToken();
            _tokens.Add(new(_text.Length, _text.Length + form.Length));
            _joined.Add(false);
            _text.Append(form);
            _gap = spaceAfter ? " " : "";
        }

        private void OpenToken()
        {
            if (_paragraphPending)
            {
                if (_text.Length > 0) _gap = "\n\n";
                _paragraphStarts.Add(_tokens.Count);
                _paragraphPending = false;
            }

            _text.Append(_gap);
            _gap = "";
        }

        private void AddAnnotation(string[] columns, int row)
        {
            var token = _tokens.Count - 1;
            _lemmas.Add(columns[2]);
            _tags.Add(Enum.TryParse<PartOfSpeech>(columns[3], ignoreCase: true, out var tag) ? tag : PartOfSpeech.X);
            _treebankTags.Add(string.Intern(columns[4]));
            var head = columns[6] == "_" ? 0 : Number(columns[6], row);
            _heads.Add(head == 0 ? token : _sentenceStart + head - 1);
            var colon = columns[7].IndexOf(':', StringComparison.Ordinal);
            var universal = colon < 0 ? columns[7] : columns[7][..colon];
            _deprels.Add(Enum.TryParse<Deprel>(universal, ignoreCase: true, out var deprel) ? deprel : Deprel.Dep);
            _subtypes.Add(colon < 0 ? "" : string.Intern(columns[7][(colon + 1)..]));
            AddName(columns[9], token);
        }

        private void AddName(string misc, int token)
        {
            if (!misc.Contains("Name=", StringComparison.Ordinal)) return;
            foreach (var item in misc.Split('|'))
            {
                if (!item.StartsWith("Name=", StringComparison.Ordinal) || item.Length < 8) continue;
                NameType? type = item[7..] switch
                {
                    "PER" => NameType.Person,
                    "ORG" => NameType.Organisation,
                    "LOC" => NameType.Location,
                    _ => null,
                };
                if (type is not { } known) continue;
                if (item[5] == 'I' && _names.Count > 0 && _names[^1].Tokens.End == token && _names[^1].Type == known)
                {
                    _names[^1] = new(new(_names[^1].Tokens.Start, token + 1), known);
                }
                else _names.Add(new(new(token, token + 1), known));
            }
        }

        public void EndSentence(int row)
        {
            if (_tokens.Count == _sentenceStart) return;
            for (var i = _sentenceStart; i < _tokens.Count; i++)
            {
                if (_heads[i] >= _sentenceStart && _heads[i] < _tokens.Count) continue;
                throw new FormatException(
                    $"CoNLL-U: in the sentence that ends before line {row}, word {i - _sentenceStart + 1} has head " +
                    $"{_heads[i] - _sentenceStart + 1}, expected 0 to {_tokens.Count - _sentenceStart}. Mend the head column.");
            }

            _sentences.Add(new(_sentenceStart, _tokens.Count));
            _sentenceStart = _tokens.Count;
        }

        public Document Build() => new()
        {
            Text = _text.ToString(),
            Tokens = [.. _tokens],
            Joined = [.. _joined],
            Sentences = [.. _sentences],
            Paragraphs = [.. _paragraphStarts.Select((start, i) =>
                new TokenSpan(start, i + 1 < _paragraphStarts.Count ? _paragraphStarts[i + 1] : _tokens.Count))],
            Tags = [.. _tags],
            TreebankTags = [.. _treebankTags],
            Lemmas = [.. _lemmas],
            Heads = [.. _heads],
            Deprels = [.. _deprels],
            Subtypes = [.. _subtypes],
            Names = [.. _names],
        };

        private static int Number(string digits, int row) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new FormatException($"CoNLL-U line {row}: found '{digits}', expected a number. Mend the id or head column.");
    }
}
