using System.Globalization;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest.Validation;
using EngageBot.Discord.Rest.Wire;

namespace EngageBot.Discord.Rest;

/// <content>Threads and posts in forums.</content>
public sealed partial class DiscordRestClient
{
    /// <summary>
    /// Starts a thread from a message; it gets the message's id. One message has one thread (<see cref="JsonErrorCode.ThreadAlreadyCreated"/>).
    /// <see href="https://discord.com/developers/docs/resources/channel#start-thread-from-message"/>.
    /// </summary>
    /// <exception cref="InvalidRequestException">The name is too long or empty, or a number is none Discord takes.</exception>
    public Task<RestResult<Channel>> StartThreadFromMessageAsync(
        Snowflake channelId,
        Snowflake messageId,
        ThreadProperties thread,
        CancellationToken cancellationToken)
    {
        ChannelRules.Validate(thread);
        var body = new ThreadBody(thread.Name) { AutoArchiveDuration = thread.AutoArchiveDuration, RateLimitPerUser = thread.RateLimitPerUser };
        var request = new RestRequest(Route.Post("channels/{channel_id}/messages/{message_id}/threads", channelId, messageId))
        {
            Body = RequestContent.Json(body, RestJson.Default.ThreadBody),
        };
        return SendAsync(request, DiscordJson.Default.Channel, cancellationToken);
    }

    /// <summary>
    /// Starts a thread without a message, private unless asked otherwise.
    /// <see href="https://discord.com/developers/docs/resources/channel#start-thread-without-message"/>.
    /// </summary>
    /// <exception cref="InvalidRequestException">The name is too long or empty, or a number is none Discord takes.</exception>
    public Task<RestResult<Channel>> StartThreadWithoutMessageAsync(Snowflake channelId, ThreadProperties thread, CancellationToken cancellationToken)
    {
        ChannelRules.Validate(thread);
        var body = new ThreadBody(thread.Name)
        {
            AutoArchiveDuration = thread.AutoArchiveDuration,
            RateLimitPerUser = thread.RateLimitPerUser,
            Type = thread.Type,
            Invitable = thread.Invitable,
        };
        var request = new RestRequest(Route.Post("channels/{channel_id}/threads", channelId)) { Body = RequestContent.Json(body, RestJson.Default.ThreadBody) };
        return SendAsync(request, DiscordJson.Default.Channel, cancellationToken);
    }

    /// <summary>
    /// Posts in a forum. The post is a thread, and its first message has the thread's id.
    /// <see href="https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel"/>.
    /// </summary>
    /// <exception cref="InvalidRequestException">Something is longer than Discord takes.</exception>
    public Task<RestResult<Channel>> StartThreadInForumAsync(Snowflake forumId, ForumPostProperties post, CancellationToken cancellationToken)
    {
        ChannelRules.Validate(post);
        var body = new ForumPostBody(post.Name, MessageBodies.ForWebhook(post.Message))
        {
            AppliedTags = post.AppliedTags,
            AutoArchiveDuration = post.AutoArchiveDuration,
            RateLimitPerUser = post.RateLimitPerUser,
        };
        var request = new RestRequest(Route.Post("channels/{channel_id}/threads", forumId))
        {
            Body = RequestContent.Json(body, RestJson.Default.ForumPostBody, post.Message.Files),
        };
        return SendAsync(request, DiscordJson.Default.Channel, cancellationToken);
    }

    /// <summary>
    /// Takes a user into a thread; one who is in it already stays.
    /// <see href="https://discord.com/developers/docs/resources/channel#add-thread-member"/>.
    /// </summary>
    public Task<RestResult<NoContent>> AddThreadMemberAsync(Snowflake threadId, Snowflake userId, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Route.Put("channels/{channel_id}/thread-members/{user_id}", threadId, userId)), cancellationToken);

    /// <summary>
    /// One member of a thread; refused with <see cref="JsonErrorCode.UnknownMember"/> where the user is not in it.
    /// <see href="https://discord.com/developers/docs/resources/channel#get-thread-member"/>.
    /// </summary>
    public Task<RestResult<ThreadMember>> GetThreadMemberAsync(Snowflake threadId, Snowflake userId, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Route.Get("channels/{channel_id}/thread-members/{user_id}", threadId, userId)), DiscordJson.Default.ThreadMember, cancellationToken);

    /// <summary>
    /// Who is in a thread; needs the intent GUILD_MEMBERS.
    /// <see href="https://discord.com/developers/docs/resources/channel#list-thread-members"/>.
    /// </summary>
    public Task<RestResult<IReadOnlyList<ThreadMember>>> ListThreadMembersAsync(Snowflake threadId, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Route.Get("channels/{channel_id}/thread-members", threadId)), DiscordJson.Default.IReadOnlyListThreadMember, cancellationToken);

    /// <summary>
    /// Archived public threads of a channel, last archived first.
    /// <see href="https://discord.com/developers/docs/resources/channel#list-public-archived-threads"/>.
    /// </summary>
    /// <param name="before">Those archived before this moment.</param>
    public Task<RestResult<ThreadList>> ListPublicArchivedThreadsAsync(
        Snowflake channelId,
        DateTimeOffset? before,
        CancellationToken cancellationToken) => SendAsync(
        new RestRequest(Route.Get("channels/{channel_id}/threads/archived/public", channelId)) { Query = ArchivedBefore(before) },
        RestJson.Default.ThreadList,
        cancellationToken);

    /// <summary>
    /// Archived private threads of a channel, for bots that manage threads.
    /// <see href="https://discord.com/developers/docs/resources/channel#list-private-archived-threads"/>.
    /// </summary>
    /// <param name="before">Those archived before this moment.</param>
    public Task<RestResult<ThreadList>> ListPrivateArchivedThreadsAsync(
        Snowflake channelId,
        DateTimeOffset? before,
        CancellationToken cancellationToken) => SendAsync(
        new RestRequest(Route.Get("channels/{channel_id}/threads/archived/private", channelId)) { Query = ArchivedBefore(before) },
        RestJson.Default.ThreadList,
        cancellationToken);

    private static string ArchivedBefore(DateTimeOffset? before) =>
        QueryText.Of(
            ("limit", DiscordLimits.HistoryPage),
            ("before", before?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)));
}
