using EngageBot.Chat;

namespace EngageBot.Turns;

/// <summary>A reply to somebody's post.</summary>
/// <param name="Message">Its key.</param>
/// <param name="At">Unix milliseconds.</param>
internal sealed record TurnReply(long Message, MessagePlace Place, long At)
{
    /// <summary>It asks something, and so asks it of the author.</summary>
    public bool Asks { get; init; }

    /// <summary>More than a greeting or bare praise.</summary>
    public bool IsSubstantial { get; init; }

    /// <summary>The author put an emoji under it.</summary>
    public bool IsThanked { get; init; }

    /// <summary>Nobody is sent into it: a quarrel, a fraud.</summary>
    public bool IsTrouble { get; init; }
}
