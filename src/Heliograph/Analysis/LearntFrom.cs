namespace Heliograph.Analysis;

/// <summary>What a <see cref="LocalConfidence"/> was fitted to, and what it is worth on what it was not fitted to.</summary>
/// <param name="Reader">The program and the model whose confidences it corrects.</param>
/// <param name="Judgements">How many entries people judged.</param>
/// <param name="Right">How many of them were right as read.</param>
/// <param name="Reports">How many reports they stand in.</param>
/// <param name="Digest">The SHA-256 of the judgements, 64 hex digits: the same judgements give the same.</param>
/// <param name="BrierBefore">The Brier score of the shipped confidence, from 0 to 1; lower is better.</param>
/// <param name="BrierAfter">The same of the fitted one, on judgements held out.</param>
/// <param name="F1Before">F1 of events kept being right, where all are kept; from 0 to 1.</param>
/// <param name="F1After">The same with the veto, on judgements held out.</param>
public sealed record LearntFrom(
    string Reader, int Judgements, int Right, int Reports, string Digest, double BrierBefore, double BrierAfter, double F1Before, double F1After);
