using System.Text.Json;
using EngageBot.Chat;

namespace EngageBot.Evaluation.Responders;

/// <summary>Who answered what: JSON lines <c>{"id":"…","answerers":["…"]}</c>.</summary>
internal static class ResponderGold
{
    public static IReadOnlyDictionary<MessageId, IReadOnlyList<string>> Read(string path) => File.ReadLines(path)
        .Where(line => line.Length > 0)
        .Select(line => JsonSerializer.Deserialize(line, GoldJson.Default.AnswerersLine)!)
        .ToDictionary(line => MessageId.Parse(line.Id), line => line.Answerers);
}
