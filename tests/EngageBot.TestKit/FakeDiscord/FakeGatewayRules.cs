using System.Diagnostics;
using System.Text.Json;
using EngageBot.Discord.Models;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>What the gateway demands of a client. <see href="https://discord.com/developers/docs/events/gateway"/>.</summary>
internal sealed class FakeGatewayRules(FakeDiscordOptions options, FakeViolations violations)
{
    private const int SendsAMinute = 120;

    private static readonly TimeSpan IdentifyWindow = TimeSpan.FromSeconds(5);

    private readonly Dictionary<int, long> _identified = [];
    private readonly Dictionary<FakeGatewaySession, long> _beaten = [];
    private readonly Lock _gate = new();
    private int _starts;

    public void CheckQuery(IQueryCollection query)
    {
        violations.Expect(query["v"] == "10", "The query does not say v=10.");
        violations.Expect(query["encoding"] == "json", "The query does not say encoding=json.");
        violations.Expect(query["compress"] == "zlib-stream", "The query does not say compress=zlib-stream.");
    }

    public bool MaySend(FakeGatewayConnection connection)
    {
        var now = Stopwatch.GetTimestamp();
        while (connection.Sent.TryPeek(out var sent) && Stopwatch.GetElapsedTime(sent, now) > TimeSpan.FromSeconds(60))
        {
            connection.Sent.Dequeue();
        }

        connection.Sent.Enqueue(now);
        return violations.Expect(connection.Sent.Count <= SendsAMinute, "More than 120 commands in a minute on one connection.");
    }

    public void CheckHeartbeat(FakeGatewayConnection connection, JsonElement data)
    {
        if (connection.Session is not { } session)
        {
            return;
        }

        lock (_gate)
        {
            var sequence = data.ValueKind == JsonValueKind.Number ? data.GetInt64() : 0;
            violations.Expect(sequence <= session.Sequence, $"A heartbeat names event {sequence}, which was not sent.");
            violations.Expect(sequence >= _beaten.GetValueOrDefault(session), $"A heartbeat goes back to event {sequence}.");
            _beaten[session] = sequence;
        }
    }

    public bool MayCommand(FakeGatewayConnection connection, int opcode) =>
        violations.Expect(opcode is 3 or 4 or 8 or 31, $"Opcode {opcode} is not for clients.")
        && violations.Expect(connection.Session is not null, $"Opcode {opcode} came before the session was begun.");

    /// <summary>The code to close with, or none.</summary>
    public int? RefuseIdentify(FakeGatewayConnection connection, JsonElement identify)
    {
        var properties = identify.GetProperty("properties");
        foreach (var name in new[] { "os", "browser", "device" })
        {
            violations.Expect(!string.IsNullOrEmpty(properties.GetProperty(name).GetString()), $"Identify does not say its {name}.");
        }

        var asked = (GatewayIntents)identify.GetProperty("intents").GetInt32();
        const GatewayIntents Privileged = GatewayIntents.GuildMembers | GatewayIntents.GuildPresences | GatewayIntents.MessageContent;
        var (shard, shards) = (identify.GetProperty("shard")[0].GetInt32(), identify.GetProperty("shard")[1].GetInt32());
        return connection.Session is not null ? 4_005
            : identify.GetProperty("token").GetString() != options.Token ? 4_004
            : shard >= shards ? 4_010
            : ((int)asked & ~0x3FFFFFF) != 0 ? 4_013
            : (asked & Privileged & ~options.AllowedIntents) != GatewayIntents.None ? 4_014
            : null;
    }

    /// <summary>One a key in five seconds, and no more in a day than allowed.</summary>
    public bool MayIdentifyNow(int shard, int maxConcurrency)
    {
        lock (_gate)
        {
            violations.Expect(++_starts <= options.SessionStarts, "More sessions were begun than the limit of the day.");
            var key = shard % maxConcurrency;
            var tooSoon = _identified.TryGetValue(key, out var last) && Stopwatch.GetElapsedTime(last) < IdentifyWindow;
            _identified[key] = Stopwatch.GetTimestamp();
            return violations.Expect(!tooSoon, $"Two identifies with the key {key} within five seconds.");
        }
    }

    public int? RefuseResume(FakeGatewayConnection connection, JsonElement resume, FakeGatewaySession? session) =>
        connection.Session is not null ? 4_005
        : resume.GetProperty("token").GetString() != options.Token ? 4_004
        : session is not null && resume.GetProperty("seq").GetInt64() > session.Sequence ? 4_007
        : null;
}
