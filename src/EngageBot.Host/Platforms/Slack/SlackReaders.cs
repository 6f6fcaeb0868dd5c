using System.Collections.Frozen;
using EngageBot.Chat;
using EngageBot.Host.Platforms.Slack.Commands;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>
/// Whether a member can read a channel, from what is asked and kept for a minute: a public one is open to all but guests, who like the readers of a private one must
/// be in it. <see href="https://docs.slack.dev/reference/methods/conversations.members"/>.
/// </summary>
internal sealed class SlackReaders(SlackWorlds worlds, SlackGroupMembers groups, TimeProvider clock)
{
    private const int Capacity = 10_000;

    /// <summary>Lists of members may be long.</summary>
    private const int FewChannels = 100;

    /// <summary>A longer list is not read to its end: who was not in it until then may be or not.</summary>
    private const int MostPages = 25;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly BriefMemory<(string Team, string User), User?> _users = new(Kept, Capacity, clock);
    private readonly BriefMemory<(string Team, string Channel), (FrozenSet<string> Members, bool IsWhole)> _members = new(Kept, FewChannels, clock);

    public async Task<ReadAccess> CanReadAsync(MemberId member, ChannelId channel, CancellationToken cancellationToken)
    {
        if (member.Community != channel.Community)
        {
            return ReadAccess.Cannot;
        }

        if (worlds.Find(channel.Community) is not { IsGone: false } world || world.Find(channel.Value) is not { } place)
        {
            return ReadAccess.Unknown;
        }

        try
        {
            return await UserAsync(world, member.Value, cancellationToken) switch
            {
                SlackResult<User?>.Ok { Value: null or { Deleted: true } } => ReadAccess.Cannot,
                SlackResult<User?>.Ok { Value: { IsRestricted: false, IsUltraRestricted: false, IsStranger: false } } when !place.IsPrivate => ReadAccess.Can,
                SlackResult<User?>.Ok => await IsInAsync(world, channel.Value, member.Value, cancellationToken),
                _ => ReadAccess.Unknown,
            };
        }
        catch (SlackAuthenticationException)
        {
            return ReadAccess.Unknown;
        }
    }

    /// <summary>Whether a member may manage the workspace; null where that cannot be learnt now.</summary>
    public Task<bool?> ManagesAsync(MemberId member, CancellationToken cancellationToken) =>
        KnowAsync(member, (world, user) => Task.FromResult<bool?>(SlackAskers.Manages(user, world.Team)), cancellationToken);

    /// <summary>Whether a member of the workspace is in a user group; null where that cannot be learnt now.</summary>
    public Task<bool?> HasRoleAsync(MemberId member, string role, CancellationToken cancellationToken) => KnowAsync(
        member,
        async (world, user) => SlackAskers.IsOfTeam(user, world.Team) ? await groups.ContainsAsync(world, role, user.Id, cancellationToken) : false,
        cancellationToken);

    /// <summary>What is to be known of a user, which is no of whom Slack does not know; null where it cannot be learnt now.</summary>
    private async Task<bool?> KnowAsync(MemberId member, Func<SlackWorld, User, Task<bool?>> know, CancellationToken cancellationToken)
    {
        if (worlds.Find(member.Community) is not { IsGone: false } world)
        {
            return null;
        }

        try
        {
            return await UserAsync(world, member.Value, cancellationToken) is not SlackResult<User?>.Ok { Value: var user } ? null : user is null ? false : await know(world, user);
        }
        catch (Exception fault) when (fault is SlackException or InvalidRequestException)
        {
            return null;
        }
    }

    /// <summary>None where the workspace does not know him.</summary>
    private async Task<SlackResult<User?>> UserAsync(SlackWorld world, string user, CancellationToken cancellationToken)
    {
        if (_users.TryGet((world.Team, user), out var known))
        {
            return new SlackResult<User?>.Ok(known);
        }

        SlackResult<User?> result = await world.Client.GetUserAsync(user, cancellationToken) switch
        {
            SlackResult<User>.Ok ok => new SlackResult<User?>.Ok(ok.Value),
            SlackResult<User>.Refused { Error: SlackError.UserNotFound } => new SlackResult<User?>.Ok(null),
            var other => other.Select<User?>(found => found),
        };
        if (result is SlackResult<User?>.Ok asked)
        {
            _users.Put((world.Team, user), asked.Value);
        }

        return result;
    }

    private async Task<ReadAccess> IsInAsync(SlackWorld world, string channel, string user, CancellationToken cancellationToken)
    {
        if (!_members.TryGet((world.Team, channel), out var known))
        {
            if (await MembersAsync(world, channel, cancellationToken) is not { } asked)
            {
                return ReadAccess.Unknown;
            }

            known = asked;
            _members.Put((world.Team, channel), known);
        }

        return known.Members.Contains(user) ? ReadAccess.Can : known.IsWhole ? ReadAccess.Cannot : ReadAccess.Unknown;
    }

    private static async Task<(FrozenSet<string> Members, bool IsWhole)?> MembersAsync(SlackWorld world, string channel, CancellationToken cancellationToken)
    {
        HashSet<string> members = new(StringComparer.Ordinal);
        var pages = 0;
        await foreach (var page in world.Client.GetMembersAsync(channel, cancellationToken))
        {
            if (page.ValueOrDefault is not { } read)
            {
                return page is SlackResult<IReadOnlyList<string>>.Refused refused && SlackRefusals.IsGone(refused.Error) ? (FrozenSet<string>.Empty, true) : null;
            }

            members.UnionWith(read);
            if (++pages >= MostPages)
            {
                return (members.ToFrozenSet(StringComparer.Ordinal), false);
            }
        }

        return (members.ToFrozenSet(StringComparer.Ordinal), true);
    }
}
