namespace Heliograph.Training.Networks;

/// <summary>How many labels of each kind there are.</summary>
internal sealed record LabelCounts(Labels Tags, Labels TreebankTags, Labels Deprels);
