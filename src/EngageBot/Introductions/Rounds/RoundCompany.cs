namespace EngageBot.Introductions.Rounds;

/// <summary>For each member those who fit him best: where a search looks first.</summary>
internal sealed class RoundCompany
{
    private const int Most = 24;

    private readonly int[] _company;

    public RoundCompany(RoundWeights weights)
    {
        Size = Math.Min(Most, weights.Count - 1);
        _company = new int[weights.Count * Size];
        for (var member = 0; member < weights.Count; member++)
        {
            Fill(member, weights.Of(member), _company.AsSpan(member * Size, Size));
        }
    }

    public int Size { get; }

    public ReadOnlySpan<int> Of(int member) => _company.AsSpan(member * Size, Size);

    private static void Fill(int member, ReadOnlySpan<int> weights, Span<int> company)
    {
        var found = 0;
        for (var other = 0; other < weights.Length; other++)
        {
            if (other == member || (found == company.Length && weights[other] <= weights[company[^1]]))
            {
                continue;
            }

            var at = found < company.Length ? found++ : found - 1;
            for (; at > 0 && weights[company[at - 1]] < weights[other]; at--)
            {
                company[at] = company[at - 1];
            }

            company[at] = other;
        }
    }
}
