namespace Heliograph.Documents;

/// <summary>The seventeen universal parts of speech (Universal Dependencies v2, UPOS).</summary>
public enum PartOfSpeech : byte
{
    /// <summary>Other: what cannot be given a part of speech.</summary>
    X,

    /// <summary>Adjective.</summary>
    Adj,

    /// <summary>Adposition.</summary>
    Adp,

    /// <summary>Adverb.</summary>
    Adv,

    /// <summary>Auxiliary, the copula included.</summary>
    Aux,

    /// <summary>Coordinating conjunction.</summary>
    Cconj,

    /// <summary>Determiner.</summary>
    Det,

    /// <summary>Interjection.</summary>
    Intj,

    /// <summary>Noun.</summary>
    Noun,

    /// <summary>Numeral.</summary>
    Num,

    /// <summary>Particle.</summary>
    Part,

    /// <summary>Pronoun.</summary>
    Pron,

    /// <summary>Proper noun.</summary>
    Propn,

    /// <summary>Punctuation.</summary>
    Punct,

    /// <summary>Subordinating conjunction.</summary>
    Sconj,

    /// <summary>Symbol.</summary>
    Sym,

    /// <summary>Verb.</summary>
    Verb,
}
