namespace Heliograph.Times;

/// <summary>A piece of a token as the grammar of times sees it: a word, a number or a sign.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Number">Its number; −1 where it has one that is no calendar's (other scripts, too many digits).</param>
/// <param name="Digits">How many digits it is written with; 0 for words.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends in the text.</param>
/// <param name="Token">The token it lies in.</param>
internal readonly record struct TimeAtom(TimeWord Part, long Number, int Digits, int Start, int End, int Token);
