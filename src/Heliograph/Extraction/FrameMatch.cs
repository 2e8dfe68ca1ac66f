using System.Collections.Frozen;
using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>One frame held against one word of a document: which tokens fill its slots.</summary>
/// <remarks>Slots of a verb: <c>subj</c> and <c>obj</c> as they are meant (passives and relative clauses undone),
/// <c>iobj</c>, <c>prt</c>, <c>inf</c>, <c>that</c>, and prepositions. Of a noun: <c>poss</c>, <c>mod</c> (a modifier
/// that acts: "rebel", "Israeli"), <c>land</c> (one that names a place), <c>comp</c> (any modifier), prepositions, and
/// <c>subj</c> through a light verb. <c>obj.poss</c> is the <c>poss</c> of the object; <c>behind</c> is whoever stands
/// behind the object: itself where it can act, else its owner. <c>num</c> is the number of a noun, <c>clause</c> an adverbial
/// clause behind a verb. <c>deed</c> is the recipient of the act in the
/// complement, <c>that.subj</c> its subject.</remarks>
internal sealed class FrameMatch
{
    private readonly Syntax _syntax;
    private readonly int _object;

    private FrameMatch(Syntax syntax, int token, Frame frame)
    {
        (_syntax, Token, Frame) = (syntax, token, frame);
        if (frame.IsVerb)
        {
            _object = Clause.Object(syntax, token);
            return;
        }

        _object = -1;
        (Carrier, LightVerb) = LightVerbOf(syntax, token);
    }

    /// <summary>The verb or noun.</summary>
    public int Token { get; }

    public Frame Frame { get; }

    /// <summary>The light verb that carries the noun, or -1.</summary>
    public int Carrier { get; } = -1;

    public LightVerb? LightVerb { get; }

    /// <summary>The tokens that tell the event, unsorted.</summary>
    public List<int> Trigger { get; } = [];

    /// <summary>The frame that matches best at a token, or null.</summary>
    public static FrameMatch? At(Syntax syntax, int token)
    {
        var frames = syntax.Tag(token) switch
        {
            PartOfSpeech.Verb when syntax.Deprel(token) is not (Deprel.Amod or Deprel.Compound or Deprel.Case or Deprel.Fixed) =>
                WithAdjectives(syntax, token),
            PartOfSpeech.Adj when syntax.Deprel(token) is not (Deprel.Amod or Deprel.Compound) => FrameLexicon.OfAdjective(syntax.Lemma(token)),
            PartOfSpeech.Noun when syntax.Deprel(token) is not (Deprel.Compound or Deprel.Fixed) => FrameLexicon.OfNoun(syntax.Lemma(token)),
            _ => [],
        };
        foreach (var frame in frames)
        {
            var match = new FrameMatch(syntax, token, frame);
            if (match.Holds()) return match;
        }

        return null;
    }

    // "is prepared to", "is committed to": participles that are as good as adjectives
    private static ImmutableArray<Frame> WithAdjectives(Syntax syntax, int token)
    {
        var verbs = FrameLexicon.OfInflectedVerb(syntax.Lemma(token));
        if (syntax.TreebankTag(token) != "VBN") return verbs;
        var adjectives = FrameLexicon.OfAdjective(syntax.Form(token).ToString().ToLowerInvariant());
        return adjectives.IsEmpty ? verbs : adjectives.AddRange(verbs);
    }

    /// <summary>The token that fills a slot, or -1.</summary>
    public int Fill(string slot) => Fill(slot, null);

    private bool Holds()
    {
        Trigger.Add(Token);
        foreach (var slot in Frame.Pattern)
        {
            var filler = Fill(slot);
            if (slot.Forbidden ? filler >= 0 : slot.Required && filler < 0) return false;
            if (!slot.Forbidden && filler < 0 && slot.Names is ["subj"] && Fill("subj") >= 0) return false;
            if (slot.Lemmas is not null && filler >= 0 && !slot.Forbidden && !IsDeedOfItsOwn(slot, filler)) Trigger.Add(filler);
        }

        if (Carrier >= 0) AddCarrier();
        return !Frame.IsVerb || SubjectCanAct();
    }

    // "vowed to attack": a second event, that is only planned
    private bool IsDeedOfItsOwn(Slot slot, int filler) => slot.Names is ["inf"] && _syntax.Tag(filler) == PartOfSpeech.Verb;

