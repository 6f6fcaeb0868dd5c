namespace EngageBot.TestKit.Rounds;

/// <summary>
/// No pairing of all members can score more than this: half of the best assignment in which everybody chooses somebody else and everybody is chosen once. A pairing is
/// such an assignment, with each pair counted twice. Found exactly by the Hungarian method (Kuhn 1955), in time that grows with the cube.
/// </summary>
internal static class RoundBound
{
    /// <param name="count">How many members; an even number.</param>
    public static double OfPairs(int count, Func<long, long, double> score)
    {
        var costs = new double[count][];
        for (var one = 0; one < count; one++)
        {
            costs[one] = new double[count];
            for (var other = 0; other < count; other++)
            {
                costs[one][other] = one == other ? 1e6 : -score(one, other);
            }
        }

        return -new Assignment(costs).Cost / 2;
    }

    /// <summary>No groups of a size can score more: nobody meets better company than those who fit him best.</summary>
    public static double OfGroups(int count, int size, Func<long, long, double> score) => Enumerable.Range(0, count)
        .Sum(one => Enumerable.Range(0, count).Where(other => other != one).Select(other => score(one, other)).OrderDescending().Take(size - 1).Sum()) / 2;

    /// <summary>Rows are taken in one after the other along the cheapest alternating path.</summary>
    private sealed class Assignment
    {
        private readonly double[][] _costs;
        private readonly double[] _ofRow;
        private readonly double[] _ofColumn;
        private readonly int[] _rowOf;

        public Assignment(double[][] costs)
        {
            _costs = costs;
            (_ofRow, _ofColumn, _rowOf) = (new double[costs.Length + 1], new double[costs.Length + 1], new int[costs.Length + 1]);
            for (var row = 1; row <= costs.Length; row++)
            {
                Add(row);
            }

            Cost = Enumerable.Range(1, costs.Length).Sum(column => costs[_rowOf[column] - 1][column - 1]);
        }

        public double Cost { get; }

        private void Add(int row)
        {
            var (slack, from, isSeen) = (new double[_rowOf.Length], new int[_rowOf.Length], new bool[_rowOf.Length]);
            Array.Fill(slack, double.MaxValue);
            _rowOf[0] = row;
            var column = 0;
            do
            {
                isSeen[column] = true;
                column = Next(column, slack, from, isSeen);
            }
            while (_rowOf[column] != 0);

            for (; column != 0; column = from[column])
            {
                _rowOf[column] = _rowOf[from[column]];
            }
        }

        private int Next(int column, double[] slack, int[] from, bool[] isSeen)
        {
            var (row, least, next) = (_rowOf[column], double.MaxValue, 0);
            for (var other = 1; other < slack.Length; other++)
            {
                if (isSeen[other])
                {
                    continue;
                }

                var reduced = _costs[row - 1][other - 1] - _ofRow[row] - _ofColumn[other];
                if (reduced < slack[other])
                {
                    (slack[other], from[other]) = (reduced, column);
                }

                (least, next) = slack[other] < least ? (slack[other], other) : (least, next);
            }

            for (var other = 0; other < slack.Length; other++)
            {
                if (isSeen[other])
                {
                    _ofRow[_rowOf[other]] += least;
                    _ofColumn[other] -= least;
                }
                else
                {
                    slack[other] -= least;
                }
            }

            return next;
        }
    }
}
