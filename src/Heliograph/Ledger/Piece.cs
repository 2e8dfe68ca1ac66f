namespace Heliograph.Ledger;

/// <summary>A piece of text for people; lines end with a line feed inside it.</summary>
/// <param name="Text">The text, already safe to print.</param>
/// <param name="Mark">What it is.</param>
public readonly record struct Piece(string Text, Mark Mark = Mark.None)
{
    /// <summary>Whether the piece quotes the report's own words in a role.</summary>
    public bool IsMarked => Mark >= Mark.Who;

    /// <summary>The piece without colours: the marked words of the report stand in square brackets.</summary>
    public string Plain => IsMarked ? $"[{Text}]" : Text;
}