    // A verb's subject must be able to act, unless its row says what it must be instead
    private bool SubjectCanAct()
    {
        if (!Frame.Actor.Contains("subj")) return true;
        if (Frame.Pattern.Any(slot => slot.Names is ["subj"])) return true;
        var subject = Fill("subj");
        return subject < 0 || WordClasses.IsActor(_syntax, subject) || WordClasses.IsPlace(_syntax, subject);
    }

    private void AddCarrier()
    {
        Trigger.Add(Carrier);
        if (LightVerb?.Particle is not { } particle) return;
        var word = Particle(Carrier, lemma => lemma == particle);
        if (word >= 0) Trigger.Add(word);
    }

    private int Fill(Slot slot)
    {
        foreach (var name in slot.Names)
        {
            var filler = Fill(name, slot);
            if (filler >= 0 && Suits(slot, filler)) return filler;
        }

        return -1;
    }

    private bool Suits(Slot slot, int filler)
    {
        if (slot.Lemmas is { } lemmas && !lemmas.Contains(_syntax.Lemma(WordClasses.Counted(_syntax, filler)).ToLowerInvariant())
            && !(_syntax.Tag(filler) == PartOfSpeech.Sym && lemmas.Contains("dollar")) && !lemmas.Contains(Singular(filler)))
        {
            return false;
        }

        if (slot.Classes.IsEmpty) return true;
        foreach (var wordClass in slot.Classes)
        {
            if (WordClasses.Is(_syntax, filler, wordClass)) return true;
        }

        return false;
    }

    // "supplies" where the lemmatizer left the plural as it was
    private string Singular(int token)
    {
        var lemma = _syntax.Lemma(token).ToLowerInvariant();
        if (_syntax.TreebankTag(token) != "NNS" || !lemma.EndsWith('s') || lemma.Length < 4) return lemma;
        return lemma.EndsWith("ies", StringComparison.Ordinal) ? lemma[..^3] + "y" : lemma[..^1];
    }

    private int Fill(string name, Slot? demand) => name switch
    {
        "subj" => Frame.IsVerb ? Subject() : LightVerb is { SubjectActs: true } ? Clause.Subject(_syntax, Carrier) : -1,
        "endured" => LightVerb is { SubjectActs: false } ? Clause.Subject(_syntax, Carrier) : -1,
        "obj" => _object,
        "iobj" => _syntax.Child(Token, Deprel.Iobj),
        "behind" => Behind(_object),
        "prt" => Particle(Token, lemma => demand?.Lemmas is not { } wanted || wanted.Contains(lemma)),
        "adv" => Adverb(demand),
        "inf" => Infinitive(),
        "that" => _syntax.Child(Token, Deprel.Ccomp),
        "that.subj" => _syntax.Child(Token, Deprel.Ccomp) is >= 0 and var clause ? Clause.Subject(_syntax, clause) : -1,
        "deed" => Deed(),
        "poss" => _syntax.Child(Token, Deprel.Nmod, "poss"),
        "mod" => Modifier(Token, places: false),
        "land" => Modifier(Token, places: true),
        "comp" => Modifier(Token, demand?.Lemmas),
        "acl" => _syntax.Child(Token, Deprel.Acl),
        "num" => _syntax.Child(Token, Deprel.Nummod),
        "clause" => Adverbial(demand),
        "clause.subj" => Adverbial(null) is >= 0 and var circumstance ? Clause.Subject(_syntax, circumstance) : -1,
        "obj.poss" => _object < 0 ? -1 : _syntax.Child(_object, Deprel.Nmod, "poss"),
        "obj.mod" => _object < 0 ? -1 : Modifier(_object, places: false),
        "obj.land" => _object < 0 ? -1 : Modifier(_object, places: true),
        "obj.comp" => _object < 0 ? -1 : Modifier(_object, demand?.Lemmas),
        _ when name.EndsWith(".comp", StringComparison.Ordinal) =>
            Prepositional(name[..^5], null) is >= 0 and var noun ? Modifier(noun, demand?.Lemmas) : -1,
        _ => Prepositional(name, demand),
    };

