using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EngageBot.Chat;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Host.Platforms.Slack.Http;
using EngageBot.Leases;
using EngageBot.Pipeline;

namespace EngageBot.Host.Platforms;

/// <summary>
/// Into which parts the work on the configured platforms falls, each of which one process can do by itself: what one connection brings. That is a shard of Discord; and of Slack the
/// workspaces of an app, all of which any of its sockets brings, or where requests come over HTTP all of them: a proxy sends them where <see cref="SlackPath.Health"/> answers.
/// </summary>
internal sealed class WorkDivision
{
    private readonly LivePlatforms _platforms;
    private readonly IReadOnlyList<int> _shards;
    private readonly int _totalShards;
    private readonly List<(SlackWorkspaceSettings Workspace, string Team, string Partition)> _workspaces;

    private WorkDivision(LivePlatforms platforms, IReadOnlyList<int> shards, int totalShards, List<(SlackWorkspaceSettings Workspace, string Team, string Partition)> workspaces) =>
        (_platforms, _shards, _totalShards, _workspaces) = (platforms, shards, totalShards, workspaces);

    public IReadOnlyList<string> Partitions =>
    [
        .. _shards.Select(PartitionOf),
        .. _workspaces.Select(workspace => workspace.Partition).Distinct(StringComparer.Ordinal),
        Partition.CommonWork,
    ];

    /// <summary>Asks the platforms.</summary>
    /// <param name="running">The partitions of those who work already: as long as they do, Discord is divided as they have it, whatever it recommends by now.</param>
    public static async Task<WorkDivision> SurveyAsync(LivePlatforms platforms, IReadOnlyList<string> running, TimeProvider clock, CancellationToken cancellationToken)
    {
        List<PlatformConnection> connections = [];
        try
        {
            await platforms.OpenAsync(connections, new ChatEventQueue(), clock, cancellationToken);
            var total = running.Select(TotalOf).OfType<int>().FirstOrDefault(connections.OfType<DiscordConnection>().FirstOrDefault()?.TotalShards ?? 0);
            var workspaces = connections.OfType<SlackConnection>().SelectMany(slack => slack.Worlds.All).Select(world => (world.Workspace, world.Team, PartitionOf(world.Workspace, platforms.Slack!.Mode == SlackMode.Http)));
            return new WorkDivision(platforms, platforms.Discord?.Shards.Ids(total) ?? [], platforms.Discord?.Shards.Total(total) ?? 0, [.. workspaces]);
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    /// <summary>The part that a community is of; null for one of a platform or workspace that is not configured.</summary>
    public string? PartitionOf(CommunityId community) => community.Platform switch
    {
        Platform.Discord when _totalShards > 0 && Snowflake.TryParse(community.Value, out var guild) => PartitionOf(GatewayClient.ShardOf(guild, _totalShards)),
        Platform.Slack => _workspaces.Find(workspace => workspace.Team == community.Value).Partition,
        _ => null,
    };

    /// <summary>The platforms with no more of them than some partitions.</summary>
    public LivePlatforms Only(IReadOnlyCollection<string> held)
    {
        int[] shards = [.. _shards.Where(shard => held.Contains(PartitionOf(shard)))];
        SlackWorkspaceSettings[] workspaces = [.. _workspaces.Where(workspace => held.Contains(workspace.Partition)).Select(workspace => workspace.Workspace)];
        return _platforms with
        {
            Discord = shards.Length == 0 ? null : _platforms.Discord! with { Shards = ShardRange.Of(shards, _totalShards) },
            Slack = workspaces.Length == 0 ? null : _platforms.Slack! with { Workspaces = workspaces },
        };
    }

    private string PartitionOf(int shard) => string.Create(CultureInfo.InvariantCulture, $"discord:{shard}/{_totalShards}");

    private static int? TotalOf(string partition) =>
        partition.StartsWith("discord:", StringComparison.Ordinal) && int.TryParse(partition.Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null;

    /// <summary>An app's token says which app it is of (xapp-1-A…-…); of one that does not, a hash stands for it.</summary>
    private static string PartitionOf(SlackWorkspaceSettings workspace, bool isOverHttp)
    {
        if (isOverHttp || workspace.AppToken is not { } token)
        {
            return "slack:http";
        }

        var app = token.Reveal().Split('-').ElementAtOrDefault(2);
        return app is ['A', ..] && app.All(char.IsAsciiLetterOrDigit)
            ? "slack:" + app
            : "slack:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token.Reveal())))[..12];
    }
}
