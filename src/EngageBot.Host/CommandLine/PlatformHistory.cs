using System.Data.Common;
using System.Runtime.CompilerServices;
using EngageBot.Chat;
using EngageBot.Host.Configuration;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Host.Platforms.Slack.Reading;
using EngageBot.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Host.CommandLine;

/// <summary>The history of what the bot can read, from the platforms that are configured, one after the other.</summary>
internal sealed class PlatformHistory(DiscordSettings? discord, SlackSettings? slack, TimeProvider clock)
{
    private const string NoPlatform = "No platform is configured to read the history from. Name an export instead: engagebot profiles rebuild export.zip";

    /// <exception cref="ConfigurationException">No platform is configured, or a setting cannot be used.</exception>
    public static PlatformHistory Of(TimeProvider clock)
    {
        var (discord, slack) = (HostConfiguration.Discord(), HostConfiguration.Slack());
        return discord is null && slack is null ? throw new ConfigurationException(NoPlatform) : new PlatformHistory(discord, slack, clock);
    }

    /// <param name="database">What the bot knows of channels already.</param>
    /// <param name="refused">Told of channels that cannot be read, and why; they are passed over.</param>
    public async IAsyncEnumerable<ChatEvent> ReadAsync(DbDataSource database, int days, Action<string, string> refused, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (discord is not null)
        {
            using var connection = await DiscordConnection.OpenAsync(discord, new ChatEventQueue(), clock, cancellationToken);
            await connection.World.RestoreAsync(database, cancellationToken);
            await foreach (var happened in new DiscordHistory(connection.Client, connection.World).ReadAsync(clock.GetUtcNow().AddDays(-days), refused, cancellationToken))
            {
                yield return happened;
            }
        }

        if (slack is not null)
        {
            using var connection = await SlackConnection.OpenAsync(slack, new ChatEventQueue(), clock, cancellationToken);
            var opening = new SlackOpening(connection.Worlds, database, clock, NullLogger<SlackOpening>.Instance);
            await foreach (var happened in new SlackHistory(connection.Worlds, opening, TimeSpan.FromDays(days), clock).ReadAsync(refused, cancellationToken))
            {
                yield return happened;
            }
        }
    }
}
