using System.Runtime.CompilerServices;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest.Validation;
using EngageBot.Discord.Rest.Wire;

namespace EngageBot.Discord.Rest;

/// <content>Messages.</content>
public sealed partial class DiscordRestClient
{
    /// <summary>
    /// Up to 100 messages of a channel, newest first: the newest, those just before, or those just after an id. An id need not be that of a message:
    /// <see cref="Snowflake.At"/> makes one of a moment. <see href="https://discord.com/developers/docs/resources/message#get-channel-messages"/>.
    /// </summary>
    /// <param name="limit">1 to 100.</param>
    /// <exception cref="InvalidRequestException">Both ends are given, or the limit is none.</exception>
    public Task<RestResult<IReadOnlyList<Message>>> GetChannelMessagesAsync(
        Snowflake channelId,
        Snowflake? before,
        Snowflake? after,
        int limit,
        CancellationToken cancellationToken)
    {
        Check.Range(1, DiscordLimits.HistoryPage, limit, "The number of messages");
        Check.That(before is null || after is null, "Messages are asked for before an id or after one, not both.");
        var query = QueryText.Of(("limit", limit), ("before", before), ("after", after));
        var request = new RestRequest(Route.Get("channels/{channel_id}/messages", channelId)) { Query = query };
        return SendAsync(request, DiscordJson.Default.IReadOnlyListMessage, cancellationToken);
    }

    /// <summary>
    /// The pages of a channel's history from an id back to its beginning, each newest first. The first page that is refused is the last.
    /// </summary>
    public async IAsyncEnumerable<RestResult<IReadOnlyList<Message>>> GetPagesBeforeAsync(
        Snowflake channelId,
        Snowflake? before,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await GetChannelMessagesAsync(channelId, before, after: null, DiscordLimits.HistoryPage, cancellationToken);
            yield return page;
            if (page.ValueOrDefault is not { Count: DiscordLimits.HistoryPage } messages)
            {
                yield break;
            }

            before = messages.Min(message => message.Id);
        }
    }

    /// <summary>
    /// The pages of a channel's history from an id on to the newest message: the pages in order of time, each newest first. The first page that is refused is
    /// the last.
    /// </summary>
    public async IAsyncEnumerable<RestResult<IReadOnlyList<Message>>> GetPagesAfterAsync(
        Snowflake channelId,
        Snowflake after,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await GetChannelMessagesAsync(channelId, before: null, after, DiscordLimits.HistoryPage, cancellationToken);
            yield return page;
            if (page.ValueOrDefault is not { Count: DiscordLimits.HistoryPage } messages)
            {
                yield break;
            }

            after = messages.Max(message => message.Id);
        }
    }

    /// <summary>
    /// A message; refused with <see cref="JsonErrorCode.UnknownMessage"/> when it is gone.
    /// <see href="https://discord.com/developers/docs/resources/message#get-channel-message"/>.
    /// </summary>
    public Task<RestResult<Message>> GetChannelMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Route.Get("channels/{channel_id}/messages/{message_id}", channelId, messageId)), DiscordJson.Default.Message, cancellationToken);

    /// <summary>
    /// Sends a message. With a nonce it is sent again when the line breaks, and is there once; without one, a broken line is a
    /// <see cref="DiscordUnavailableException"/>. <see href="https://discord.com/developers/docs/resources/message#create-message"/>.
    /// </summary>
    /// <exception cref="InvalidRequestException">Something is longer than Discord takes, or there is nothing in it.</exception>
    public Task<RestResult<Message>> CreateMessageAsync(Snowflake channelId, MessageProperties message, CancellationToken cancellationToken)
    {
        var request = new RestRequest(Route.Post("channels/{channel_id}/messages", channelId))
        {
            Body = RequestContent.Json(MessageBodies.ForChannel(message), RestJson.Default.MessageBody, message.Files),
            IsRepeatable = message.Nonce is not null,
        };
        return SendAsync(request, DiscordJson.Default.Message, cancellationToken);
    }

    /// <summary>Changes a message of the bot's own. <see href="https://discord.com/developers/docs/resources/message#edit-message"/>.</summary>
    /// <exception cref="InvalidRequestException">Something is longer than Discord takes.</exception>
    public Task<RestResult<Message>> EditMessageAsync(
        Snowflake channelId,
        Snowflake messageId,
        MessageEditProperties message,
        CancellationToken cancellationToken)
    {
        var request = new RestRequest(Route.Patch("channels/{channel_id}/messages/{message_id}", channelId, messageId))
        {
            Body = RequestContent.Json(MessageBodies.Of(message), RestJson.Default.MessageBody, message.Files),
        };
        return SendAsync(request, DiscordJson.Default.Message, cancellationToken);
    }

    /// <summary>Takes a message away. <see href="https://discord.com/developers/docs/resources/message#delete-message"/>.</summary>
    public Task<RestResult<NoContent>> DeleteMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken) => SendAsync(
        new RestRequest(Route.Delete("channels/{channel_id}/messages/{message_id}", channelId, messageId)) { DoneBefore = JsonErrorCode.UnknownMessage },
        cancellationToken);
}
