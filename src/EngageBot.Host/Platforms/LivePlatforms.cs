using System.Data.Common;
using System.Net;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Host.Storage;
using EngageBot.Host.Web;
using EngageBot.Host.Web.Dashboard;
using EngageBot.Pipeline;

namespace EngageBot.Host.Platforms;

/// <summary>The platforms that are configured.</summary>
internal sealed record LivePlatforms
{
    public DiscordSettings? Discord { get; init; }

    public SlackSettings? Slack { get; init; }

    /// <summary>Where the web server listens, if anything is served.</summary>
    public IPEndPoint Web { get; init; } = new WebOptions().EndPoint();

    /// <summary>The pages for moderators.</summary>
    public DashboardSettings Dashboard { get; init; } = DashboardSettings.Off;

    public bool Any => Discord is not null || Slack is not null;

    /// <summary>The same, with a gate before all that goes out, a turn to be waited for before a session is begun, and a way to the other processes.</summary>
    public LivePlatforms Through(Func<CancellationToken, ValueTask> gate, Func<int, CancellationToken, Task> identifyTurn, HolderPost post) => this with
    {
        Discord = Discord is null ? null : Discord with { Gate = gate, IdentifyTurn = identifyTurn, Post = post },
        Slack = Slack is null ? null : Slack with { Gate = gate },
    };

    /// <param name="into">Gets each connection when it is there, so that it is closed when the next one fails.</param>
    public async Task OpenAsync(List<PlatformConnection> into, ChatEventQueue queue, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Discord is not null)
        {
            into.Add(await DiscordConnection.OpenAsync(Discord, queue, clock, cancellationToken));
        }

        if (Slack is not null)
        {
            into.Add(await SlackConnection.OpenAsync(Slack, queue, clock, cancellationToken));
        }
    }

    /// <summary>The other platforms, where one of them alone is why the program would end; null where none is, or it was the last.</summary>
    public LivePlatforms? Without(Exception fault)
    {
        var others = this with { Discord = DiscordStart.IsOfDiscord(fault) ? null : Discord, Slack = SlackStart.IsOfSlack(fault) ? null : Slack };
        return others.Any && others != this ? others : null;
    }

    /// <summary>Which, in words: what runs, and not how one gets in.</summary>
    public override string ToString() => string.Join(" and ", ((string?[])
    [
        Discord is null ? null : $"Discord (shards {Discord.Shards})",
        Slack is null ? null : $"Slack ({Slack.Workspaces.Count} workspaces, {Slack.Mode})",
    ]).OfType<string>());

    /// <summary>Keeps why the program ends, under the platform whose fault it is.</summary>
    public async Task FailedAsync(DbDataSource database, Exception fault, TimeProvider clock)
    {
        if (Discord is not null)
        {
            await DiscordStart.FailedAsync(database, fault, clock);
        }

        if (Slack is not null)
        {
            await SlackStart.FailedAsync(database, fault, clock);
        }
    }
}
