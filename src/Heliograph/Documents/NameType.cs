namespace Heliograph.Documents;

/// <summary>What kind of thing a name names, as in Universal NER.</summary>
public enum NameType : byte
{
    /// <summary>A person (PER).</summary>
    Person,

    /// <summary>An organisation (ORG).</summary>
    Organisation,

    /// <summary>A place (LOC).</summary>
    Location,
}
