using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>How one clause stands to the world, in the eyes of its voice.</summary>
/// <param name="Token">The token that heads the clause: its verb, or the predicate that a copula links.</param>
/// <param name="Factuality">What the rules make of it.</param>
/// <param name="Score">How surely it happened, learnt from people's judgements: from −3, surely not, to +3, surely.
/// An order, not a probability; the rules have the last word on <paramref name="Factuality"/>.</param>
/// <param name="Likelihood">The words of likelihood that govern it, or null.</param>
public readonly record struct ClauseFinding(int Token, Factuality Factuality, double Score, TextSpan? Likelihood);
