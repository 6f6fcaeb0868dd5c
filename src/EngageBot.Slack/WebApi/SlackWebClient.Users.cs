using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi;

/// <content>Users.</content>
public sealed partial class SlackWebClient
{
    /// <summary>A user. <see href="https://docs.slack.dev/reference/methods/users.info"/>.</summary>
    public async Task<SlackResult<User>> GetUserAsync(string user, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get("users.info", ("user", user), ("include_locale", true));
        return (await SendAsync(request, SlackJson.Default.UserBody, cancellationToken)).Select(body => body.User);
    }

    /// <summary>
    /// The users of the workspace, also those who left, page by page; the first page that is not there is the last.
    /// <see href="https://docs.slack.dev/reference/methods/users.list"/>.
    /// </summary>
    public IAsyncEnumerable<SlackResult<IReadOnlyList<User>>> ListUsersAsync(CancellationToken cancellationToken) => FollowAsync(
        (cursor, token) => PageAsync(
            ApiRequest.Get("users.list", ("limit", ListPage), ("include_locale", true), ("cursor", cursor)),
            SlackJson.Default.UsersPage,
            page => page.Members,
            token),
        cancellationToken);

    /// <summary>
    /// The conversations a user is in, of those the app may know of, page by page; the first page that is not there is the last.
    /// <see href="https://docs.slack.dev/reference/methods/users.conversations"/>.
    /// </summary>
    /// <param name="user">None for the bot itself.</param>
    public IAsyncEnumerable<SlackResult<IReadOnlyList<Conversation>>> ListConversationsOfAsync(
        string? user, ConversationTypes types, bool excludeArchived, CancellationToken cancellationToken) =>
        FollowAsync(
            (cursor, token) => PageAsync(
                ApiRequest.Get(
                    "users.conversations",
                    ("user", user),
                    ("types", Text(types)),
                    ("exclude_archived", excludeArchived),
                    ("limit", ListPage),
                    ("cursor", cursor)),
                SlackJson.Default.ChannelsPage,
                page => page.Channels,
                token),
            cancellationToken);

    /// <summary>Whether a user is there at the moment. <see href="https://docs.slack.dev/reference/methods/users.getPresence"/>.</summary>
    public Task<SlackResult<UserPresence>> GetPresenceAsync(string user, CancellationToken cancellationToken) =>
        SendAsync(ApiRequest.Get("users.getPresence", ("user", user)), SlackJson.Default.UserPresence, cancellationToken);

    /// <summary>When a user does not want to be disturbed. <see href="https://docs.slack.dev/reference/methods/dnd.info"/>.</summary>
    public Task<SlackResult<DndInfo>> GetDndAsync(string user, CancellationToken cancellationToken) =>
        SendAsync(ApiRequest.Get("dnd.info", ("user", user)), SlackJson.Default.DndInfo, cancellationToken);

    /// <summary>The user groups of the workspace that are not switched off, with who is in them. <see href="https://docs.slack.dev/reference/methods/usergroups.list"/>.</summary>
    public async Task<SlackResult<IReadOnlyList<UserGroup>>> ListUserGroupsAsync(CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get("usergroups.list", ("include_users", true));
        return (await SendAsync(request, SlackJson.Default.UserGroupsBody, cancellationToken)).Select(body => body.UserGroups);
    }

    /// <summary>The ids of the users of a group. <see href="https://docs.slack.dev/reference/methods/usergroups.users.list"/>.</summary>
    public async Task<SlackResult<IReadOnlyList<string>>> ListUserGroupUsersAsync(string userGroup, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get("usergroups.users.list", ("usergroup", userGroup));
        return (await SendAsync(request, SlackJson.Default.UserIdsBody, cancellationToken)).Select(body => body.Users);
    }
}
