using System.Text.Json.Serialization;

namespace EngageBot.Evaluation;

/// <summary>The lines of gold files.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerersLine))]
[JsonSerializable(typeof(PartnersLine))]
internal sealed partial class GoldJson : JsonSerializerContext;
