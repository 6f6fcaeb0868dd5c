using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>
/// Where the moderators of a guild hear from the bot as long as they named no channel: where Discord sends its own notices for them, else a channel that only those see who manage
/// the guild. The bot must be able to write there.
/// </summary>
internal static class ModeratorsChannel
{
    private const Permissions Managing = Permissions.ManageGuild | Permissions.Administrator;

    private static readonly string[] Likely = ["mod", "admin", "staff", "team"];

    /// <param name="channels">The guild's channels, threads left out, and what the bot may do in them.</param>
    public static Snowflake? Of(GuildState guild, Snowflake bot, IReadOnlyList<(ChannelState Channel, Permissions Bot)> channels)
    {
        var open = channels.Where(one => one.Channel.Type == ChannelType.GuildText && one.Bot.HasFlag(DiscordRights.Speaking)).Select(one => one.Channel).ToList();
        return open.Where(channel => channel.Id == guild.UpdatesChannel && !IsForEveryone(guild, channel))
            .Concat(open.Where(channel => IsForManagers(guild, bot, channel)).OrderByDescending(IsLikely).ThenBy(channel => channel.Id))
            .Select(channel => (Snowflake?)channel.Id)
            .FirstOrDefault();
    }

    private static bool IsLikely(ChannelState channel) => Likely.Any(word => channel.Name?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    private static bool IsForEveryone(GuildState guild, ChannelState channel) => DiscordPermissions.In(guild, channel, default, []).HasFlag(Permissions.ViewChannel);

    /// <summary>No role sees it that does not manage the guild, and no member is let in by name.</summary>
    private static bool IsForManagers(GuildState guild, Snowflake bot, ChannelState channel) =>
        !IsForEveryone(guild, channel)
        && !channel.Overwrites.Any(overwrite => overwrite.IsMember && overwrite.Id != bot && overwrite.Allow.HasFlag(Permissions.ViewChannel))
        && guild.Roles
            .Where(role => role.Id != guild.Id && !guild.BotRoles.Contains(role.Id))
            .All(role => (role.Permissions & Managing) != Permissions.None || !DiscordPermissions.In(guild, channel, default, [role.Id]).HasFlag(Permissions.ViewChannel));
}
