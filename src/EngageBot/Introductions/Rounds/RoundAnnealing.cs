namespace EngageBot.Introductions.Rounds;

/// <summary>
/// Searches for the groups with the highest sum by simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983): somebody who fits a member well takes the place of one of his
/// companions, at first also where that loses something; at the end no change gains anything. So many steps a member, whatever the clock says.
/// </summary>
internal ref struct RoundAnnealing(RoundWeights weights, RoundCompany company, RoundSeats seats, StableRandom random)
{
    private const int StepsForEach = 3_000;

    /// <summary>The last temperature in parts of the first.</summary>
    private const double Cooling = 1.0 / 300;

    private const int MostSweeps = 50;

    private const int Samples = 2_000;

    /// <summary>Logarithms of numbers from 0 to 1: what a step may lose, in temperatures, by chance.</summary>
    private static readonly double[] Patience = [.. Enumerable.Range(0, 4_096).Select(at => Math.Log((at + 0.5) / 4_096))];

    private StableRandom _random = random;

    /// <param name="progress">Told what share of the work is done.</param>
    public void Run(Action<double> progress, CancellationToken cancellationToken)
    {
        if (seats.Groups < 2)
        {
            return;
        }

        var first = Temperature();
        for (var turn = 0; turn < StepsForEach; turn++)
        {
            var done = (double)turn / StepsForEach;
            if (turn % (StepsForEach / 100) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress(done);
            }

            Turn(first * Math.Pow(Cooling, done));
        }

        Settle(cancellationToken);
    }

    /// <summary>As many steps as there are members.</summary>
    private void Turn(double temperature)
    {
        for (var step = 0; step < weights.Count; step++)
        {
            var (leaves, comes) = Proposal();
            var group = seats.GroupOf(leaves);
            if (seats.GroupOf(comes) == group)
            {
                continue;
            }

            var most = temperature * Patience[_random.Next(Patience.Length)];
            if (seats.MayMove(comes, group) && seats.GainOfMove(comes, group) >= most)
            {
                seats.Move(comes, group);
            }
            else if (seats.Gain(leaves, comes) >= most)
            {
                seats.Swap(leaves, comes);
            }
        }
    }

    private (int Leaves, int Comes) Proposal()
    {
        var member = _random.Next(weights.Count);
        var anybody = _random.Next(8) == 0;
        return (seats.Companion(member, ref _random), anybody ? _random.Next(weights.Count) : company.Of(member)[_random.Next(company.Size)]);
    }

    /// <summary>What a change commonly gains or loses, those of penalties aside.</summary>
    private double Temperature()
    {
        List<long> changes = [];
        for (var sample = 0; sample < Samples; sample++)
        {
            var (leaves, comes) = Proposal();
            if (seats.GroupOf(leaves) != seats.GroupOf(comes) && Math.Abs(seats.Gain(leaves, comes)) is > 0 and < RoundWeights.Repeat / 2 and var change)
            {
                changes.Add(change);
            }
        }

        return changes.Count == 0 ? 1 : changes.Average() / 2;
    }

    private readonly void Settle(CancellationToken cancellationToken)
    {
        var isBetter = true;
        for (var sweep = 0; isBetter && sweep < MostSweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            isBetter = false;
            for (var member = 0; member < weights.Count; member++)
            {
                isBetter |= Settle(member);
            }
        }
    }

    private readonly bool Settle(int member)
    {
        var isBetter = false;
        for (var other = member + 1; other < weights.Count; other++)
        {
            if (seats.GroupOf(member) != seats.GroupOf(other) && seats.Gain(member, other) > 0)
            {
                seats.Swap(member, other);
                isBetter = true;
            }
        }

        for (var group = 0; group < seats.Groups; group++)
        {
            if (seats.MayMove(member, group) && seats.GainOfMove(member, group) > 0)
            {
                seats.Move(member, group);
                isBetter = true;
            }
        }

        return isBetter;
    }
}
