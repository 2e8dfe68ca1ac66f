namespace Heliograph.Documents;

/// <summary>The thirty-seven universal relations of a token to its head (Universal Dependencies v2).</summary>
/// <remarks>A treebank's own subtype, such as <c>pass</c> in <c>nsubj:pass</c>, stands in <see cref="Document.Subtypes"/>.</remarks>
public enum Deprel : byte
{
    /// <summary><c>dep</c>: unspecified dependency.</summary>
    Dep,

    /// <summary><c>acl</c>: clausal modifier of a noun.</summary>
    Acl,

    /// <summary><c>advcl</c>: adverbial clause.</summary>
    Advcl,

    /// <summary><c>advmod</c>: adverbial modifier.</summary>
    Advmod,

    /// <summary><c>amod</c>: adjectival modifier.</summary>
    Amod,

    /// <summary><c>appos</c>: apposition.</summary>
    Appos,

    /// <summary><c>aux</c>: auxiliary.</summary>
    Aux,

    /// <summary><c>case</c>: case marking.</summary>
    Case,

    /// <summary><c>cc</c>: coordinating conjunction.</summary>
    Cc,

    /// <summary><c>ccomp</c>: clausal complement.</summary>
    Ccomp,

    /// <summary><c>clf</c>: classifier.</summary>
    Clf,

    /// <summary><c>compound</c>: compound.</summary>
    Compound,

    /// <summary><c>conj</c>: conjunct.</summary>
    Conj,

    /// <summary><c>cop</c>: copula.</summary>
    Cop,

    /// <summary><c>csubj</c>: clausal subject.</summary>
    Csubj,

    /// <summary><c>det</c>: determiner.</summary>
    Det,

    /// <summary><c>discourse</c>: discourse element.</summary>
    Discourse,

    /// <summary><c>dislocated</c>: dislocated element.</summary>
    Dislocated,

    /// <summary><c>expl</c>: expletive.</summary>
    Expl,

    /// <summary><c>fixed</c>: fixed multiword expression.</summary>
    Fixed,

    /// <summary><c>flat</c>: flat expression.</summary>
    Flat,

    /// <summary><c>goeswith</c>: part of a word written apart.</summary>
    Goeswith,

    /// <summary><c>iobj</c>: indirect object.</summary>
    Iobj,

    /// <summary><c>list</c>: list item.</summary>
    List,

    /// <summary><c>mark</c>: marker of a subordinate clause.</summary>
    Mark,

    /// <summary><c>nmod</c>: nominal modifier of a noun.</summary>
    Nmod,

    /// <summary><c>nsubj</c>: nominal subject.</summary>
    Nsubj,

    /// <summary><c>nummod</c>: numeric modifier.</summary>
    Nummod,

    /// <summary><c>obj</c>: object.</summary>
    Obj,

    /// <summary><c>obl</c>: oblique nominal.</summary>
    Obl,

    /// <summary><c>orphan</c>: orphan of an elided head.</summary>
    Orphan,

    /// <summary><c>parataxis</c>: parataxis.</summary>
    Parataxis,

    /// <summary><c>punct</c>: punctuation.</summary>
    Punct,

    /// <summary><c>reparandum</c>: overridden disfluency.</summary>
    Reparandum,

    /// <summary><c>root</c>: root of the sentence.</summary>
    Root,

    /// <summary><c>vocative</c>: vocative.</summary>
    Vocative,

    /// <summary><c>xcomp</c>: open clausal complement.</summary>
    Xcomp,
}
