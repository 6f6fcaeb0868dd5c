namespace EngageBot.Outbox;

/// <summary>Where moderators hear from the bot, by keys of the store.</summary>
/// <param name="Channel">The channel; of a message to one of them any of the community.</param>
/// <param name="Member">Who hears it in private; null where it is said in the channel.</param>
internal sealed record ModeratorsPlace(long Channel, long? Member)
{
    /// <summary>To one of them it is the same whatever channel it is kept under.</summary>
    public bool IsSame(ModeratorsPlace other) => Member == other.Member && (Member is not null || Channel == other.Channel);
}
