using System.Text.Json.Nodes;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>A fake Discord with gateway and API of one world: what is said in it is told over the one and can be read over the other.</summary>
public sealed class LiveDiscord : IAsyncDisposable
{
    private readonly FakeDiscord _server;

    private LiveDiscord(FakeDiscord server, FakeDiscordRest rest)
    {
        _server = server;
        Rest = rest;
        rest.GatewayBot = () => server.Gateway.GatewayBot;
        rest.Dispatch = (name, payload) => _ = DispatchAsync(name, payload);
    }

    public FakeDiscordRest Rest { get; }

    public FakeWorld World => Rest.World;

    /// <summary>Those who manage their servers.</summary>
    internal HashSet<Snowflake> Managers { get; } = [];

    /// <summary>Members who came while somebody watched; all others were there long before.</summary>
    internal HashSet<Snowflake> Arrived { get; } = [];

    public FakeDiscordGateway Gateway => _server.Gateway;

    public FakeViolations Violations => _server.Violations;

    public Uri Api => new(_server.Address, "api/v10/");

    public static async Task<LiveDiscord> StartAsync(Func<FakeDiscordOptions, FakeDiscordOptions>? change = null)
    {
        var guilds = new WorldGuilds();
        var options = new FakeDiscordOptions { Guilds = guilds };
        options = change?.Invoke(options) ?? options;
        FakeDiscordRest? rest = null;
        var server = await FakeDiscord.StartAsync(options, (app, violations) =>
        {
            rest = new FakeDiscordRest(options, violations, options.Clock);
            rest.Map(app);
        });
        guilds.World = rest!.World;
        return new LiveDiscord(server, rest);
    }

    /// <summary>A guild on one of the shards.</summary>
    public Snowflake AddGuild(int shard, int shards)
    {
        while (true)
        {
            var guild = World.AddGuild();
            if (GatewayClient.ShardOf(guild, shards) == shard)
            {
                return guild;
            }

            World.RemoveGuild(guild);
        }
    }

    /// <summary>Somebody says something, and everybody hears it.</summary>
    /// <param name="id">The first message of a forum's post has the id of the post.</param>
    public async Task<Snowflake> SayAsync(Snowflake channel, Snowflake author, string text, Snowflake? replyTo = null, Snowflake? id = null)
    {
        var (said, payload, guild) = World.Say(channel, author, text, replyTo, id);
        await Gateway.DispatchAsync("MESSAGE_CREATE", Arrived.Contains(author) ? ByNewcomer(payload, guild, author) : payload, guild);
        return said;
    }

    /// <summary>Somebody puts an emoji under a message, or takes it back.</summary>
    public Task ReactAsync(Snowflake channel, Snowflake message, Snowflake member, string emoji, bool isTakenBack = false)
    {
        var guild = JsonNode.Parse(World.Tells(channel))!["guild_id"]!.ToString();
        var payload = new JsonObject
        {
            ["user_id"] = member.ToString(),
            ["message_id"] = message.ToString(),
            ["channel_id"] = channel.ToString(),
            ["guild_id"] = guild,
            ["emoji"] = new JsonObject { ["id"] = null, ["name"] = emoji },
            ["burst"] = false,
            ["type"] = 0,
        };
        return Gateway.DispatchAsync(isTakenBack ? "MESSAGE_REACTION_REMOVE" : "MESSAGE_REACTION_ADD", payload.ToJsonString(), Snowflake.Parse(guild));
    }

    public async ValueTask DisposeAsync()
    {
        Rest.Dispose();
        await _server.DisposeAsync();
    }

    private string ByNewcomer(string payload, Snowflake guild, Snowflake author)
    {
        lock (World.Gate)
        {
            var told = JsonNode.Parse(payload)!;
            told["member"]!["joined_at"] = World.Members[(guild, author)]["joined_at"]!.DeepClone();
            return told.ToJsonString();
        }
    }

    private Task DispatchAsync(string name, string payload)
    {
        var guild = JsonNode.Parse(payload)?["guild_id"]?.ToString();
        return Gateway.DispatchAsync(name, payload, guild is null ? null : Snowflake.Parse(guild));
    }
}
