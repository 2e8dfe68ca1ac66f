using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Language;

namespace Heliograph.Tests.Extraction;

public class ModelWeightsTests
{
    [Theory]
    [InlineData("confidence-weights")]
    [InlineData("factuality-weights")]
    [InlineData("event-confidence-weights")]
    public void The_deep_model_goes_by_its_own_table_where_there_is_one(string name)
    {
        var weights = new ModelWeights(name);

        var own = LexiconTable.Has(name + "-deep.tsv") ? new ModelWeights(name + "-deep").Of(ReadingModel.Fast) : weights.Of(ReadingModel.Fast);

        Assert.Equal(own, weights.Of(ReadingModel.Deep));
        Assert.NotEmpty(own);
    }
}