    // "threatened to attack the town", "refused to meet the envoys": the one to whom what is spoken of would be done
    private int Deed()
    {
        var deed = _syntax.Child(Token, Deprel.Xcomp);
        if (deed < 0) deed = _syntax.Child(Token, Deprel.Ccomp);
        if (deed < 0) return -1;
        if (At(_syntax, deed) is { } match)
        {
            foreach (var slot in match.Frame.Recipient)
            {
                var filler = slot is "deed" or "each" ? -1 : match.Fill(slot);
                if (filler >= 0) return filler;
            }
        }

        return Behind(Clause.Object(_syntax, deed)) is >= 0 and var person && WordClasses.IsActor(_syntax, person) ? person : -1;
    }

    private int Subject() => Frame.PartOfSpeech == "adj" ? Clause.SurfaceSubject(_syntax, Token) : Clause.Subject(_syntax, Token);

    // "willing to", also where the tree has an adverbial clause
    private int Infinitive()
    {
        var found = _syntax.Child(Token, Deprel.Xcomp);
        if (found >= 0 || Frame.PartOfSpeech != "adj") return found;
        var clause = _syntax.Child(Token, Deprel.Advcl);
        return clause >= 0 && Clause.Marker(_syntax, clause) == "to" ? clause : -1;
    }

    // "died when a mine exploded"
    private int Adverbial(Slot? demand)
    {
        foreach (var child in _syntax.Children(Token))
        {
            if (_syntax.Deprel(child) == Deprel.Advcl && child > Token && (demand is null || Suits(demand, child))) return child;
        }

        return -1;
    }

    private int Adverb(Slot? demand)
    {
        foreach (var child in _syntax.Children(Token))
        {
            if (_syntax.Deprel(child) == Deprel.Advmod && (demand is null || Suits(demand, child))) return child;
        }

        return -1;
    }

    private int Prepositional(string preposition, Slot? demand)
    {
        var found = Prepositional(Token, Frame.IsVerb ? Deprel.Obl : Deprel.Nmod, preposition, demand);
        if (found >= 0) return found;
        if (_object >= 0) return Prepositional(_object, Deprel.Nmod, preposition, demand); // "held talks with": on either word
        return Carrier >= 0 ? Prepositional(Carrier, Deprel.Obl, preposition, demand) : -1;
    }

    private int Prepositional(int head, Deprel deprel, string preposition, Slot? demand)
    {
        foreach (var child in _syntax.Children(head))
        {
            if (!HangsBy(child, deprel, preposition, demand)) continue;
            if (demand is not null && !Suits(demand, child)) continue;
            if (demand is null && WordClasses.IsTime(_syntax, child))
            {
                if (NameBefore(child) is >= 0 and var name) return name;
                continue;
            }

            return Clause.Antecedent(_syntax, child);
        }

        return -1;
    }

    // "on the Gaza Strip Sunday", read as one name
    private int NameBefore(int time)
    {
        foreach (var child in _syntax.Children(time))
        {
            if (child < time && _syntax.Deprel(child) is Deprel.Compound or Deprel.Nmod or Deprel.Flat && _syntax.NameAt(child) is not null
                && !WordClasses.IsTime(_syntax, child))
            {
                return child;
            }
        }

        return -1;
    }

    // As a nominal, or, where no class is asked for, as a clause: "accused of bribery", "accused of bribing"
    private bool HangsBy(int child, Deprel deprel, string preposition, Slot? demand) =>
        _syntax.Deprel(child) == deprel
            ? _syntax.Subtype(child) != "poss" && _syntax.Preposition(child) == preposition
            : demand is not null && (demand.Lemmas is not null || demand.Classes.IsEmpty) && _syntax.Deprel(child) is Deprel.Advcl or Deprel.Acl && Clause.Marker(_syntax, child) == preposition;

