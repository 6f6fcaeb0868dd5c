using EngageBot.Communities;
using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>Who may do what where. <see href="https://discord.com/developers/docs/topics/permissions#permission-overwrites"/>.</summary>
internal static class DiscordPermissions
{
    /// <summary>To join a voice channel; without it one cannot read along there.</summary>
    private const Permissions Connect = (Permissions)(1UL << 20);

    private const Permissions All = (Permissions)ulong.MaxValue;

    /// <summary>Whether a member may manage the server, as for commands of moderators.</summary>
    public static bool ToManage(GuildState guild, Snowflake member, IReadOnlyCollection<Snowflake> roles) => guild.Owner == member
        || guild.Roles.Any(role => (role.Id == guild.Id || roles.Contains(role.Id)) && (role.Permissions & (Permissions.ManageGuild | Permissions.Administrator)) != Permissions.None);

    /// <summary>Whether one of a member's roles is the one that a rule means. The role of everybody never is.</summary>
    public static bool HasRole(GuildState guild, IReadOnlyCollection<Snowflake> roles, string role) =>
        ModeratorRole.MeantBy(role, guild.Roles.Select(one => (one.Id.ToString(), (IEnumerable<string>)(one.Name is { } name ? [name] : [])))) is { } meant
        && meant != guild.Id.ToString() && roles.Any(one => one.ToString() == meant);

    /// <summary>What a member may do in a channel; for a thread this is asked of its channel.</summary>
    public static Permissions In(GuildState guild, ChannelState channel, Snowflake member, IReadOnlyCollection<Snowflake> roles)
    {
        var everyone = guild.Id;
        var everywhere = guild.Roles.Where(role => role.Id == everyone || roles.Contains(role.Id)).Aggregate(Permissions.None, (sum, role) => sum | role.Permissions);
        if (guild.Owner == member || everywhere.HasFlag(Permissions.Administrator))
        {
            return All;
        }

        var ofEveryone = Sum(channel, overwrite => !overwrite.IsMember && overwrite.Id == everyone);
        var ofRoles = Sum(channel, overwrite => !overwrite.IsMember && overwrite.Id != everyone && roles.Contains(overwrite.Id));
        var ofMember = Sum(channel, overwrite => overwrite.IsMember && overwrite.Id == member);
        return Apply(Apply(Apply(everywhere, ofEveryone), ofRoles), ofMember);
    }

    /// <summary>Whether so much is enough to read what was written in a channel.</summary>
    public static bool AllowReading(Permissions permissions, ChannelType type)
    {
        var needed = Permissions.ViewChannel | Permissions.ReadMessageHistory | (type is ChannelType.GuildVoice or ChannelType.GuildStageVoice ? Connect : Permissions.None);
        return permissions.HasFlag(needed);
    }

    private static (Permissions Allow, Permissions Deny) Sum(ChannelState channel, Func<OverwriteState, bool> which) => channel.Overwrites.Where(which)
        .Aggregate((Allow: Permissions.None, Deny: Permissions.None), (sum, overwrite) => (sum.Allow | overwrite.Allow, sum.Deny | overwrite.Deny));

    private static Permissions Apply(Permissions permissions, (Permissions Allow, Permissions Deny) overwrite) => (permissions & ~overwrite.Deny) | overwrite.Allow;
}
