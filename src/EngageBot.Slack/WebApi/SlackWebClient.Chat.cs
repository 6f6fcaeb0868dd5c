using EngageBot.Slack.Validation;
using EngageBot.Slack.WebApi.Wire;

namespace EngageBot.Slack.WebApi;

/// <content>Messages.</content>
public sealed partial class SlackWebClient
{
    /// <summary>
    /// Posts a message, one a second to a channel. Where the line breaks after it has left, the outcome is <see cref="SlackResult{T}.Unknown"/> and it is not
    /// sent again: look for its metadata in the channel. <see href="https://docs.slack.dev/reference/methods/chat.postMessage"/>.
    /// </summary>
    /// <param name="channel">The id of a channel, or of a user for the conversation with that one.</param>
    /// <exception cref="InvalidRequestException">Something is longer than Slack takes, or there is nothing in it.</exception>
    public Task<SlackResult<PostedMessage>> PostMessageAsync(string channel, MessageProperties message, CancellationToken cancellationToken)
    {
        MessageRules.Validate(message.Text, message.Blocks, message.Metadata);
        Check.That(!message.ReplyBroadcast || message.ThreadTs is not null, "Only a reply can be shown in the channel too.");
        var arguments = Of(channel, message) with
        {
            Metadata = message.Metadata,
            ReplyBroadcast = message.ReplyBroadcast ? true : null,
            UnfurlLinks = message.UnfurlLinks,
            UnfurlMedia = message.UnfurlMedia,
        };
        var request = Chat("chat.postMessage", arguments) with { PostsTo = channel };
        return SendAsync(request, SlackJson.Default.PostedMessage, cancellationToken);
    }

    /// <summary>
    /// Shows a message to one user of a channel, if the user is there at the moment; it is kept nowhere. What is returned is its ts.
    /// <see href="https://docs.slack.dev/reference/methods/chat.postEphemeral"/>.
    /// </summary>
    /// <exception cref="InvalidRequestException">Something is longer than Slack takes, or there is nothing in it.</exception>
    public async Task<SlackResult<Timestamp>> PostEphemeralAsync(string channel, string user, MessageProperties message, CancellationToken cancellationToken)
    {
        MessageRules.Validate(message.Text, message.Blocks, message.Metadata);
        Check.That(message.Metadata is null && !message.ReplyBroadcast, "What one user sees has no metadata and is not shown to others.");
        var request = Chat("chat.postEphemeral", Of(channel, message) with { User = user });
        return (await SendAsync(request, SlackJson.Default.EphemeralBody, cancellationToken)).Select(body => body.MessageTs);
    }

    /// <summary>Changes a message of the bot's own. <see href="https://docs.slack.dev/reference/methods/chat.update"/>.</summary>
    /// <exception cref="InvalidRequestException">Something is longer than Slack takes.</exception>
    public Task<SlackResult<PostedMessage>> UpdateMessageAsync(
        string channel, Timestamp ts, MessageEditProperties message, CancellationToken cancellationToken)
    {
        MessageRules.Validate(message.Text, message.Blocks, message.Metadata);
        var arguments = new MessageArguments(channel)
        {
            Ts = ts,
            Text = message.Text,
            Blocks = message.Blocks,
            Metadata = message.Metadata,
            Parse = "none",
            LinkNames = false,
        };
        return SendAsync(Chat("chat.update", arguments) with { IsRepeatable = true }, SlackJson.Default.PostedMessage, cancellationToken);
    }

    /// <summary>Takes a message of the bot's own away. <see href="https://docs.slack.dev/reference/methods/chat.delete"/>.</summary>
    public Task<SlackResult<NoContent>> DeleteMessageAsync(string channel, Timestamp ts, CancellationToken cancellationToken)
    {
        var request = Chat("chat.delete", new MessageArguments(channel) { Ts = ts });
        return SendAsync(request with { IsRepeatable = true, DoneBefore = SlackError.MessageNotFound }, cancellationToken);
    }

    /// <summary>A message's address. <see href="https://docs.slack.dev/reference/methods/chat.getPermalink"/>.</summary>
    public async Task<SlackResult<string>> GetPermalinkAsync(string channel, Timestamp ts, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get("chat.getPermalink", ("channel", channel), ("message_ts", ts));
        return (await SendAsync(request, SlackJson.Default.PermalinkBody, cancellationToken)).Select(body => body.Permalink);
    }

    private static MessageArguments Of(string channel, MessageProperties message) => new(channel)
    {
        Text = message.Text,
        Blocks = message.Blocks.Count > 0 ? message.Blocks : null,
        ThreadTs = message.ThreadTs,
        Parse = "none",
        LinkNames = false,
    };

    private static ApiRequest Chat(string method, MessageArguments arguments) =>
        new(method) { Body = RequestContent.Json(arguments, SlackJson.Default.MessageArguments) };
}
