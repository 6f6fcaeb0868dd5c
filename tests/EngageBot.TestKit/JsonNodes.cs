using System.Text.Json;
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

    /// <summary>Every text in it, names of properties left out; a text that is JSON itself stands for what is in that.</summary>
    public static IEnumerable<string> Texts(this JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(one => Texts(one.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => text is ['{', .., '}'] or ['[', .., ']'] && Parsed(text) is { } inner ? Texts(inner) : [text],
        _ => [],
    };

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
