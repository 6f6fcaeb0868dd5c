using EngageBot.Chat;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Host.Platforms.Discord.State;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>
/// Whether a member can read a channel or private thread: from what was told of roles and overwrites, and from what is asked and kept for a minute: which roles
/// the member has, and whether he is in the thread. <see href="https://discord.com/developers/docs/topics/permissions"/>.
/// </summary>
internal sealed class DiscordReaders
{
    private const int Capacity = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    /// <summary>By guild and user; null for one who has left.</summary>
    private readonly BriefMemory<(Snowflake Guild, Snowflake User), IReadOnlyList<Snowflake>?> _roles;

    private readonly BriefMemory<(Snowflake Thread, Snowflake User), ReadAccess> _inThread;

    /// <summary>Threads that nobody told of lately.</summary>
    private readonly BriefMemory<Snowflake, ChannelState?> _learnt;

    private readonly DiscordRestClient _client;
    private readonly DiscordWorld _world;

    public DiscordReaders(DiscordRestClient client, DiscordWorld world, TimeProvider clock)
    {
        (_client, _world) = (client, world);
        (_roles, _inThread, _learnt) = (new(Kept, Capacity, clock), new(Kept, Capacity, clock), new(Kept, Capacity, clock));
        world.MemberChanged += (guild, user) => _roles.Forget((guild, user));
    }

    public async Task<ReadAccess> CanReadAsync(MemberId member, ChannelId channel, CancellationToken cancellationToken)
    {
        if (member.Community != channel.Community || !Snowflake.TryParse(member.Value, out var user) || !Snowflake.TryParse(channel.Value, out var place))
        {
            return ReadAccess.Cannot;
        }

        try
        {
            return await CanReadAsync(user, place, channel.Community, cancellationToken);
        }
        catch (DiscordUnavailableException)
        {
            return ReadAccess.Unknown;
        }
    }

    /// <summary>Whether a member may manage the server; null where that cannot be learnt now.</summary>
    public Task<bool?> ManagesAsync(MemberId member, CancellationToken cancellationToken) => KnowAsync(member, DiscordPermissions.ToManage, cancellationToken);

    /// <summary>Whether a member has a role; null where that cannot be learnt now.</summary>
    public Task<bool?> HasRoleAsync(MemberId member, string role, CancellationToken cancellationToken) =>
        KnowAsync(member, (guild, _, roles) => DiscordPermissions.HasRole(guild, roles, role), cancellationToken);

    /// <summary>What is to be known of a member by his roles, which is no of who has left; null where they cannot be learnt now.</summary>
    private async Task<bool?> KnowAsync(MemberId member, Func<GuildState, Snowflake, IReadOnlyList<Snowflake>, bool> know, CancellationToken cancellationToken)
    {
        if (!Snowflake.TryParse(member.Value, out var user) || !Snowflake.TryParse(member.Community.Value, out var id) || _world.Guild(id) is not { Roles.Count: > 0 } guild)
        {
            return null;
        }

        try
        {
            return !await LearnRolesAsync(id, user, cancellationToken) || !_roles.TryGet((id, user), out var roles) ? null : roles is not null && know(guild, user, roles);
        }
        catch (DiscordUnavailableException)
        {
            return null;
        }
    }

    private async Task<ReadAccess> CanReadAsync(Snowflake user, Snowflake place, CommunityId community, CancellationToken cancellationToken)
    {
        if (await StateAsync(place, cancellationToken) is not { } channel || channel.Community != community
            || _world.RightsIn(channel) is not ({ Roles.Count: > 0 } guild, { } permissionsOf))
        {
            return ReadAccess.Unknown;
        }

        if (!await LearnRolesAsync(guild.Id, user, cancellationToken) || !_roles.TryGet((guild.Id, user), out var roles))
        {
            return ReadAccess.Unknown;
        }

        return roles is null ? ReadAccess.Cannot : DiscordVisibility.CanRead(guild, channel, permissionsOf, user, roles) switch
        {
            true => ReadAccess.Can,
            false => ReadAccess.Cannot,
            null => await IsInThreadAsync(channel.Id, user, cancellationToken),
        };
    }

    private async Task<ChannelState?> StateAsync(Snowflake place, CancellationToken cancellationToken)
    {
        if (_world.Find(place) is { } told)
        {
            return told;
        }

        if (!_learnt.TryGet(place, out var learnt))
        {
            var result = await _client.GetChannelAsync(place, cancellationToken);
            learnt = result.ValueOrDefault is { GuildId: { } guild } channel ? ChannelState.Of(channel, guild) : null;
            _learnt.Put(place, learnt);
        }

        return learnt;
    }

    /// <summary>False where they cannot be learnt now.</summary>
    private async Task<bool> LearnRolesAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken)
    {
        if (_roles.TryGet((guild, user), out _))
        {
            return true;
        }

        switch (await _client.GetGuildMemberAsync(guild, user, cancellationToken))
        {
            case RestResult<Member>.Ok found:
                _roles.Put((guild, user), found.Value.Roles);
                return true;
            case RestResult<Member>.Refused refused when DiscordRefusals.IsGone(refused.Code):
                _roles.Put((guild, user), null);
                return true;
            default:
                return false;
        }
    }

    private async Task<ReadAccess> IsInThreadAsync(Snowflake thread, Snowflake user, CancellationToken cancellationToken)
    {
        if (_inThread.TryGet((thread, user), out var known))
        {
            return known;
        }

        var access = await _client.GetThreadMemberAsync(thread, user, cancellationToken) switch
        {
            RestResult<ThreadMember>.Ok => ReadAccess.Can,
            RestResult<ThreadMember>.Refused refused when DiscordRefusals.IsGone(refused.Code) => ReadAccess.Cannot,
            _ => ReadAccess.Unknown,
        };
        if (access != ReadAccess.Unknown)
        {
            _inThread.Put((thread, user), access);
        }

        return access;
    }
}
