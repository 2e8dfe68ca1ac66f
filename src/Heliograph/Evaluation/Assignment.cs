namespace Heliograph.Evaluation;

/// <summary>Pairs the rows of a table with its columns so that the weights of the pairs add up to the most.</summary>
internal static class Assignment
{
    /// <summary>The greatest sum of weights where each row and each column is used once at most.</summary>
    /// <param name="weights">0 or more each. Time: rows² × columns, the shorter side being the rows.</param>
    /// <remarks>The Hungarian method in the form with potentials and shortest augmenting paths (Jonker and Volgenant 1987).</remarks>
    public static double Best(double[,] weights)
    {
        var (rows, columns) = (weights.GetLength(0), weights.GetLength(1));
        if (rows > columns) return Best(Turned(weights));
        var rowPrice = new double[rows + 1];
        var columnPrice = new double[columns + 1];
        var rowOf = new int[columns + 1]; // counted from 1; 0: free
        var previous = new int[columns + 1];
        for (var row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            var column = 0;
            var shortest = new double[columns + 1];
            Array.Fill(shortest, double.PositiveInfinity);
            var done = new bool[columns + 1];
            do
            {
                done[column] = true;
                var (from, step, next) = (rowOf[column], double.PositiveInfinity, 0);
                for (var j = 1; j <= columns; j++)
                {
                    if (done[j]) continue;
                    var cost = -weights[from - 1, j - 1] - rowPrice[from] - columnPrice[j];
                    if (cost < shortest[j]) (shortest[j], previous[j]) = (cost, column);
                    if (shortest[j] < step) (step, next) = (shortest[j], j);
                }

                for (var j = 0; j <= columns; j++)
                {
                    if (done[j])
                    {
                        rowPrice[rowOf[j]] += step;
                        columnPrice[j] -= step;
                    }
                    else shortest[j] -= step;
                }

                column = next;
            }
            while (rowOf[column] != 0);

            for (; column != 0; column = previous[column]) rowOf[column] = rowOf[previous[column]];
        }

        var sum = 0.0;
        for (var j = 1; j <= columns; j++)
        {
            if (rowOf[j] > 0) sum += weights[rowOf[j] - 1, j - 1];
        }

        return sum;
    }

    private static double[,] Turned(double[,] weights)
    {
        var turned = new double[weights.GetLength(1), weights.GetLength(0)];
        for (var i = 0; i < weights.GetLength(0); i++)
        {
            for (var j = 0; j < weights.GetLength(1); j++) turned[j, i] = weights[i, j];
        }

        return turned;
    }
}