    private int Particle(int verb, Func<string, bool> wanted)
    {
        // "handed over 700 rifles", read as "over 700"
        var next = verb + 1;
        if (next < _syntax.Document.Tokens.Length && _syntax.Tag(next) is PartOfSpeech.Adp or PartOfSpeech.Adv
            && _syntax.Lemma(next).ToLowerInvariant() is "over" or "up" or "off" or "out" or "down" or "back" or "in" && _syntax.Head(next) != verb
            && next + 1 < _syntax.Document.Tokens.Length && _syntax.Tag(next + 1) is PartOfSpeech.Num or PartOfSpeech.Det
            && wanted(_syntax.Lemma(next).ToLowerInvariant()))
        {
            return next;
        }

        foreach (var child in _syntax.Children(verb))
        {
            if (child > verb && _syntax.Deprel(child) is Deprel.Compound or Deprel.Advmod or Deprel.Case or Deprel.Mark
                && _syntax.Tag(child) is PartOfSpeech.Adp or PartOfSpeech.Adv or PartOfSpeech.Part && wanted(_syntax.Lemma(child).ToLowerInvariant()))
            {
                return child;
            }
        }

        return -1;
    }

    // "US-led", "rebel", "Israeli": a modifier that can act; a name of a place only where places are asked for
    private int Modifier(int noun, bool places)
    {
        foreach (var child in _syntax.Children(noun))
        {
            if (child > noun || _syntax.Deprel(child) is not (Deprel.Amod or Deprel.Compound or Deprel.Nmod)) continue;
            if (_syntax.Subtype(child) == "poss" || _syntax.Preposition(child) is not null) continue;
            if (_syntax.Lemma(child) == "lead" && _syntax.Tag(child) == PartOfSpeech.Verb)
            {
                foreach (var leader in _syntax.Children(child))
                {
                    if (leader < child && _syntax.Tag(leader) is PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Noun) return leader;
                }

                continue;
            }

            var isPlace = _syntax.NameAt(child) == NameType.Location && _syntax.Tag(child) != PartOfSpeech.Adj;
            if (isPlace == places && WordClasses.IsActor(_syntax, child)) return child;
        }

        return -1;
    }

    private int Modifier(int noun, FrozenSet<string>? lemmas)
    {
        foreach (var child in _syntax.Children(noun))
        {
            if (_syntax.Deprel(child) is not (Deprel.Amod or Deprel.Compound) || child > noun) continue;
            if (lemmas is null || lemmas.Contains(_syntax.Lemma(child).ToLowerInvariant())) return child;
        }

        return -1;
    }

    // "condemned the attack by rebels", "praised the minister's efforts": the rebels, the minister
    private int Behind(int thing)
    {
        if (thing < 0 || WordClasses.IsActor(_syntax, thing)) return thing;
        var owner = _syntax.Child(thing, Deprel.Nmod, "poss");
        if (owner >= 0 && WordClasses.IsActor(_syntax, owner) && _syntax.Tag(owner) != PartOfSpeech.Pron) return owner;
        foreach (var preposition in (ReadOnlySpan<string>)["by", "from", "of"])
        {
            var found = Prepositional(thing, Deprel.Nmod, preposition, null);
            if (found >= 0 && WordClasses.IsActor(_syntax, found)) return found;
        }

        if (Modifier(thing, places: false) is >= 0 and var modifier) return modifier;
        return Modifier(thing, places: true) is >= 0 and var place ? place : owner >= 0 ? owner : thing;
    }

    private static (int Verb, LightVerb? Light) LightVerbOf(Syntax syntax, int noun)
    {
        var head = syntax.Head(noun);
        if (head != noun && Carries(syntax, head, noun) is { } carried) return (head, carried);
        foreach (var child in syntax.Children(noun))
        {
            if (syntax.Deprel(child) == Deprel.Acl && Carries(syntax, child, noun) is { } light) return (child, light);
        }

        return (-1, null);
    }

    private static LightVerb? Carries(Syntax syntax, int verb, int noun)
    {
        foreach (var light in FrameLexicon.OfLightVerb(syntax.Lemma(verb)))
        {
            if (light.Particle is { } particle && syntax.Tree.Child(verb, Deprel.Compound, "prt") is var word
                && (word < 0 || syntax.Lemma(word) != particle))
            {
                continue;
            }

            var linked = light.Link == "obj"
                ? Clause.Object(syntax, verb) == noun
                : light.Link == "subj"
                ? syntax.Deprel(noun) == Deprel.Nsubj && syntax.Head(noun) == verb && !Clause.IsPassive(syntax, verb)
                : syntax.Deprel(noun) == Deprel.Obl && syntax.Head(noun) == verb && syntax.Preposition(noun) == light.Link;
            if (linked) return light;
        }

        return null;
    }
}
