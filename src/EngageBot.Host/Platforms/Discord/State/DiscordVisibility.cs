using EngageBot.Chat;
using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>
/// Who can read a channel or thread. Without the list of members nobody knows all readers of a private channel: those are named who certainly can, since a
/// reader too few is shown too little, and one too many is shown what is not his.
/// </summary>
internal static class DiscordVisibility
{
    /// <param name="channel">A channel, or a private thread.</param>
    public static (ChannelVisibility Visibility, IReadOnlyList<Snowflake> Readers) Of(GuildState? guild, ChannelState channel, ChannelState? permissionsOf)
    {
        if (guild is null || permissionsOf is null || guild.Roles.Count == 0)
        {
            return (ChannelVisibility.Unknown, []);
        }

        if (channel.Type != ChannelType.PrivateThread && IsForEveryone(guild, permissionsOf))
        {
            return (ChannelVisibility.Everyone, []);
        }

        IEnumerable<Snowflake?> certain = [guild.Owner, channel.Owner, .. Named(guild, channel), .. channel.SeenReaders.Select(reader => (Snowflake?)reader)];
        return (ChannelVisibility.Readers, [.. certain.OfType<Snowflake>().Distinct().Order()]);
    }

    /// <summary>Whether one member can read a channel or thread, given his roles; null for a private thread that he can read if he is in it.</summary>
    public static bool? CanRead(GuildState guild, ChannelState channel, ChannelState permissionsOf, Snowflake member, IReadOnlyCollection<Snowflake> roles)
    {
        var permissions = DiscordPermissions.In(guild, permissionsOf, member, roles);
        return !DiscordPermissions.AllowReading(permissions, permissionsOf.Type) ? false
            : channel.Type != ChannelType.PrivateThread || permissions.HasFlag(Permissions.ManageThreads) ? true
            : null;
    }

    /// <summary>Everyone can, and it is taken from nobody but perhaps the bot.</summary>
    public static bool IsForEveryoneBut(Snowflake bot, GuildState guild, ChannelState channel) => IsForEveryone(guild, channel, overwrite => overwrite.Id == bot || guild.BotRoles.Contains(overwrite.Id));

    /// <summary>Everyone can, and it is taken from nobody.</summary>
    private static bool IsForEveryone(GuildState guild, ChannelState channel, Func<OverwriteState, bool>? mayDeny = null)
    {
        var needed = Permissions.ViewChannel | Permissions.ReadMessageHistory;
        return DiscordPermissions.AllowReading(DiscordPermissions.In(guild, channel, default, []), channel.Type)
            && channel.Overwrites.All(overwrite => overwrite.Id == guild.Id || mayDeny?.Invoke(overwrite) == true || (overwrite.Deny & needed) == Permissions.None);
    }

    /// <summary>Members whom the channel's own settings name.</summary>
    private static IEnumerable<Snowflake?> Named(GuildState guild, ChannelState channel) => channel.Overwrites
        .Where(overwrite => overwrite.IsMember && DiscordPermissions.AllowReading(DiscordPermissions.In(guild, channel, overwrite.Id, []), channel.Type))
        .Select(overwrite => (Snowflake?)overwrite.Id);
}
