using System.Text.Json;
using System.Text.Json.Serialization;
using EngageBot.Chat;

namespace EngageBot.Evaluation.Responders;

/// <summary>Who answered what: JSON lines <c>{"id":"…","answerers":["…"]}</c>.</summary>
internal static partial class ResponderGold
{
    public static IReadOnlyDictionary<MessageId, IReadOnlyList<string>> Read(string path) => File.ReadLines(path)
        .Where(line => line.Length > 0)
        .Select(line => JsonSerializer.Deserialize(line, Json.Default.Line)!)
        .ToDictionary(line => MessageId.Parse(line.Id), line => line.Answerers);

    internal sealed record Line(string Id, IReadOnlyList<string> Answerers);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Line))]
    private sealed partial class Json : JsonSerializerContext;
}
