using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>What a fake Discord is like.</summary>
public sealed record FakeDiscordOptions
{
    /// <summary>Gives what is written its time and id, and runs every limit of the API.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string Token { get; init; } = "fake-token";

    /// <summary>The user and application the token belongs to.</summary>
    public Snowflake BotId { get; init; } = new(1_100_000_000_000_000_001);

    /// <summary>Asking for a privileged intent beyond these closes the connection with 4014.</summary>
    public GatewayIntents AllowedIntents { get; init; } = (GatewayIntents)0x3FFFFFF;

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(40);

    public int MaxConcurrency { get; init; } = 16;

    /// <summary>How many shards the bot is told to use.</summary>
    public int RecommendedShards { get; init; } = 1;

    /// <summary>The identifies of a day.</summary>
    public int SessionStarts { get; init; } = 1_000;

    /// <summary>Compressed payloads are cut into messages of at most so many bytes.</summary>
    public int LongestFrame { get; init; } = int.MaxValue;

    /// <summary>Guilds that follow a READY as GUILD_CREATE, as JSON.</summary>
    public IReadOnlyList<string> Guilds { get; init; } = [];
}
