using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Extraction;
using Heliograph.Language;
using Heliograph.Places;

namespace Heliograph.Cli;

/// <summary>Gold files of one folder: finds those of a layer, annotates their texts afresh and scores the outcome.</summary>
internal sealed class GoldFolder
{
    private readonly DirectoryInfo _folder;
    private readonly string? _only; // one file of the folder
    private readonly string? _treebank;
    private readonly Stages _stages;
    private readonly EventGold _events;
    private readonly JudgedEvents _judged;

    /// <param name="path">Where the gold files are: a folder, or one file.</param>
    /// <param name="treebank">Where the treebanks of files of names are; null for the folder itself and its sibling <c>ud</c>.</param>
    /// <param name="stages">What is measured.</param>
    /// <param name="judged">What people said of events that were printed for quiet texts; null for nothing.</param>
    public GoldFolder(string path, string? treebank, Stages stages, JudgedEvents? judged = null)
    {
        var file = new FileInfo(path);
        (_folder, _only) = file.Exists ? (file.Directory!, file.Name) : (new(path), null);
        (_treebank, _stages, _events, _judged) = (treebank, stages, new(stages), judged ?? JudgedEvents.None);
    }

    /// <summary>Scores every file of a layer, in ordinal order of their names.</summary>
    /// <param name="layer"><c>parse</c>, <c>names</c>, <c>coreference</c>, <c>statements</c>, <c>events</c>, <c>factuality</c>, <c>attribution</c>, <c>time</c>, <c>places</c> or <c>actors</c>.</param>
    /// <returns>Scores as they are made; none where the folder holds no file of the layer.</returns>
    /// <exception cref="FormatException">A gold file cannot be read; the message names it.</exception>
    /// <exception cref="IOException">The system cannot read a file.</exception>
    public IEnumerable<GoldScore> Score(string layer) => layer switch
    {
        "parse" => Files("*.conllu").Select(Parse),
        "coreference" => Files("*.conllu").Where(HasChains).Select(Chains),
        "names" => Files("*.iob2").Select(Names).Concat(Files("*.jsonl").Where(HasEntities).Select(Entities)),
        "statements" => Files("*.gold.json").Select(Statements),
        "events" => Files("*.gold.json").Select(Events).Concat(Files("*.jsonl").Select(_events.Lines).OfType<GoldScore>())
            .Concat(Files("*.conllu").Select(file => _events.Quiet(file, _judged))),
        "attribution" => Files("*.jsonl").Where(file => _only is not null || !file.Name.EndsWith("-train.jsonl", StringComparison.Ordinal)).Select(Attribution),
        "factuality" => Tables("factuality").Select(Told).Concat(Files("*.jsonl").Select(Factuality)),
        "actors" => Files("*.tsv").Where(ActorGold.IsTable).Concat(Files("*.jsonl").Where(ActorGold.IsSentences))
            .Select(file => Named(file, () => ActorGold.Score(file, _stages))),
        "time" => Tables("times").Select(Times).Concat(Files("*.jsonl").Select(MarkedTimes)),
        "places" => Tables("places").Select(PlacesOf),
        _ => throw new ArgumentException($"Found layer '{layer}', expected parse, names, coreference, statements, events, factuality, attribution, time, places or actors.", nameof(layer)),
    };

    private IEnumerable<FileInfo> Files(string pattern) => _folder.Exists
        ? _folder.EnumerateFiles(pattern).Where(file => _only is null || file.Name == _only)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
        : throw new DirectoryNotFoundException($"{_folder}: found nothing there, expected a folder of gold files. Check the path.");

    // In a folder a table tells by its name what it is of; one that a person names is taken at their word
    private IEnumerable<FileInfo> Tables(string name) =>
        Files("*.tsv").Where(file => _only is not null || file.Name.StartsWith(name, StringComparison.Ordinal));

    private GoldScore Parse(FileInfo file)
    {
        var scores = new ParseScores();
        foreach (var gold in Treebank(file)) scores = scores.Add(ParseScorer.Score(gold, _stages.Annotate(gold.Text)));
        return new(file.Name, scores.All, []);
    }

    private GoldScore Names(FileInfo file)
    {
        var treebank = TreebankOf(file);
        var documents = Treebank(treebank);
        var gold = Named(file, () => PlaceNames(file, documents, treebank.Name));

        var (scores, notes) = (new NameScores(), new List<string>());
        for (var i = 0; i < documents.Count; i++)
        {
            var system = _stages.Annotate(documents[i].Text);
            scores = scores.Add(NameScorer.Score(gold[i], system));
            notes.AddRange(ScoreNotes.Names(gold[i], system));
        }

        return new(file.Name, scores.All, notes);
    }

    private GoldScore Entities(FileInfo file) => new(
        file.Name,
        [.. Named(file, () => File.ReadLines(file.FullName).Where(line => line.Length > 0).Select(MarkedEntities.Read).ToList())
            .SelectMany(text => text.Score(_stages.Annotate(text.Text)))
            .GroupBy(row => row.Metric, StringComparer.Ordinal).Select(rows => (rows.Key, rows.Select(row => row.Tally).Aggregate((a, b) => a + b)))],
        []);

