using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngageBot.Communities;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    WriteIndented = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CommunityRules))]
[JsonSerializable(typeof(ChannelRules))]
[JsonSerializable(typeof(StepRules))]
[JsonSerializable(typeof(QuietHours))]
internal sealed partial class RulesJson : JsonSerializerContext;
