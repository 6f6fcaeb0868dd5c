using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <content>The bot's own reactions.</content>
public sealed partial class DiscordRestClient
{
    /// <summary>Reacts to a message. <see href="https://discord.com/developers/docs/resources/message#create-reaction"/>.</summary>
    /// <exception cref="InvalidRequestException">The emoji has no name.</exception>
    public Task<RestResult<NoContent>> CreateReactionAsync(
        Snowflake channelId,
        Snowflake messageId,
        Emoji emoji,
        CancellationToken cancellationToken) => SendAsync(
        new RestRequest(Route.Put("channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", channelId, messageId, ReactionName(emoji))),
        cancellationToken);

    /// <summary>Takes the bot's reaction away. <see href="https://discord.com/developers/docs/resources/message#delete-own-reaction"/>.</summary>
    /// <exception cref="InvalidRequestException">The emoji has no name.</exception>
    public Task<RestResult<NoContent>> DeleteOwnReactionAsync(
        Snowflake channelId,
        Snowflake messageId,
        Emoji emoji,
        CancellationToken cancellationToken) => SendAsync(
        new RestRequest(Route.Delete("channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", channelId, messageId, ReactionName(emoji))),
        cancellationToken);

    /// <summary>A guild's own emoji is named with its id, one of Unicode's is itself.</summary>
    private static string ReactionName(Emoji emoji) => emoji.Id is { } id ? $"{emoji.Name}:{id}" : emoji.Name ?? "";
}
