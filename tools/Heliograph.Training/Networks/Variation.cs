using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Training.Networks;

/// <summary>Sentences as they are found: headlines in capitals, messages without any.</summary>
internal static class Variation
{
    private const float Capitals = 0.02f;
    private const float Small = 0.03f;
    private static readonly Lazy<Gazetteer> Gazetteer = new(Language.Gazetteer.Load);

    /// <summary>The sentence itself, or now and then a copy written another way.</summary>
    public static Sentence AsFound(Sentence sentence, Randomness random)
    {
        var draw = random.Unit();
        if (draw < Capitals) return Rewritten(sentence, form => form.ToUpperInvariant());
        return draw < Capitals + Small ? Rewritten(sentence, form => form.ToLowerInvariant()) : sentence;
    }

    private static Sentence Rewritten(Sentence sentence, Func<string, string> write)
    {
        var forms = sentence.Forms.Select(write).ToArray();
        return sentence with { Forms = forms, Classes = Known(forms) };
    }

    /// <summary>What the gazetteer knows of words that stand in a row.</summary>
    public static byte[] Known(string[] forms)
    {
        var text = string.Join(' ', forms);
        var spans = new TextSpan[forms.Length];
        var at = 0;
        for (var i = 0; i < forms.Length; i++)
        {
            spans[i] = new(at, at + forms[i].Length);
            at += forms[i].Length + 1;
        }

        var classes = new byte[forms.Length];
        Gazetteer.Value.Match(text, spans, classes);
        return classes;
    }
}
