using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using EngageBot.Discord.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>
/// The gateway of a fake Discord. It follows <see href="https://discord.com/developers/docs/events/gateway"/>, checks that the client does, and loses,
/// repeats, reorders, delays, closes and refuses on demand.
/// </summary>
public sealed class FakeDiscordGateway(FakeDiscordOptions options, FakeViolations violations)
{
    private readonly FakeGatewaySessions _sessions = new();
    private readonly FakeGatewayRules _rules = new(options, violations);
    private int _opened;

    /// <summary>Where clients connect.</summary>
    public Uri Address { get; internal set; } = new("ws://127.0.0.1/gateway");

    /// <summary>All that clients sent, in order.</summary>
    public ConcurrentQueue<FakeCommand> Received { get; } = new();

    /// <summary>How many connections were opened so far.</summary>
    public int ConnectionsOpened => _opened;

    /// <summary>Sessions that are alive.</summary>
    public int SessionsBegun => _sessions.All.Length;

    public int Identifies => Received.Count(command => command.Opcode == 2);

    public int Resumes => Received.Count(command => command.Opcode == 6);

    /// <summary>Whether heartbeats are answered.</summary>
    public bool AcksHeartbeats { get; set; } = true;

    /// <summary>Whether resumes are accepted; where not, whether the refusal says that another try may work.</summary>
    public bool AcceptsResumes { get; set; } = true;

    public bool RefusalIsResumable { get; set; }

    /// <summary>What goes wrong with a dispatch when it is sent for the first time, by shard and sequence.</summary>
    public Func<int, long, FakeDeliveryFault> Fault { get; set; } = (_, _) => FakeDeliveryFault.None;

    /// <summary>Nobody is let in.</summary>
    public bool IsDown { get; set; }

    /// <summary>How long each dispatch is delayed.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The answer to <c>GET /gateway/bot</c>.</summary>
    public GatewayBot GatewayBot => new()
    {
        Url = Address,
        Shards = options.RecommendedShards,
        SessionStartLimit = new SessionStartLimit
        {
            Total = options.SessionStarts,
            Remaining = options.SessionStarts - Identifies,
            ResetAfter = (long)TimeSpan.FromHours(12).TotalMilliseconds,
            MaxConcurrency = options.MaxConcurrency,
        },
    };

    /// <summary>Tells every session of a guild's shard what happened; without a guild those of shard 0.</summary>
    public async Task DispatchAsync(string name, string data, Snowflake? guild = null)
    {
        foreach (var session in _sessions.All)
        {
            if (EngageBot.Discord.Gateway.GatewayClient.ShardOf(guild ?? default, session.Shards) == session.Shard)
            {
                await DispatchAsync(session, name, data);
            }
        }
    }

    /// <summary>Closes every connection with a code.</summary>
    public Task CloseAsync(int code) => ForEachAsync(connection => connection.CloseAsync(code));

    /// <summary>Asks every client to reconnect.</summary>
    public Task ReconnectAsync() => ForEachAsync(connection => connection.SendAsync("""{"t":null,"s":null,"op":7,"d":null}"""));

    /// <summary>Asks every client for a heartbeat.</summary>
    public Task RequestHeartbeatAsync() => ForEachAsync(connection => connection.SendAsync("""{"t":null,"s":null,"op":1,"d":null}"""));

    /// <summary>Sends something of the test's own to every client.</summary>
    public Task SendAsync(string payload) => ForEachAsync(connection => connection.SendAsync(payload));

    /// <summary>Declares every session invalid.</summary>
    public Task InvalidateAsync(bool resumable)
    {
        if (!resumable)
        {
            _sessions.Clear();
        }

        return ForEachAsync(connection => connection.SendAsync(InvalidSession(resumable)));
    }

    /// <summary>Cuts every line without a word.</summary>
    public void DropConnections()
    {
        foreach (var connection in _sessions.Connections)
        {
            connection.Abort();
        }
    }

    internal void Map(WebApplication server) => server.Map("/gateway", async (HttpContext context) =>
    {
        if (IsDown || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = IsDown ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest;
            return;
        }

        _rules.CheckQuery(context.Request.Query);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await using var connection = new FakeGatewayConnection(socket, options.LongestFrame);
        Interlocked.Increment(ref _opened);
        await ServeAsync(connection, context.RequestAborted);
    });

    private static string InvalidSession(bool resumable) => $$"""{"t":null,"s":null,"op":9,"d":{{(resumable ? "true" : "false")}}}""";