    private static bool HasEntities(FileInfo file) =>
        File.ReadLines(file.FullName).FirstOrDefault()?.Contains("\"entities\": [", StringComparison.Ordinal) ?? false;

    private GoldScore Chains(FileInfo file)
    {
        var (spans, heads) = (new ChainScores(), new ChainScores());
        using var reader = file.OpenText();
        foreach (var gold in Named(file, () => GoldChains.Read(reader).ToList()))
        {
            var system = _stages.Annotate(gold.Document.Text);
            var found = Coreference.Find(system, Spoken.Of(_stages.Statements(system)).AsSpan());
            var chains = gold.OfActors();
            spans = spans.Add(ChainScorer.Score(
                [.. chains.Select(chain => chain.Select(mention => mention.Span).ToImmutableArray())],
                [.. found.Select(chain => chain.Mentions.Select(mention => system.SpanOf(mention.Tokens)).ToImmutableArray())]));
            heads = heads.Add(ChainScorer.Score(
                [.. chains.Select(chain => chain.Select(mention => mention.Head).ToImmutableArray())],
                [.. found.Select(chain => chain.Mentions.Select(mention => system.Tokens[mention.Head]).ToImmutableArray())]));
        }

        return new(file.Name, [], []) { Chains = spans, ChainsByHead = heads };
    }

    private static bool HasChains(FileInfo file) => File.ReadLines(file.FullName).Any(line => line.Contains("Entity=(", StringComparison.Ordinal));

    private static ImmutableArray<GoldNames> PlaceNames(FileInfo file, List<Document> documents, string treebank)
    {
        using var reader = file.OpenText();
        var gold = GoldNames.Place(documents, Iob2Reader.Read(reader), out var unplaced);
        return unplaced == 0 ? gold : throw new FormatException(
            $"{unplaced} labelled sentences stand in none of the documents of {treebank}. Name the right treebank with --treebank.");
    }

    private GoldScore Statements(FileInfo file)
    {
        var (text, gold) = Report(file);
        var scores = StatementScorer.Score(text, gold.Statements, _stages.Statements(_stages.Annotate(text)));
        return new(file.Name, scores.All, ScoreNotes.Statements(text, scores));
    }

    private GoldScore Events(FileInfo file)
    {
        var (text, gold) = Report(file);
        var document = _stages.Annotate(text);
        var statements = _stages.Statements(document);
        var scores = EventScorer.Score(text, gold, _stages.Events(document, statements), statements);
        return new(file.Name, scores.All, ScoreNotes.Events(text, scores));
    }

    private GoldScore Factuality(FileInfo file)
    {
        using var reader = file.OpenText();
        var (judged, notes) = (new List<(ClauseFinding, double)>(), new List<string>());
        foreach (var sentence in Named(file, () => JudgedSentence.Read(reader).ToList()))
        {
            var document = _stages.Annotate(sentence.Text);
            var statements = _stages.Statements(document);
            foreach (var predicate in sentence.Predicates)
            {
                var token = JudgedSentence.TokenOf(document, predicate);
                if (token < 0) continue;
                var found = Clauses.At(document, token, statements);
                judged.Add((found, predicate.Value));
                notes.AddRange(ScoreNotes.Factuality(sentence, predicate, found));
            }
        }

        var scores = new FactualityScores(judged);
        return new(file.Name, scores.All, notes)
        {
            Figures =
            [
                ("r, rules", scores.RuleCorrelation),
                ("r, weights", scores.ScoreCorrelation), // no held-out figure where the shipped weights were learnt from this file
            ],
        };
    }

    private GoldScore Told(FileInfo file)
    {
        using var reader = file.OpenText();
        var (matches, notes) = (ImmutableArray.CreateBuilder<(MarkedEvent, EventMatch, bool)>(), new List<string>());
        foreach (var marked in Named(file, () => MarkedEvent.Read(reader).ToList()))
        {
            var document = _stages.Annotate(marked.Text);
            var statements = _stages.Statements(document);
            var scores = EventScorer.Score(
                marked.Text, new() { Statements = [], Events = [marked.Event] }, _stages.Events(document, statements), statements);
            var token = JudgedSentence.TokenOf(document, marked.Event.Trigger);
            var told = Clauses.At(document, token, statements).Factuality;
            var isRight = EventScorer.IsAsTold(marked.Event.Factuality, told, marked.Event.Trigger, statements);
            matches.Add((marked, scores.Matches[0], isRight));
            if (!marked.IsHeldOut) notes.AddRange(ScoreNotes.Told(marked, scores.Matches[0], told, isRight));
        }

        return new(file.Name, new ToldScores(matches.ToImmutable()).All, notes);
    }

    private GoldScore Times(FileInfo file)
    {
        using var reader = file.OpenText();
        var (scores, notes, row) = (new TimeScores(), new List<string>(), 0);
        foreach (var gold in Named(file, () => GoldTime.Read(reader).ToList()))
        {
            var isHeldOut = ++row % 3 == 0;
            var document = _stages.Annotate(gold.Text);
            var score = TimeScorer.Score(gold, document, isHeldOut);
            scores = scores.Add(score);
            if (!isHeldOut && score.Values.Correct == 0) notes.Add(ScoreNotes.Time(gold, document));
        }

        return new(file.Name, scores.All, notes);
    }

