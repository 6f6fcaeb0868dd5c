using EngageBot.Slack.Models;
using EngageBot.Slack.Validation;
using EngageBot.Slack.WebApi.Wire;

namespace EngageBot.Slack.WebApi;

/// <content>Channels and conversations.</content>
public sealed partial class SlackWebClient
{
    private const int ListPage = 200;

    /// <summary>
    /// The conversations of the workspace that the app may know of, page by page; the first page that is not there is the last.
    /// <see href="https://docs.slack.dev/reference/methods/conversations.list"/>.
    /// </summary>
    public IAsyncEnumerable<SlackResult<IReadOnlyList<Conversation>>> ListConversationsAsync(
        ConversationTypes types, bool excludeArchived, CancellationToken cancellationToken) =>
        FollowAsync(
            (cursor, token) => PageAsync(
                ApiRequest.Get("conversations.list", ("types", Text(types)), ("exclude_archived", excludeArchived), ("limit", ListPage), ("cursor", cursor)),
                SlackJson.Default.ChannelsPage,
                page => page.Channels,
                token),
            cancellationToken);

    /// <summary>A conversation. <see href="https://docs.slack.dev/reference/methods/conversations.info"/>.</summary>
    public async Task<SlackResult<Conversation>> GetConversationAsync(string channel, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get("conversations.info", ("channel", channel), ("include_num_members", true));
        return (await SendAsync(request, SlackJson.Default.ChannelBody, cancellationToken)).Select(body => body.Channel);
    }

    /// <summary>
    /// A conversation's messages without the replies in threads, newest first, page by page; the first page that is not there is the last.
    /// <see href="https://docs.slack.dev/reference/methods/conversations.history"/>.
    /// </summary>
    public IAsyncEnumerable<SlackResult<IReadOnlyList<Message>>> GetHistoryAsync(string channel, HistoryRequest history, CancellationToken cancellationToken) =>
        FollowAsync((cursor, token) => GetHistoryPageAsync(channel, history, cursor, token), cancellationToken);

    /// <summary>One page of <see cref="GetHistoryAsync"/>.</summary>
    /// <param name="cursor">Where the page begins, from the one before.</param>
    /// <exception cref="InvalidRequestException">The limit is none.</exception>
    public Task<SlackResult<SlackPage<Message>>> GetHistoryPageAsync(
        string channel, HistoryRequest history, string? cursor, CancellationToken cancellationToken) =>
        MessagesAsync("conversations.history", channel, ts: null, history, cursor, cancellationToken);

    /// <summary>
    /// A thread's messages, oldest first, page by page: the message it hangs on, and the replies. That first one stands on every page.
    /// <see href="https://docs.slack.dev/reference/methods/conversations.replies"/>.
    /// </summary>
    public IAsyncEnumerable<SlackResult<IReadOnlyList<Message>>> GetRepliesAsync(
        string channel, Timestamp ts, HistoryRequest history, CancellationToken cancellationToken) =>
        FollowAsync((cursor, token) => GetRepliesPageAsync(channel, ts, history, cursor, token), cancellationToken);

    /// <summary>One page of <see cref="GetRepliesAsync"/>.</summary>
    /// <exception cref="InvalidRequestException">The limit is none.</exception>
    public Task<SlackResult<SlackPage<Message>>> GetRepliesPageAsync(
        string channel, Timestamp ts, HistoryRequest history, string? cursor, CancellationToken cancellationToken) =>
        MessagesAsync("conversations.replies", channel, ts, history, cursor, cancellationToken);

    /// <summary>
    /// The ids of those in a conversation, page by page; the first page that is not there is the last.
    /// <see href="https://docs.slack.dev/reference/methods/conversations.members"/>.
    /// </summary>
    public IAsyncEnumerable<SlackResult<IReadOnlyList<string>>> GetMembersAsync(string channel, CancellationToken cancellationToken) => FollowAsync(
        (cursor, token) => PageAsync(
            ApiRequest.Get("conversations.members", ("channel", channel), ("limit", ListPage), ("cursor", cursor)),
            SlackJson.Default.MemberIdsPage,
            page => page.Members,
            token),
        cancellationToken);

    /// <summary>
    /// The conversation of the bot with one user, or with up to 8; opened where there is none yet.
    /// <see href="https://docs.slack.dev/reference/methods/conversations.open"/>.
    /// </summary>
    public async Task<SlackResult<Conversation>> OpenConversationAsync(IReadOnlyList<string> users, CancellationToken cancellationToken)
    {
        Check.Between(1, SlackLimits.ConversationUsers, users.Count, "users of a conversation");
        var request = Conversations("conversations.open", new ConversationArguments { Users = string.Join(',', users), ReturnIm = true });
        return (await SendAsync(request, SlackJson.Default.ChannelBody, cancellationToken)).Select(body => body.Channel);
    }

    /// <summary>Lets the bot into a public channel. <see href="https://docs.slack.dev/reference/methods/conversations.join"/>.</summary>
    public async Task<SlackResult<Conversation>> JoinConversationAsync(string channel, CancellationToken cancellationToken)
    {
        var request = Conversations("conversations.join", new ConversationArguments { Channel = channel });
        return (await SendAsync(request, SlackJson.Default.ChannelBody, cancellationToken)).Select(body => body.Channel);
    }

    private static ApiRequest Conversations(string method, ConversationArguments arguments) =>
        new(method) { Body = RequestContent.Json(arguments, SlackJson.Default.ConversationArguments), IsRepeatable = true };

    private static string Text(ConversationTypes types)
    {
        var names = new (ConversationTypes Type, string Name)[]
        {
            (ConversationTypes.PublicChannel, "public_channel"),
            (ConversationTypes.PrivateChannel, "private_channel"),
            (ConversationTypes.Mpim, "mpim"),
            (ConversationTypes.Im, "im"),
        };
        Check.That(types != ConversationTypes.None, "No sort of conversation is asked for.");
        return string.Join(',', names.Where(name => types.HasFlag(name.Type)).Select(name => name.Name));
    }

    private Task<SlackResult<SlackPage<Message>>> MessagesAsync(
        string method, string channel, Timestamp? ts, HistoryRequest history, string? cursor, CancellationToken cancellationToken)
    {
        Check.Range(1, SlackLimits.Page - 1, history.Limit, "The number of messages of a page");
        var request = ApiRequest.Get(
            method,
            ("channel", channel),
            ("ts", ts),
            ("oldest", history.Oldest),
            ("latest", history.Latest),
            ("inclusive", history.Inclusive ? true : null),
            ("include_all_metadata", history.IncludeAllMetadata ? true : null),
            ("limit", history.Limit),
            ("cursor", cursor));
        return PageAsync(request, SlackJson.Default.MessagesPage, page => page.Messages, cancellationToken);
    }
}