    private async Task ServeAsync(FakeGatewayConnection connection, CancellationToken cancellationToken)
    {
        _sessions.Enter(connection);
        try
        {
            var interval = (long)options.HeartbeatInterval.TotalMilliseconds;
            await connection.SendAsync($$"""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":{{interval}},"_trace":["fake"] } }""");
            while (await connection.ReceiveAsync(cancellationToken) is { } command)
            {
                Received.Enqueue(command);
                await FollowAsync(connection, command);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The line is gone; the session stays.
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidDataException or InvalidOperationException)
        {
            violations.Add("Not a command: " + error.Message);
            await connection.CloseAsync(4_002);
        }
        finally
        {
            _sessions.Leave(connection);
        }
    }

    private async Task FollowAsync(FakeGatewayConnection connection, FakeCommand command)
    {
        if (!_rules.MaySend(connection))
        {
            await connection.CloseAsync(4_008);
            return;
        }

        switch (command.Opcode)
        {
            case 1:
                _rules.CheckHeartbeat(connection, command.Data);
                await (AcksHeartbeats ? connection.SendAsync("""{"t":null,"s":null,"op":11,"d":null}""") : Task.CompletedTask);
                break;
            case 2:
                await IdentifyAsync(connection, command.Data);
                break;
            case 6:
                await ResumeAsync(connection, command.Data);
                break;
            default:
                await (_rules.MayCommand(connection, command.Opcode) ? Task.CompletedTask : connection.CloseAsync(4_003));
                break;
        }
    }

    private async Task IdentifyAsync(FakeGatewayConnection connection, JsonElement identify)
    {
        if (_rules.RefuseIdentify(connection, identify) is { } code)
        {
            await connection.CloseAsync(code);
            return;
        }

        var (shard, shards) = (identify.GetProperty("shard")[0].GetInt32(), identify.GetProperty("shard")[1].GetInt32());
        if (!_rules.MayIdentifyNow(shard, options.MaxConcurrency))
        {
            await connection.SendAsync(InvalidSession(resumable: false));
            return;
        }

        var session = new FakeGatewaySession($"session-{Identifies}-{shard}", shard, shards, (GatewayIntents)identify.GetProperty("intents").GetInt32());
        _sessions.Attach(session, connection);
        await DispatchAsync(session, "READY", FakePayloads.Ready(options, session.Id, Address, shard, shards));
        foreach (var guild in options.Guilds.Where(guild => FakePayloads.ShardOf(guild, shards) == shard))
        {
            await DispatchAsync(session, "GUILD_CREATE", guild);
        }
    }

    private async Task ResumeAsync(FakeGatewayConnection connection, JsonElement resume)
    {
        var session = _sessions.Find(resume.GetProperty("session_id").GetString()!);
        if (_rules.RefuseResume(connection, resume, session) is { } code)
        {
            await connection.CloseAsync(code);
            return;
        }

        if (session is null || !AcceptsResumes)
        {
            await connection.SendAsync(InvalidSession(session is not null && RefusalIsResumable));
            return;
        }

        // What happens during the replay comes after it.
        await session.Turn.WaitAsync();
        for (var sequence = resume.GetProperty("seq").GetInt64() + 1; sequence <= session.Sequence; sequence++)
        {
            await connection.SendAsync(session.Payload(sequence));
        }

        _sessions.Attach(session, connection);
        session.Turn.Release();
        await DispatchAsync(session, "RESUMED", """{"_trace":["fake"]}""");
    }

    private async Task DispatchAsync(FakeGatewaySession session, string name, string data)
    {
        if (!FakeIntents.Cover(session.Intents, options.BotId, name, data))
        {
            return;
        }

        await session.Turn.WaitAsync();
        var sequence = session.Add(name, FakeIntents.Strip(session.Intents, options.BotId, name, data));
        if (session.Connection is { } connection)
        {
            await Task.Delay(Delay, TimeProvider.System);
            await SendAsync(connection, session, sequence, Fault(session.Shard, sequence));
        }

        session.Turn.Release();
    }

    private static async Task SendAsync(FakeGatewayConnection connection, FakeGatewaySession session, long sequence, FakeDeliveryFault fault)
    {
        if (fault == FakeDeliveryFault.Reorder)
        {
            connection.HeldBack = sequence;
            return;
        }

        if (fault != FakeDeliveryFault.Lose)
        {
            await connection.SendAsync(session.Payload(sequence));
        }

        if (fault == FakeDeliveryFault.Duplicate)
        {
            await connection.SendAsync(session.Payload(sequence));
        }

        if (connection.HeldBack is { } heldBack)
        {
            connection.HeldBack = null;
            await connection.SendAsync(session.Payload(heldBack));
        }
    }

    private async Task ForEachAsync(Func<FakeGatewayConnection, Task> action)
    {
        foreach (var connection in _sessions.Connections)
        {
            await action(connection);
        }
    }
}
