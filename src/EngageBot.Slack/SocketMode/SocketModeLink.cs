using System.Threading.Channels;
using EngageBot.Slack.Events;
using EngageBot.Slack.Models;
using EngageBot.Transport;
using Microsoft.Extensions.Logging;

namespace EngageBot.Slack.SocketMode;

/// <summary>One connection from hello to its end. It goes on being read, and acknowledged on, after Slack has asked to open the next one.</summary>
internal sealed partial class SocketModeLink : IAsyncDisposable
{
    /// <summary>Connecting and being greeted takes no longer than this, or never happens.</summary>
    private static readonly TimeSpan HelloPatience = TimeSpan.FromSeconds(20);

    private readonly int _slot;
    private readonly SocketModeContext _context;
    private readonly SocketModeConnection _connection;
    private readonly TaskCompletionSource<bool> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILogger _logger;
    private readonly CancellationToken _cancellationToken;
    private Task _reading = Task.CompletedTask;

    public SocketModeLink(int slot, SocketModeContext context, CancellationToken cancellationToken)
    {
        _slot = slot;
        _context = context;
        _logger = context.Logger;
        _cancellationToken = cancellationToken;
        _connection = new SocketModeConnection(context.Connect(), context.Time, cancellationToken);
    }

    /// <summary>Comes when the next connection is to be opened: true where Slack asked for it, false where this one is over.</summary>
    public Task<bool> Leaving => _leaving.Task;

    /// <summary>Connects and waits for hello.</summary>
    /// <exception cref="SocketModeDisabledException">Slack will never say it.</exception>
    /// <exception cref="InvalidDataException">Slack said something else, or nothing.</exception>
    public async Task ConnectAsync(Uri address)
    {
        await using var patience = _context.Time.CreateTimer(_ => _connection.Break(), state: null, HelloPatience, Timeout.InfiniteTimeSpan);
        await _connection.ConnectAsync(address);
        var message = await _connection.ReceiveAsync();
        if (message?.Type != "hello")
        {
            throw message is { Type: "disconnect", Reason: "link_disabled" }
                ? new SocketModeDisabledException()
                : new InvalidDataException($"Slack said {Said(message)} in place of hello");
        }

        LogConnected(_slot, message.NumConnections, message.DebugInfo?.ApproximateConnectionTime);
    }

    /// <summary>Begins to read; what cannot be helped ends the queue.</summary>
    public void Start(ChannelWriter<Envelope> queue) => _reading = ReadAsync(queue);

    /// <summary>Goes on until Slack closes, or for a time; then it is over.</summary>
    public async Task DrainAsync()
    {
        await _reading.WaitAsync(_context.Options.DrainTime, _context.Time, _cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.CloseAsync();
        _connection.Break();
        await _reading;
        _connection.Dispose();
    }

    private static string Said(SocketMessage? message) =>
        message is null ? "nothing" : OneLine.Of($"{message.Type ?? "something unreadable"} {message.Reason}").TrimEnd();

    private async Task ReadAsync(ChannelWriter<Envelope> queue)
    {
        _context.Status.Up();
        try
        {
            while (await _connection.ReceiveAsync() is { } message)
            {
                await TakeAsync(message, queue);
            }

            LogClosed(_slot, _connection.CloseCode);
        }
        catch (SocketModeDisabledException error)
        {
            queue.TryComplete(error);
        }
        catch (Exception error) when (TransportFaults.Include(error) || error is ChannelClosedException)
        {
            if (!_connection.Lifetime.IsCancellationRequested)
            {
                LogLost(_slot, TransportFaults.NameOf(error));
            }
        }
        finally
        {
            _context.Status.Down();
            _leaving.TrySetResult(false);
        }
    }

    private async ValueTask TakeAsync(SocketMessage message, ChannelWriter<Envelope> queue)
    {
        switch (message.Type)
        {
            case "disconnect" when message.Reason == "link_disabled":
                throw new SocketModeDisabledException();
            case "disconnect":
                LogAsked(_slot, OneLine.Of(message.Reason));
                _leaving.TrySetResult(true);
                break;
            case not null when message.EnvelopeId is { Length: > 0 } id:
                await queue.WriteAsync(Envelope(id, message), _connection.Lifetime);
                break;
            case null:
                LogUnreadable(_slot);
                break;
        }
    }

    private Envelope Envelope(string id, SocketMessage message)
    {
        var (type, payload) = message.Type switch
        {
            "events_api" => (EnvelopeType.EventsApi, PayloadReader.Event(message.Payload)),
            "slash_commands" => (EnvelopeType.SlashCommands, PayloadReader.Command(message.Payload)),
            "interactive" => (EnvelopeType.Interactive, PayloadReader.Interaction(message.Payload)),
            _ => (EnvelopeType.Unknown, new UnknownPayload(OneLine.Of(message.Type))),
        };
        return new Envelope(id, payload, (answer, token) => AckAsync(id, answer, token))
        {
            Type = type,
            AcceptsResponsePayload = message.AcceptsResponsePayload,
            RetryAttempt = message.RetryAttempt,
            RetryReason = message.RetryReason,
        };
    }

    private async ValueTask<bool> AckAsync(string envelopeId, AckPayload? payload, CancellationToken cancellationToken)
    {
        var message = AckMessage.Of(envelopeId, payload);
        try
        {
            await _connection.SendAsync(message, cancellationToken);
            return true;
        }
        catch (Exception error) when (TransportFaults.Include(error) && !cancellationToken.IsCancellationRequested)
        {
            LogNotAcknowledged(_slot);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Socket {Slot} is open (connections of the app: {Connections}, seconds until Slack renews it: {Seconds})")]
    private partial void LogConnected(int slot, int connections, int? seconds);

    [LoggerMessage(LogLevel.Information, "Socket {Slot} was asked to make room ({Reason}): the next one is opened first")]
    private partial void LogAsked(int slot, string reason);

    [LoggerMessage(LogLevel.Information, "Socket {Slot} was closed with {Code}")]
    private partial void LogClosed(int slot, int? code);

    [LoggerMessage(LogLevel.Warning, "Socket {Slot} lost its connection: {Reason}")]
    private partial void LogLost(int slot, string reason);

    [LoggerMessage(LogLevel.Warning, "Socket {Slot} brought something that is not Slack's")]
    private partial void LogUnreadable(int slot);

    [LoggerMessage(LogLevel.Information, "Socket {Slot} was gone before an envelope was acknowledged: Slack will send it again")]
    private partial void LogNotAcknowledged(int slot);
}
