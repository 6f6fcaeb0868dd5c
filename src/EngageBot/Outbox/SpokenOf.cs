using EngageBot.Chat;

namespace EngageBot.Outbox;

/// <summary>A post that something of the bot's speaks of.</summary>
/// <param name="Key">Of the post.</param>
/// <param name="IsForEveryone">Everybody in the community can read its channel.</param>
internal sealed record SpokenOf(long Key, MessagePlace Place, bool IsForEveryone)
{
    public required string ChannelName { get; init; }
}
