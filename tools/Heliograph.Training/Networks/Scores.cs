using System.Globalization;

namespace Heliograph.Training.Networks;

/// <summary>How well a network does on sentences whose words are given.</summary>
internal sealed class Scores
{
    private readonly LabelCounts _labels;
    private readonly byte[] _universal; // the number of the relation without its subtype
    private int _words;
    private int _tags;
    private int _treebankTags;
    private int _heads;
    private int _relations;
    private int _nameRight;
    private int _nameFound;
    private int _nameGold;

    public Scores(LabelCounts labels)
    {
        _labels = labels;
        var universal = labels.Deprels.Names.Select(name => name.Split(':')[0]).ToArray();
        _universal = [.. universal.Select(name => (byte)Array.IndexOf(universal, name))];
    }

    public double Las => 100.0 * _relations / _words;

    public double NameF1 => _nameRight == 0 ? 0 : 200.0 * _nameRight / (_nameFound + _nameGold);

    public void Add(Sentence sentence, Prediction prediction)
    {
        for (var t = 0; t < sentence.Length; t++)
        {
            _words++;
            if (sentence.Tags[t] == prediction.Tags[t]) _tags++;
            if (sentence.TreebankTags[t] == prediction.TreebankTags[t]) _treebankTags++;
            if (sentence.Heads[t] != prediction.Heads[t]) continue;
            _heads++;
            if (sentence.Deprels[t] != byte.MaxValue && _universal[sentence.Deprels[t]] == _universal[prediction.Deprels[t]]) _relations++;
        }

        if (sentence.Names is null) return;
        var gold = Spans(sentence.Names);
        var found = Spans(prediction.Names);
        _nameGold += gold.Count;
        _nameFound += found.Count;
        _nameRight += gold.Intersect(found).Count();
    }

    public static HashSet<(int Start, int End, int Type)> Spans(byte[] labels)
    {
        var spans = new HashSet<(int, int, int)>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == 0) continue;
            var (start, type) = (i, (labels[i] - 1) / 2);
            while (i + 1 < labels.Length && labels[i + 1] == 2 + 2 * type) i++;
            spans.Add((start, i + 1, type));
        }

        return spans;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"UPOS {100.0 * _tags / _words:0.00} XPOS {100.0 * _treebankTags / _words:0.00} UAS {100.0 * _heads / _words:0.00} LAS {Las:0.00} names {NameF1:0.00}");
}
