using EngageBot.Chat;
using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.Mapping;

/// <summary>Who has been told of in this process, so that each member is told of once, and again when his name, his roles or his standing change.</summary>
internal sealed class MembersTold
{
    /// <summary>Enough for everyone who writes these days; past it the memory starts afresh, and what is told twice does no harm.</summary>
    private const int Capacity = 200_000;

    private readonly Dictionary<(string Community, Snowflake User), (string Name, ulong Roles, MemberStanding? Standing)> _told = [];

    /// <summary>Null where there is nothing new to tell.</summary>
    /// <param name="member">Without it the nickname is not known, and a member who was told of is not told of again.</param>
    public MemberSeen? Meet(CommunityId community, User user, Member? member, bool isBot, DateTimeOffset at)
    {
        var key = (community.Value, user.Id);
        var told = (member?.Nick ?? user.GlobalName ?? user.Username, SumOf(member), DiscordMapper.StandingOf(member));
        if (_told.TryGetValue(key, out var known) && (member is null || known == told))
        {
            return null;
        }

        if (_told.Count >= Capacity)
        {
            _told.Clear();
        }

        _told[key] = told;
        return DiscordMapper.Seen(community, user, member, isBot, at);
    }

    /// <summary>Somebody left: should he come again, he is told of again.</summary>
    public void Forget(CommunityId community, Snowflake user) => _told.Remove((community.Value, user));

    /// <summary>A mention brings less than a user.</summary>
    public static User UserOf(MentionedUser user) => new() { Id = user.Id, Username = user.Username, GlobalName = user.GlobalName, Bot = user.Bot };

    /// <summary>Changes when roles do, in whatever order they are told.</summary>
    private static ulong SumOf(Member? member)
    {
        var sum = 0UL;
        foreach (var role in member?.Roles ?? [])
        {
            sum += role.Value * 0x9E3779B97F4A7C15; // Wraps around.
        }

        return sum;
    }
}
