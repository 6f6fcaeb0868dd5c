using EngageBot.Chat;
using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.Mapping;

/// <summary>Who has been told of in this process, so that each member is told of once, and again when his name or roles change.</summary>
internal sealed class MembersTold
{
    /// <summary>Enough for everyone who writes these days; past it the memory starts afresh, and what is told twice does no harm.</summary>
    private const int Capacity = 200_000;

    private readonly Dictionary<(string Community, Snowflake User), string> _names = [];

    /// <summary>Null where there is nothing new to tell.</summary>
    /// <param name="member">Without it the nickname is not known, and a member who was told of is not told of again.</param>
    public MemberSeen? Meet(CommunityId community, User user, Member? member, bool isBot, DateTimeOffset at)
    {
        var key = (community.Value, user.Id);
        if (_names.TryGetValue(key, out var known) && (member is null || known == NameOf(user, member)))
        {
            return null;
        }

        if (_names.Count >= Capacity)
        {
            _names.Clear();
        }

        _names[key] = NameOf(user, member);
        return DiscordMapper.Seen(community, user, member, isBot, at);
    }

    /// <summary>A mention brings less than a user.</summary>
    public MemberSeen? Meet(CommunityId community, MentionedUser user, DateTimeOffset at) => Meet(
        community, new User { Id = user.Id, Username = user.Username, GlobalName = user.GlobalName, Bot = user.Bot }, user.Member, user.Bot, at);

    /// <summary>The name that others see, and the roles, where they are known.</summary>
    private static string NameOf(User user, Member? member) => string.Join('\n', [member?.Nick ?? user.GlobalName ?? user.Username, .. (member?.Roles ?? []).Order().Select(role => role.ToString())]);
}
