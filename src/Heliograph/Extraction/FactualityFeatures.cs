using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>What the graded score of factuality is read from: named features of a token and of the words that govern it.</summary>
/// <remarks>
/// Features are strings such as <c>gd=plan,xcomp</c>, so that the table of weights can be read. Groups: the word and its
/// clause (l, x, d, t, m, p, a, c, o), its governor (g), the words further up (G), the clause that gives it its tense (i),
/// the effect of governors as the lexicons have it (E), neighbours (w), and what the rules find (r).
/// </remarks>
internal static class FactualityFeatures
{
    private const int MaxClimb = 4; // beyond four governors nothing was gained on UDS by cross-validation
    private const int MaxTenseClimb = 6;

    /// <summary>The features of a token; none twice; in ordinal order.</summary>
    /// <param name="syntax">The document.</param>
    /// <param name="token">Any token that tells of a state or a deed.</param>
    /// <param name="rules">What the rules make of it.</param>
    public static IReadOnlyCollection<string> Of(Syntax syntax, int token, Factuality rules)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal) { $"r={rules}" };
        var form = ClauseForm.Of(syntax, token);
        AddOwn(syntax, token, form, found);
        AddChildren(syntax, token, form, found);
        AddGovernors(syntax, token, form, found);
        AddTense(syntax, token, found);
        AddNeighbours(syntax, token, found);
        return found;
    }

    private static void AddOwn(Syntax syntax, int token, ClauseForm form, SortedSet<string> found)
    {
        var (lemma, tag, deprel) = (Lemma(syntax, token), syntax.TreebankTag(token), syntax.Deprel(token));
        var (person, asked) = (form.Person(syntax), IsAsked(syntax, token) ? "?" : "");
        found.Add($"l={lemma}");
        found.Add($"le={lemma[Math.Max(0, lemma.Length - 3)..]}");
        found.Add($"lt={lemma},{form.Tense}");
        found.Add($"x={tag}");
        found.Add($"u={syntax.Tag(token)}");
        found.Add($"d={deprel}:{syntax.Subtype(token)}");
        found.Add($"dt={deprel},{form.Tense}");
        found.Add($"dn={deprel},{form.Negated}");
        found.Add($"dm={deprel},{form.Mark}");
        found.Add($"dmt={deprel},{form.Mark},{form.Tense}");
        found.Add($"dq={deprel}{asked}");
        found.Add($"dtp={(deprel == Deprel.Root ? "root" : "")},{form.Tense},{person}");
        found.Add($"t={form.Tense}");
        found.Add($"tn={form.Tense},{form.Negated}");
        found.Add($"tq={form.Tense}{asked}");
        found.Add($"n={form.Negated}");
        found.Add($"m={form.Mark}");
        found.Add($"p={person}");
        found.Add($"pt={person},{form.Tense}");
    }

    private static void AddChildren(Syntax syntax, int token, ClauseForm form, SortedSet<string> found)
    {
        foreach (var child in syntax.Children(token))
        {
            var deprel = syntax.Deprel(child);
            switch (deprel)
            {
                case Deprel.Advmod:
                    found.Add($"a={Lemma(syntax, child)}");
                    break;
                case Deprel.Advcl:
                    found.Add($"ca={Clause.Marker(syntax, child) ?? "-"}");
                    break;
                case Deprel.Obl or Deprel.Nmod:
                    if (syntax.Preposition(child) is { } preposition) found.Add($"cp={preposition}");
                    break;
                case Deprel.Nsubj or Deprel.Obj or Deprel.Case or Deprel.Det or Deprel.Amod or Deprel.Xcomp or Deprel.Ccomp:
                    found.Add($"cl={deprel}={Lemma(syntax, child)}");
                    break;
                default:
                    break;
            }

            if (deprel is Deprel.Advmod or Deprel.Amod && (Governors.Effect(syntax, child, "adv") ?? Governors.Effect(syntax, child, "adj")) is { } effect)
            {
                found.Add($"Ea={effect}");
            }
        }
    }

    private static void AddGovernors(Syntax syntax, int token, ClauseForm form, SortedSet<string> found)
    {
        var path = syntax.Deprel(token).ToString();
        var (child, mark) = (token, form.Mark);
        for (var step = 0; step < MaxClimb && !syntax.IsRoot(child); step++)
        {
            var head = syntax.Head(child);
            var above = ClauseForm.Of(syntax, head);
            var (lemma, relation) = (Lemma(syntax, head), Relation(syntax, child));
            if (step == 0)
            {
                found.Add($"g={lemma}");
                found.Add($"gd={lemma},{relation}");
                found.Add($"gdm={lemma},{relation},{mark}");
                found.Add($"gdt={lemma},{relation},{above.Tense}");
                found.Add($"gt={above.Tense}");
                found.Add($"gtd={above.Tense},{relation},{mark}");
                found.Add($"gx={syntax.Tag(head)},{relation}");
            }
            else
            {
                found.Add($"G={lemma}");
            }

            if (step < 3) found.Add($"Gt{Math.Min(step, 1)}={above.Tense},{path}");
            found.Add($"Gm={mark}");
            found.Add($"Gn={above.Mark}");
            if (above.Negated) found.Add("Gneg");
            foreach (var part in syntax.Children(head))
            {
                if (syntax.TreebankTag(part) == "MD" && syntax.Deprel(part) == Deprel.Aux) found.Add($"Gmod={Lemma(syntax, part)}");
                if (syntax.Deprel(part) == Deprel.Advmod) found.Add($"Ga={Lemma(syntax, part)}");
            }

            AddEffect(syntax, head, child, step, above.Negated, found);
            path += $">{syntax.Deprel(head)}";
            (child, mark) = (head, above.Mark);
        }
    }

    private static void AddEffect(Syntax syntax, int head, int child, int step, bool negated, SortedSet<string> found)
    {
        var relation = Relation(syntax, child);
        if (Governors.Class(syntax, head) is { } effect)
        {
            found.Add($"E={effect}");
            found.Add($"E{step}={effect},{relation},{negated}");
        }

        if (Governors.Signature(syntax, head, Governors.Complement(syntax, child)) is { } signature)
        {
            found.Add($"Es{Math.Min(step, 1)}={(negated ? signature.Negative : signature.Positive)}");
        }

        if (syntax.Deprel(child) != Deprel.Acl) return;
        found.Add($"ed={relation},{Determiner(syntax, head)}");
        found.Add($"el={relation},{Lemma(syntax, head)}");
        found.Add($"er={syntax.Deprel(head)}");
    }

    // The clause that gives the token its tense, and the way to it
    private static void AddTense(Syntax syntax, int token, SortedSet<string> found)
    {
        var (at, way) = (token, "");
        var form = ClauseForm.Of(syntax, at);
        for (var step = 0; step < MaxTenseClimb && !form.IsFinite && !syntax.IsRoot(at); step++)
        {
            if (step < 3) way += $"{Relation(syntax, at)}/{form.Mark};";
            at = syntax.Head(at);
            form = ClauseForm.Of(syntax, at);
        }

        found.Add($"i={form.Tense}");
        found.Add($"iw={way}");
        found.Add($"itw={form.Tense},{way}");
        found.Add($"itnw={form.Tense},{form.Negated},{way}");
        found.Add($"ip={form.Person(syntax)},{form.Tense}");
        found.Add($"il={Lemma(syntax, at)}");
        found.Add($"ilw={Lemma(syntax, at)},{way}");
    }

    private static void AddNeighbours(Syntax syntax, int token, SortedSet<string> found)
    {
        var sentence = syntax.Document.SentenceOf(token);
        var before = token > sentence.Start ? syntax.TreebankTag(token - 1) : "^";
        var second = token > sentence.Start + 1 ? syntax.TreebankTag(token - 2) : "^";
        if (token > sentence.Start) found.Add($"w-={Lemma(syntax, token - 1)}");
        if (token + 1 < sentence.End)
        {
            found.Add($"w+={Lemma(syntax, token + 1)}");
            found.Add($"wx+={syntax.TreebankTag(token + 1)}");
        }

        found.Add($"wx={before},{syntax.TreebankTag(token)}");
        found.Add($"wxx={second},{before},{syntax.TreebankTag(token)}");
    }

    private static bool IsAsked(Syntax syntax, int token)
    {
        for (var i = syntax.Document.SentenceOf(token).End - 1; i > token; i--)
        {
            if (syntax.Form(i) is "?") return true;
        }

        return false;
    }

    private static string Relation(Syntax syntax, int token) =>
        syntax.Subtype(token) == "relcl" ? $"{syntax.Deprel(token)}:relcl" : syntax.Deprel(token).ToString();

    private static string Determiner(Syntax syntax, int noun)
    {
        if (syntax.Child(noun, Deprel.Det) is >= 0 and var article) return Lemma(syntax, article);
        return syntax.Child(noun, Deprel.Nmod, "poss") >= 0 ? "poss" : $"-{syntax.TreebankTag(noun)}";
    }

    private static string Lemma(Syntax syntax, int token) => syntax.Lemma(token).ToLowerInvariant();
}
