using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;
using EngageBot.Health;
using EngageBot.Host.Platforms.Discord.State;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>
/// Finds out what keeps the bot from its work on Discord while it runs: a line that is down for more than a minute, and a permission that it lacks where the rules
/// need it. (What it may do elsewhere is its server's own affair.)
/// </summary>
internal sealed class DiscordHealth(IReadOnlyList<GatewayShard> shards, DiscordWorld world, CommunityRules rules, HealthBook book, TimeProvider clock)
{
    private static readonly HealthKey Line = new(Platform.Discord, HealthCode.Disconnected);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Since when each shard has no connection.</summary>
    private readonly Dictionary<int, DateTimeOffset> _down = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await LookAsync(shards.Where(shard => !shard.IsConnected).Select(shard => shard.Id).ToHashSet(), cancellationToken);
            await Task.Delay(Look, clock, cancellationToken);
        }
    }

    /// <param name="down">The shards that have no connection.</param>
    public async Task LookAsync(IReadOnlySet<int> down, CancellationToken cancellationToken)
    {
        await LookAtLinesAsync(down, cancellationToken);
        foreach (var (guild, channels) in world.TakeChanged())
        {
            await LookAtGuildAsync(new CommunityId(Platform.Discord, guild.ToString()), channels, cancellationToken);
        }
    }

    private async Task LookAtLinesAsync(IReadOnlySet<int> down, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var up in _down.Keys.Where(shard => !down.Contains(shard)).ToList())
        {
            _down.Remove(up);
        }

        foreach (var shard in down)
        {
            _down.TryAdd(shard, now);
        }

        if (down.Count == 0)
        {
            await book.ClearAsync(Line, cancellationToken);
        }
        else if (_down.Values.Min() is var since && now - since > Patience)
        {
            await book.RaiseAsync(
                Line,
                $"There has been no connection to Discord since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC; the bot goes on trying, and says nothing new until it has one. "
                + "If that lasts, look at this machine's network, and at discordstatus.com.",
                cancellationToken);
        }
    }

    private async Task LookAtGuildAsync(CommunityId guild, IReadOnlyList<(ChannelState Channel, Permissions Bot)> channels, CancellationToken cancellationToken)
    {
        foreach (var (channel, bot) in channels)
        {
            if (Needed(channel) is var (code, rights) && (rights & ~bot) is var missing && missing != Permissions.None)
            {
                await book.RaiseAsync(HealthKey.In(channel.Channel, code), Sentence(channel.Name ?? channel.Id.ToString(), missing), cancellationToken);
            }
        }

        var known = channels.ToDictionary(one => one.Channel.Channel);
        foreach (var key in (await book.OpenAsync(guild, cancellationToken)).Where(key => key.Channel is not null))
        {
            if (!known.TryGetValue(key.Channel!.Value, out var one) || !Lasts(key.Code, one.Channel, one.Bot))
            {
                await book.ClearAsync(key, cancellationToken);
            }
        }
    }

    /// <summary>What the rules need in a channel, and what it is called where that is missing; null where they need nothing.</summary>
    private (string Code, Permissions Rights)? Needed(ChannelState channel)
    {
        var (name, id) = (channel.Name ?? string.Empty, channel.Id.ToString());
        return rules.PublicStep != PublicStep.Reply && rules.IsBoardChannel(name, id) ? (HealthCode.Permission, DiscordRights.Speaking)
            : rules.IsWatchedByName(name, id) ? (HealthCode.Unreadable, DiscordRights.Reading)
            : null;
    }

    /// <summary>Whether a condition still holds, also one that came of a refusal.</summary>
    private bool Lasts(string code, ChannelState channel, Permissions bot) => code switch
    {
        HealthCode.Permission => !bot.HasFlag(Speaking(channel)),
        HealthCode.Unreadable => Needed(channel) is not null && !bot.HasFlag(DiscordRights.Reading),
        _ => true,
    };

    /// <summary>What it takes to say something about a post in a channel.</summary>
    private Permissions Speaking(ChannelState channel) =>
        rules.PublicStep == PublicStep.Tag && (channel.Type is ChannelType.GuildForum or ChannelType.GuildMedia) ? DiscordRights.Tagging : DiscordRights.Speaking;

    private static string Sentence(string name, Permissions missing) =>
        $"In #{OneLine.Of(name.TrimStart('#'), 40)} the bot lacks {DiscordRights.InWords(missing)}: give its role that there.";
}
