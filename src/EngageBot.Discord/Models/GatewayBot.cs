using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>
/// Where the gateway is and how many shards and sessions it allows. <see href="https://discord.com/developers/docs/events/gateway#get-gateway-bot"/>.
/// </summary>
public sealed record GatewayBot
{
    /// <summary>The socket's address; version, encoding and compression are still to be added.</summary>
    [JsonRequired]
    public Uri Url { get; set; } = new("wss://gateway.discord.gg");

    /// <summary>How many shards Discord would use for this bot.</summary>
    [JsonRequired]
    public int Shards { get; set; }

    [JsonRequired]
    public SessionStartLimit SessionStartLimit { get; set; } = new();
}
