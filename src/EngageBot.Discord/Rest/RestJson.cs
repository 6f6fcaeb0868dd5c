using System.Text.Json.Serialization;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest.RateLimits;
using EngageBot.Discord.Rest.Wire;

namespace EngageBot.Discord.Rest;

/// <summary>The JSON of REST's requests, and of those answers that the gateway does not know. What is left at its default is not sent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(ForumPostBody))]
[JsonSerializable(typeof(ThreadBody))]
[JsonSerializable(typeof(CreateDmBody))]
[JsonSerializable(typeof(ChannelEditProperties))]
[JsonSerializable(typeof(InteractionCallback<MessageBody>))]
[JsonSerializable(typeof(InteractionCallback<AutocompleteData>))]
[JsonSerializable(typeof(InteractionCallback<ModalData>))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommandProperties>))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(IReadOnlyList<Guild>))]
[JsonSerializable(typeof(ThreadList))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(RateLimitError))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string))]
internal sealed partial class RestJson : JsonSerializerContext;
