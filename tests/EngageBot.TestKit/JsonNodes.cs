using System.Text.Json.Nodes;

namespace EngageBot.TestKit;

/// <summary>Short words for building and reading JSON.</summary>
internal static class JsonNodes
{
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        json[name] = value?.Parent is null ? value : value.DeepClone();
        return json;
    }

    public static JsonObject Copy(this JsonObject json) => json.DeepClone().AsObject();

    public static string? Text(this JsonNode? node, string name) => (node as JsonObject)?[name]?.ToString();
}
