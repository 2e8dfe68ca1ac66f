namespace Heliograph.Web.Access;

/// <summary>What someone may do.</summary>
public enum Right
{
    /// <summary>Nothing that touches the ledger: see what doors there are.</summary>
    None,

    /// <summary>Read the ledger, and have texts read without keeping them.</summary>
    Reader,

    /// <summary>Also keep reports, and correct entries and actors.</summary>
    Editor,
}
