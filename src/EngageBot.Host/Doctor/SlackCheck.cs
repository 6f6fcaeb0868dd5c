using EngageBot.Chat;
using EngageBot.Host.CommandLine;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Pipeline;
using EngageBot.Slack.WebApi;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Host.Doctor;

/// <summary>Whether Slack takes each token, and whether it may do what the manifest asks for.</summary>
internal static class SlackCheck
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(SlackSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            using var connection = await SlackConnection.OpenAsync(settings, new ChatEventQueue(), clock, cancellationToken);
            List<Finding> findings = [];
            foreach (var world in connection.Worlds.All)
            {
                findings.Add(Scopes(world));
                if (settings.Mode == SlackMode.Socket && await SocketAsync(settings, world, clock, cancellationToken) is { } refused)
                {
                    findings.Add(refused);
                }
            }

            return findings;
        }
        catch (Exception fault) when (FaultSentence.Of(fault) is { } sentence)
        {
            return [Finding.Problem($"Slack: {sentence.Text}")];
        }
    }

    private static Finding Scopes(SlackWorld world)
    {
        var name = $"Slack workspace {OneLine.Of(world.Team, 20)}";
        if (world.Client.Scopes is not { } granted)
        {
            return Finding.Note($"{name}: the bot token is right; Slack does not tell its scopes.");
        }

        var missing = SlackManifest.BotScopes().Except(granted).ToList();
        return missing.Count == 0
            ? Finding.Fine($"{name}: the bot token is right, and has all scopes.")
            : Finding.Problem($"{name}: the bot token lacks {string.Join(", ", missing)}: give the app the manifest of engagebot slack manifest (App Manifest), and reinstall it (Install App).");
    }

    /// <summary>Asks for the address of a socket, and opens none.</summary>
    private static async Task<Finding?> SocketAsync(SlackSettings settings, SlackWorld world, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var app = new SlackWebClient(world.Workspace.AppToken!, settings.Client, clock, NullLogger.Instance);
        return await app.OpenConnectionAsync(cancellationToken) switch
        {
            SlackResult<Uri>.Ok => null,
            SlackResult<Uri>.Refused refused => Finding.Problem($"Slack workspace {OneLine.Of(world.Team, 20)}: {refused.Message}"),
            _ => Finding.Problem($"Slack workspace {OneLine.Of(world.Team, 20)}: no socket can be opened just now; try again."),
        };
    }
}
