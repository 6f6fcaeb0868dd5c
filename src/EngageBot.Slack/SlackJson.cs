using System.Text.Json.Serialization;
using EngageBot.Slack.Blocks;
using EngageBot.Slack.Events;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;
using EngageBot.Slack.Models.Interactions;
using EngageBot.Slack.SocketMode;
using EngageBot.Slack.WebApi;
using EngageBot.Slack.WebApi.Wire;

namespace EngageBot.Slack;

/// <summary>
/// The JSON of Slack: snake_case, unknown fields ignored, a missing required one fails with its name, what is none is not sent. What Slack leaves out or calls
/// null keeps its default.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(SocketMessage))]
[JsonSerializable(typeof(EventCallbackBody))]
[JsonSerializable(typeof(UrlVerification))]
[JsonSerializable(typeof(AppRateLimited))]
[JsonSerializable(typeof(SlashCommand))]
[JsonSerializable(typeof(BlockActions))]
[JsonSerializable(typeof(BlockSuggestion))]
[JsonSerializable(typeof(MessageShortcut))]
[JsonSerializable(typeof(GlobalShortcut))]
[JsonSerializable(typeof(ViewSubmission))]
[JsonSerializable(typeof(ViewClosed))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(ReactionAddedEvent))]
[JsonSerializable(typeof(ReactionRemovedEvent))]
[JsonSerializable(typeof(MemberJoinedChannelEvent))]
[JsonSerializable(typeof(MemberLeftChannelEvent))]
[JsonSerializable(typeof(TeamJoinEvent))]
[JsonSerializable(typeof(UserChangeEvent))]
[JsonSerializable(typeof(AppHomeOpenedEvent))]
[JsonSerializable(typeof(ChannelCreatedEvent))]
[JsonSerializable(typeof(ChannelRenameEvent))]
[JsonSerializable(typeof(ChannelArchiveEvent))]
[JsonSerializable(typeof(ChannelUnarchiveEvent))]
[JsonSerializable(typeof(ChannelDeletedEvent))]
[JsonSerializable(typeof(ChannelLeftEvent))]
[JsonSerializable(typeof(TokensRevokedEvent))]
[JsonSerializable(typeof(SubteamUpdatedEvent))]
[JsonSerializable(typeof(SubteamMembersChangedEvent))]
[JsonSerializable(typeof(ResponseMessage))]
[JsonSerializable(typeof(AckPayload.ViewResponse))]
[JsonSerializable(typeof(AckPayload.OptionsResponse))]
[JsonSerializable(typeof(ViewProperties))]
[JsonSerializable(typeof(IReadOnlyList<Block>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(ApiStatus))]
[JsonSerializable(typeof(AuthTest))]
[JsonSerializable(typeof(OpenedConnection))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(EphemeralBody))]
[JsonSerializable(typeof(PermalinkBody))]
[JsonSerializable(typeof(ChannelsPage))]
[JsonSerializable(typeof(MessagesPage))]
[JsonSerializable(typeof(MemberIdsPage))]
[JsonSerializable(typeof(UsersPage))]
[JsonSerializable(typeof(ChannelBody))]
[JsonSerializable(typeof(UserBody))]
[JsonSerializable(typeof(UserIdsBody))]
[JsonSerializable(typeof(UserGroupsBody))]
[JsonSerializable(typeof(UserPresence))]
[JsonSerializable(typeof(DndInfo))]
[JsonSerializable(typeof(ReactedBody))]
[JsonSerializable(typeof(ViewBody))]
[JsonSerializable(typeof(UploadAddress))]
[JsonSerializable(typeof(FilesBody))]
[JsonSerializable(typeof(MessageArguments))]
[JsonSerializable(typeof(ConversationArguments))]
[JsonSerializable(typeof(ReactionArguments))]
[JsonSerializable(typeof(ViewArguments))]
[JsonSerializable(typeof(CompleteUploadArguments))]
internal sealed partial class SlackJson : JsonSerializerContext;
