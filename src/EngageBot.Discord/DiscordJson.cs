using System.Text.Json.Serialization;
using EngageBot.Discord.Gateway.Events;
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
[JsonSerializable(typeof(UnavailableGuild))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(GuildMemberAddEvent))]
[JsonSerializable(typeof(GuildMemberRemoveEvent))]
[JsonSerializable(typeof(GuildMemberUpdateEvent))]
[JsonSerializable(typeof(GuildRoleCreateEvent))]
[JsonSerializable(typeof(GuildRoleDeleteEvent))]
[JsonSerializable(typeof(GuildRoleUpdateEvent))]
[JsonSerializable(typeof(MessageDeleteBulkEvent))]
[JsonSerializable(typeof(MessageDeleteEvent))]
[JsonSerializable(typeof(MessageReactionAddEvent))]
[JsonSerializable(typeof(MessageReactionRemoveAllEvent))]
[JsonSerializable(typeof(MessageReactionRemoveEmojiEvent))]
[JsonSerializable(typeof(MessageReactionRemoveEvent))]
[JsonSerializable(typeof(MessageUpdateEvent))]
[JsonSerializable(typeof(ReadyEvent))]
[JsonSerializable(typeof(ThreadDeleteEvent))]
[JsonSerializable(typeof(ThreadListSyncEvent))]
[JsonSerializable(typeof(ThreadMemberUpdateEvent))]
[JsonSerializable(typeof(ThreadMembersUpdateEvent))]
internal sealed partial class DiscordJson : JsonSerializerContext;
