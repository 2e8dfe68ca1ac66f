using System.Text.Json;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Training.Statements;

/// <summary>Reads the corpora of attributions: one JSON object a line, spans in Unicode code points.</summary>
internal static class SpeechCorpus
{
    private const int Source = 0, Cue = 1, Content = 2;

    /// <summary>Every tenth article, which is kept back to measure on.</summary>
    public static IEnumerable<T> HeldOut<T>(IEnumerable<T> articles) => articles.Where((_, i) => i % 10 == 9);

    /// <summary>The other nine of ten.</summary>
    public static IEnumerable<T> Rest<T>(IEnumerable<T> articles) => articles.Where((_, i) => i % 10 != 9);

    /// <summary>PolNeAR, with the marks of the annotator to use.</summary>
    public static List<SpeechArticle> PolNeAR(Annotator annotator, string path) => Read(path, line =>
    {
        if (!line.GetProperty("primary").GetBoolean()) return null;
        var marks = new List<(int, int, int)>();
        foreach (var attribution in line.GetProperty("annotations").EnumerateArray())
        {
            Add(marks, attribution, "source", Source);
            Add(marks, attribution, "cue", Cue);
            Add(marks, attribution, "content", Content);
        }

        return Make(annotator, line.GetProperty("text").GetString()!, marks);
    });

    /// <summary>GUM: a content is the unit of discourse that the attributing one is tied to.</summary>
    public static List<SpeechArticle> Gum(Annotator annotator, string path) => Read(path, line =>
    {
        var marks = new List<(int, int, int)>();
        foreach (var attribution in line.GetProperty("annotations").EnumerateArray())
        {
            Add(marks, attribution, "source", Source);
            Add(marks, attribution, "cue", Cue);
            if (attribution.GetProperty("content_head_edu") is { ValueKind: JsonValueKind.Array } unit && unit.GetArrayLength() == 2)
            {
                marks.Add((Content, unit[0].GetInt32(), unit[1].GetInt32()));
            }
        }

        return Make(annotator, line.GetProperty("text").GetString()!, marks);
    });

    private static List<SpeechArticle> Read(string path, Func<JsonElement, SpeechArticle?> read)
    {
        var articles = new List<SpeechArticle>();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            if (read(json.RootElement) is { } article) articles.Add(article);
        }

        return articles;
    }

    private static void Add(List<(int, int, int)> marks, JsonElement attribution, string name, int type)
    {
        foreach (var span in attribution.GetProperty(name).EnumerateArray()) marks.Add((type, span[0].GetInt32(), span[1].GetInt32()));
    }

    private static SpeechArticle Make(Annotator annotator, string text, List<(int Type, int Start, int End)> marks)
    {
        var units = new List<int>(text.Length + 1); // where each code point begins
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) units.Add(i);
        units.Add(text.Length);
        return new(annotator, text, marks.Select(mark => (mark.Type, new TextSpan(units[mark.Start], units[mark.End]))));
    }
}
