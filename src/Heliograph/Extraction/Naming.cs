namespace Heliograph.Extraction;

/// <summary>How openly a source is told.</summary>
public enum Naming : byte
{
    /// <summary>The words give a name, or point at one.</summary>
    Named,

    /// <summary>One person or body that is not named: "a Western diplomat"; or no source in the words at all.</summary>
    Unnamed,

    /// <summary>Several who are not named: "some analysts".</summary>
    Collective,
}
