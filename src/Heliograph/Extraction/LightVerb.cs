namespace Heliograph.Extraction;

/// <summary>A verb that says little itself and lets its noun tell the event: "carry out an attack", "come under fire".</summary>
/// <param name="Lemma">The verb.</param>
/// <param name="Particle">Its particle ("out"), or null.</param>
/// <param name="Link">How the noun hangs on it: <c>obj</c>, <c>subj</c> ("clashes broke out"), or a preposition.</param>
/// <param name="SubjectActs">Whether its subject is the noun's actor; otherwise it is the noun's recipient ("face").</param>
internal sealed record LightVerb(string Lemma, string? Particle, string Link, bool SubjectActs);
