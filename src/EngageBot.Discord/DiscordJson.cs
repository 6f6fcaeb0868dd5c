using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord;

/// <summary>
/// The JSON of Discord: snake_case, unknown fields ignored, a missing required one fails with its name. The models have setters and <c>[JsonRequired]</c>
/// in place of <c>required</c> and <c>init</c>: the generated reader then fills an object where it stands, which is faster and keeps the defaults of what was
/// left out.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(IReadOnlyList<Role>))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(IReadOnlyList<Channel>))]
[JsonSerializable(typeof(ThreadMember))]
[JsonSerializable(typeof(IReadOnlyList<ThreadMember>))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(Application))]
internal sealed partial class DiscordJson : JsonSerializerContext;
