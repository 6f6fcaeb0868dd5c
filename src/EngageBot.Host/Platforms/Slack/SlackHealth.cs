using EngageBot.Chat;
using EngageBot.Health;
using EngageBot.Slack.SocketMode;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>Finds out what keeps the bot from its work on Slack while it runs: sockets of which none is open for more than a minute.</summary>
internal sealed class SlackHealth(IReadOnlyList<SocketModeClient> sockets, HealthBook book, TimeProvider clock)
{
    private static readonly HealthKey Line = new(Platform.Slack, HealthCode.Disconnected);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _downSince;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await LookAsync(sockets.All(socket => socket.OpenConnections > 0), cancellationToken);
            await Task.Delay(Look, clock, cancellationToken);
        }
    }

    /// <param name="isHeard">Each app has a connection.</param>
    public async Task LookAsync(bool isHeard, CancellationToken cancellationToken)
    {
        if (isHeard)
        {
            _downSince = null;
            await book.ClearAsync(Line, cancellationToken);
            return;
        }

        var now = clock.GetUtcNow();
        var since = _downSince ??= now;
        if (now - since > Patience)
        {
            await book.RaiseAsync(
                Line,
                $"There has been no connection to Slack since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC; the bot goes on trying, and says nothing new until it has one. "
                + "If that lasts, look at this machine's network, and at slack-status.com.",
                cancellationToken);
        }
    }
}
