namespace EngageBot.Nudges;

/// <summary>What counts when something is about to be said to everybody.</summary>
/// <param name="MessagesSincePost">How many messages people wrote in its channel since, as far as it matters.</param>
/// <param name="SinceLastInCommunity">How many people's messages came in the community since the bot last said something to everybody, as far as it matters.</param>
/// <param name="SinceLastInChannel">The same of the channel.</param>
/// <param name="IsResting">Somebody took away what the bot said in this channel, not long ago.</param>
internal readonly record struct PublicFacts(int MessagesSincePost, int SinceLastInCommunity, int SinceLastInChannel, bool IsResting)
{
    /// <summary>How many replies the bot put under posts of the community in the last 24 hours.</summary>
    public required int RepliesInADay { get; init; }

    /// <summary>How many people of the community are known, as far as it matters.</summary>
    public required long People { get; init; }
}
