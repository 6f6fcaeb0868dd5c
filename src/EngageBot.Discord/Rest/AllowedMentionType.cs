using System.Text.Json.Serialization;

namespace EngageBot.Discord.Rest;

/// <summary>A sort of mention. <see href="https://discord.com/developers/docs/resources/message#allowed-mentions-object-allowed-mention-types"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AllowedMentionType>))]
public enum AllowedMentionType
{
    [JsonStringEnumMemberName("roles")]
    Roles,

    [JsonStringEnumMemberName("users")]
    Users,

    /// <summary>@everyone and @here.</summary>
    [JsonStringEnumMemberName("everyone")]
    Everyone,
}
