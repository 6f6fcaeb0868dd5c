using System.Globalization;
using EngageBot.Chat;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord.State;

namespace EngageBot.Host.Platforms.Discord.Mapping;

/// <summary>What was told of guilds as communities, so that it is told once and again when it changes. Callers hold the directory's lock.</summary>
internal sealed class CommunitiesTold(DiscordDirectory directory, Snowflake bot)
{
    /// <summary>Channels that the bot cannot read are told by name, up to so many.</summary>
    private const int MostNamed = 20;

    /// <summary>What was told of each guild.</summary>
    private readonly Dictionary<Snowflake, string> _told = [];

    /// <summary>Whether the bot learns what people write.</summary>
    public bool ReadsContent { get; init; } = true;

    /// <summary>The guild as its moderators are told of it; null where that is as it was told last.</summary>
    public CommunitySeen? Seen(GuildState guild, DateTimeOffset now)
    {
        var (community, channels) = (new CommunityId(Platform.Discord, guild.Id.ToString()), RightsOfBot(guild.Id));
        var seen = new CommunitySeen(community, now)
        {
            ModeratorsChannel = ModeratorsChannel.Of(guild, bot, channels) is { } channel ? new ChannelId(community, channel.ToString()) : null,
            People = guild.People,
            ReadsContent = ReadsContent,
            Unreadable = // What not everybody can see is not named to those who read along among moderators.
            [
                .. channels.Where(one => !DiscordPermissions.AllowReading(one.Bot, one.Channel.Type) && DiscordVisibility.IsForEveryoneBut(bot, guild, one.Channel))
                    .Select(one => one.Channel.Name ?? one.Channel.Id.ToString()).Take(MostNamed),
            ],
        };
        var told = string.Join("\n", (string?[])[seen.ModeratorsChannel?.Value, seen.People?.ToString(CultureInfo.InvariantCulture), .. seen.Unreadable]);
        if (_told.TryGetValue(guild.Id, out var last) && last == told)
        {
            return null;
        }

        _told[guild.Id] = told;
        return seen;
    }

    /// <summary>What the bot may do in the channels of a guild, threads left out, as far as that is known.</summary>
    public IReadOnlyList<(ChannelState Channel, Permissions Bot)> RightsOfBot(Snowflake guild) => directory.Guild(guild) is not { Roles.Count: > 0 } state ? [] :
    [
        .. directory.ChannelsOf(guild)
            .Where(channel => channel is { HoldsMessages: true, Parent: null })
            .Select(channel => (channel, DiscordPermissions.In(state, channel, bot, state.BotRoles))),
    ];
}
