namespace Heliograph.Documents;

/// <summary>What a chain of mentions is about.</summary>
public enum MentionType : byte
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>People taken together: a family, a crowd, "students".</summary>
    Group,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A state, as an actor or as a place.</summary>
    State,

    /// <summary>Any other place.</summary>
    Place,
}
