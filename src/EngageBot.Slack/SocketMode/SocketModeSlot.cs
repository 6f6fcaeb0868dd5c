using System.Threading.Channels;
using EngageBot.Slack.WebApi;
using EngageBot.Transport;
using Microsoft.Extensions.Logging;

namespace EngageBot.Slack.SocketMode;

/// <summary>One of the connections that are kept open: when it goes, the next one comes; where Slack says so beforehand, the next one comes first.</summary>
internal sealed partial class SocketModeSlot(int number, SocketModeContext context, Random random)
{
    /// <summary>A connection that lasted as long was a good one, and the next is opened without waiting long.</summary>
    private static readonly TimeSpan GoodConnection = TimeSpan.FromSeconds(30);

    /// <summary>What Slack says of an app or token that no waiting changes. <see href="https://docs.slack.dev/reference/methods/apps.connections.open"/>.</summary>
    private static readonly string[] Fatal =
    [
        SlackError.MissingScope, "access_denied", "no_permission", "team_access_not_granted", "ekm_access_denied", "enterprise_is_restricted", "method_deprecated",
    ];

    private readonly ILogger _logger = context.Logger;
    private readonly ReconnectBackoff _backoff = new(context.Options.FirstBackoff, context.Options.LongestBackoff, random);
    private readonly List<Task> _draining = [];
    private bool _wasAskedAtOnce;

    /// <summary>Keeps the connection until cancelled.</summary>
    /// <exception cref="SlackException">Trying again would not help.</exception>
    public async Task RunAsync(ChannelWriter<Envelope> queue, CancellationToken cancellationToken)
    {
        SocketModeLink? link = null;
        try
        {
            while (true)
            {
                var next = await OpenAsync(cancellationToken);
                Leave(link);
                link = next;
                link.Start(queue);
                var started = context.Time.GetTimestamp();
                var isAsked = await link.Leaving.WaitAsync(cancellationToken);
                await Task.Delay(Wait(isAsked, context.Time.GetElapsedTime(started)), context.Time, cancellationToken);
            }
        }
        catch (SlackException error)
        {
            queue.TryComplete(error); // before the wait for what is left of the connections
            throw;
        }
        finally
        {
            Leave(link);
            await Task.WhenAll(_draining);
        }
    }

    /// <summary>The old connection goes on by itself for a while.</summary>
    private void Leave(SocketModeLink? link)
    {
        _draining.RemoveAll(task => task.IsCompleted);
        if (link is not null)
        {
            _draining.Add(link.DrainAsync());
        }
    }

    /// <summary>None where Slack asked for the next connection, unless it asks again and again.</summary>
    private TimeSpan Wait(bool isAsked, TimeSpan lasted)
    {
        if (lasted >= GoodConnection)
        {
            _backoff.Reset();
            _wasAskedAtOnce = false;
        }

        var atOnce = isAsked && !_wasAskedAtOnce;
        _wasAskedAtOnce |= isAsked;
        return atOnce ? TimeSpan.Zero : _backoff.Next();
    }

    private async Task<SocketModeLink> OpenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (link, least) = await TryOpenAsync(cancellationToken);
            if (link is not null)
            {
                return link;
            }

            var wait = _backoff.Next();
            await Task.Delay(wait > least ? wait : least, context.Time, cancellationToken);
        }
    }

    /// <summary>A connection, or how long to wait at least before the next attempt.</summary>
    private async Task<(SocketModeLink? Link, TimeSpan Least)> TryOpenAsync(CancellationToken cancellationToken)
    {
        var opened = await context.Open(cancellationToken);
        switch (opened)
        {
            case SlackResult<Uri>.Ok ok:
                return (await ConnectAsync(ok.Value, cancellationToken), TimeSpan.Zero);
            case SlackResult<Uri>.Refused refused when Fatal.Contains(refused.Error, StringComparer.Ordinal):
                throw new SlackAuthenticationException(refused.Error, refused.Message);
            case SlackResult<Uri>.RateLimited limited:
                LogNotConnected(number, limited.ToString());
                return (null, limited.RetryAfter);
            default:
                LogNotConnected(number, opened.ToString());
                return (null, TimeSpan.Zero);
        }
    }

    private async Task<SocketModeLink?> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!SafeAddress.IsWebSocket(address))
        {
            throw new SocketAddressException();
        }

        var link = new SocketModeLink(number, context, cancellationToken);
        var isConnected = false;
        try
        {
            await link.ConnectAsync(address);
            isConnected = true;
            return link;
        }
        catch (Exception error) when (TransportFaults.Include(error) && !cancellationToken.IsCancellationRequested)
        {
            // What a socket says of its failure may hold its address, and that holds the ticket.
            LogNotConnected(number, error is InvalidDataException ? error.Message : TransportFaults.NameOf(error));
            return null;
        }
        finally
        {
            if (!isConnected)
            {
                await link.DisposeAsync();
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Socket {Slot} could not connect: {Reason}")]
    private partial void LogNotConnected(int slot, string reason);
}
