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
internal sealed class DiscordHealth(IReadOnlyList<GatewayShard> shards, DiscordWorld world, RulesBook rules, HealthBook book, TimeProvider clock)
{
    private static readonly HealthKey Line = new(Platform.Discord, HealthCode.Disconnected);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Since when each shard has no connection.</summary>
    private readonly Dictionary<int, DateTimeOffset> _down = [];

    private long _rulesVersion = long.MinValue;

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
        var areOtherRules = rules.Version != _rulesVersion;
        _rulesVersion = rules.Version;
        foreach (var (guild, channels) in world.TakeChanged(everything: areOtherRules))
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
            if (ProblemIn(channel, bot, rules) is { } problem)
            {
                await book.RaiseAsync(HealthKey.In(channel.Channel, HealthCode.Rights), problem, cancellationToken);
            }
        }

        var known = channels.ToDictionary(one => one.Channel.Channel);
        foreach (var key in (await book.OpenAsync(guild, cancellationToken)).Where(key => key.Channel is not null))
        {
            var isThere = known.TryGetValue(key.Channel!.Value, out var one);
            if (!isThere || (key.Code == HealthCode.Rights && ProblemIn(one.Channel, one.Bot, rules) is null))
            {
                await book.ClearAsync(key, cancellationToken);
                await book.ClearAsync(key with { Code = HealthCode.Permission }, cancellationToken); // What was refused for it.
            }
        }
    }

    /// <summary>What the bot lacks in a channel, and what to do; null where it may do what the rules need.</summary>
    public static string? ProblemIn(ChannelState channel, Permissions bot, RulesBook rules) =>
        (Needed(channel, rules) & ~bot) is var missing and not Permissions.None ? Sentence(channel.Name ?? channel.Id.ToString(), missing) : null;

    /// <summary>What the rules need in a channel.</summary>
    private static Permissions Needed(ChannelState channel, RulesBook rules)
    {
        var (name, id) = (channel.Name ?? string.Empty, channel.Id.ToString());
        var own = rules.Of(channel.Channel.Community);
        return own.PublicStep != PublicStep.Reply && own.IsBoardChannel(name, id) ? DiscordRights.Speaking
            : own.IsWatchedByName(name, id) ? DiscordRights.Reading
            : Permissions.None;
    }

    internal static string Sentence(string name, Permissions missing) =>
        $"In #{OneLine.Of(name.TrimStart('#'), 40)} the bot lacks {DiscordRights.InWords(missing)}: give its role that there.";
}
