using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngageBot.Texts;

/// <summary>The form of the files: one object, each text under its name.</summary>
[JsonSourceGenerationOptions(ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class TextJson : JsonSerializerContext;
