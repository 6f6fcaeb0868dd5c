using System.Diagnostics.CodeAnalysis;
using EngageBot.Chat;
using EngageBot.Slack.Models;
using EngageBot.Slack.SocketMode;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>
/// Listens on Slack over the sockets of one app, for all workspaces that it is in: acknowledges each envelope when what it became is committed. Slack sends again
/// what was not acknowledged within three seconds.
/// </summary>
internal sealed partial class SlackListener(
    SocketModeClient socket, IReadOnlyList<SlackWorld> worlds, SlackSettings settings, SlackOpening opening, SlackIntake intake, ILogger<SlackListener> logger)
{
    /// <summary>Envelopes that may wait for their commit.</summary>
    private const int Most = 512;

    /// <summary>After a break no longer than this, only threads of the last day are asked for what was replied meanwhile.</summary>
    private static readonly TimeSpan ShortBreak = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Until cancelled.</summary>
    /// <exception cref="EngageBot.Slack.SlackException">Trying again would not help; the message says what to do.</exception>
    /// <exception cref="SlackGoneException">The same.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var world in worlds)
        {
            world.IsHeard = () => socket.OpenConnections > 0;
            await opening.BeginAsync(world, cancellationToken);
        }

        socket.Heard = Resume;
        LogBegin(worlds.Count, settings.Connections);
        List<Task> taking = [];
        try
        {
            await foreach (var envelope in socket.ReadAsync(cancellationToken))
            {
                taking.RemoveAll(task => task.IsCompleted);
                if (taking.Count >= Most)
                {
                    await Task.WhenAny(taking);
                }

                taking.Add(TakeAsync(envelope, cancellationToken));
            }
        }
        finally
        {
            await Task.WhenAll(taking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>There is a connection again. What Slack could not bring it keeps for a while only.</summary>
    private void Resume(TimeSpan withoutOne)
    {
        if (withoutOne > settings.Moment)
        {
            foreach (var world in worlds)
            {
                world.OpenGaps(withoutOne > ShortBreak ? null : Day);
            }
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of a loop: an envelope that cannot be taken is not acknowledged, and comes again.")]
    private async Task TakeAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await intake.TakeAsync(envelope.Payload, cancellationToken);
            await (answer is null || !envelope.AcceptsResponsePayload ? envelope.AckAsync(cancellationToken) : envelope.AckAsync(answer, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // It ends, or the same event could not be stored: Slack sends it again.
        }
        catch (SlackUnlearntException fault)
        {
            LogLater(OneLine.Of(fault.Message, 200));
        }
        catch (Exception fault)
        {
            LogFault(NameOf(envelope.Payload), fault.GetType().Name);
        }
    }

    private static string NameOf(SlackPayload payload) => payload is EventCallback happened ? happened.Event.GetType().Name : payload.GetType().Name;

    [LoggerMessage(LogLevel.Information, "Listening on Slack, in {Workspaces} workspaces, over {Connections} sockets")]
    private partial void LogBegin(int workspaces, int connections);

    [LoggerMessage(LogLevel.Warning, "Something that Slack sent is left for later: {Reason}")]
    private partial void LogLater(string reason);

    [LoggerMessage(LogLevel.Error, "A {Kind} could not be taken ({Fault}); Slack sends it again")]
    private partial void LogFault(string kind, string fault);
}