    private GoldScore MarkedTimes(FileInfo file)
    {
        var (scores, notes) = (new TimeScores(), new List<string>());
        foreach (var gold in Named(file, () => File.ReadLines(file.FullName).Select(Evaluation.MarkedTimes.Read).ToList()))
        {
            var document = _stages.Annotate(gold.Text);
            scores = scores.Add(TimeScorer.Score(gold, document));
            notes.AddRange(ScoreNotes.Times(gold, document));
        }

        return new(file.Name, scores.All, notes);
    }

    private GoldScore Attribution(FileInfo file)
    {
        const string Instances = "-instances.jsonl";
        var scores = new AttributionScores();
        var texts = file.Name.EndsWith(Instances, StringComparison.Ordinal) ? file.FullName[..^Instances.Length] + ".jsonl" : file.FullName;
        var marked = Named(file, () => File.ReadLines(texts).Select(MarkedText.Read).ToList());
        if (texts == file.FullName)
        {
            var judged = new List<(double, bool)>();
            var notes = new List<string>();
            foreach (var text in marked)
            {
                if (!text.IsPrimary || text.Genre is not ("" or "news" or "interview" or "speech")) continue;
                var document = _stages.Annotate(text.Text);
                var found = _stages.Statements(document);
                if (text.Genre.Length == 0) notes.AddRange(ScoreNotes.Attributions(text, document, found));
                scores = scores.Add(text.Genre.Length == 0 ? AttributionScorer.ScoreTriples(text, found) : AttributionScorer.ScoreFound(text, found));
                if (text.Genre.Length > 0) continue; // where not all is marked, what was found may be right and unmarked
                foreach (var (one, isRight) in AttributionScorer.Judge(text, found))
                {
                    if (one.Confidence is { } confidence) judged.Add((confidence, isRight));
                }
            }

            return new(file.Name, scores.All, ScoreNotes.WithCounts(notes)) { Calibration = judged.Count > 0 ? new(judged) : null };
        }

        var articles = marked.ToDictionary(text => text.Id, text => text.Text);
        var statements = new Dictionary<string, ImmutableArray<Attribution>>();
        foreach (var instance in Named(file, () => File.ReadLines(file.FullName).Select(line => LabelledInstance.Read(line, articles)).ToList()))
        {
            if (!statements.TryGetValue(instance.ArticleId, out var found))
            {
                found = statements[instance.ArticleId] = [.. _stages.Statements(_stages.Annotate(articles[instance.ArticleId]))];
            }

            scores = scores.Add(AttributionScorer.Score(instance, found));
        }

        return new(file.Name, scores.All, []);
    }

    private GoldScore PlacesOf(FileInfo file)
    {
        using var reader = file.OpenText();
        var judged = Named(file, () => GoldPlace.Read(reader).ToList()).Select(gold =>
        {
            var document = _stages.Annotate(gold.Text);
            return (gold, PlaceScores.Find(gold, document, _stages.Events(document, _stages.Statements(document)), PlaceIndex.Shipped));
        }).ToList();
        var scores = new PlaceScores(judged);
        return new(file.Name, scores.All, [.. ScoreNotes.Places(judged)])
        {
            Figures = [("right", scores.Shares.Right), ("wrong", scores.Shares.Wrong), ("silent", scores.Shares.Silent)],
        };
    }

    private static (string Text, GoldReport Gold) Report(FileInfo file)
    {
        var text = File.ReadAllText(file.FullName[..^".gold.json".Length] + ".txt");
        return (text, Named(file, () => GoldReport.Read(File.ReadAllText(file.FullName), text)));
    }

    private static List<Document> Treebank(FileInfo file)
    {
        using var reader = file.OpenText();
        return Named(file, () => ConlluReader.Read(reader).ToList());
    }

    /// <summary>The treebank that <c>uner_ewt-dev.iob2</c> was made from: <c>en_ewt-dev.conllu</c>, or the file's own name.</summary>
    private FileInfo TreebankOf(FileInfo names)
    {
        var stem = Path.GetFileNameWithoutExtension(names.Name);
        var underscore = stem.IndexOf('_', StringComparison.Ordinal);
        string[] files = underscore < 0 ? [$"{stem}.conllu"] : [$"{stem}.conllu", $"en{stem[underscore..]}.conllu"];
        string[] folders = _treebank is { } told
            ? [told]
            : [_folder.FullName, Path.Combine(_folder.FullName, "..", "ud")];
        var places = (from folder in folders from file in files select new FileInfo(Path.Combine(folder, file))).ToList();
        return places.FirstOrDefault(place => place.Exists) ?? throw new FileNotFoundException(
            $"{names.Name}: found no treebank in {string.Join(" or ", folders)}, expected {string.Join(" or ", files)}. " +
            "Name its folder with --treebank.");
    }

    private static T Named<T>(FileInfo file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw new FormatException($"{file.Name}: {e.Message}", e);
        }
    }
}
