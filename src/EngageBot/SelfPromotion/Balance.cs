namespace EngageBot.SelfPromotion;

/// <summary>What the author of a promotion did over the 30 days before it.</summary>
/// <param name="Promotions">Messages whose text is promotion, this one among them; none of those that answer somebody, pass on the work of others, or are in a channel for it.</param>
/// <param name="Answered">Different people whom he answered, see <see cref="BalancePolicy"/>.</param>
internal readonly record struct Balance(int Promotions, int Answered)
{
    /// <summary>Replies to others that go with one promotion.</summary>
    private const int RepliesForEach = 3;

    /// <summary>Whether he gives less than he asks for. A first promotion is nobody's habit.</summary>
    public bool IsShort => IsUnder(RepliesForEach);

    /// <param name="repliesForEach">By a community's own rule.</param>
    public bool IsUnder(int repliesForEach) => Promotions >= 2 && Answered < (long)repliesForEach * Promotions;
}
