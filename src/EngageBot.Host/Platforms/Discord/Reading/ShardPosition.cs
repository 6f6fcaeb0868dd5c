using System.Globalization;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;
using EngageBot.Pipeline;

namespace EngageBot.Host.Platforms.Discord.Reading;

/// <summary>How a place in a shard's stream is written into the database: one value, so that session and sequence never come apart.</summary>
internal static class ShardPosition
{
    public static string SourceOf(int shard) => string.Create(CultureInfo.InvariantCulture, $"discord/shard/{shard}");

    /// <param name="shards">How many there are in all: a session of another number has other guilds.</param>
    /// <param name="intents">What the session was begun with: it is not told of anything else.</param>
    public static SourcePosition Of(GatewaySession session, int shard, int shards, GatewayIntents intents) =>
        new(SourceOf(shard), string.Create(CultureInfo.InvariantCulture, $"{session.Sequence} {shards} {session.SessionId} {session.ResumeUrl} {(int)intents}"));

    /// <summary>Null where there is nothing to go on from.</summary>
    public static GatewaySession? Parse(string? value, int shards, GatewayIntents intents)
    {
        var parts = value?.Split(' ');
        return parts?.Length == 5
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && parts[1] == shards.ToString(CultureInfo.InvariantCulture)
            && parts[4] == ((int)intents).ToString(CultureInfo.InvariantCulture)
                ? new GatewaySession(parts[2], parts[3], sequence)
                : null;
    }
}
