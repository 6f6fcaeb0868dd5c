using System.Text.Json.Serialization;
using EngageBot.Host.Platforms.Discord.Reading;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>How what is known of Discord is written into the database.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GuildState))]
[JsonSerializable(typeof(ChannelState))]
[JsonSerializable(typeof(ReadGap))]
[JsonSerializable(typeof(ThreadSearch))]
internal sealed partial class DiscordStateJson : JsonSerializerContext;
