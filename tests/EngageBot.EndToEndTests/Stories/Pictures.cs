using System.Text.Json.Nodes;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>Keeps what was shown, a line of JSON each, where the variable names a folder: to be drawn as members see it, and looked at.</summary>
internal static class Pictures
{
    private const string FolderVariable = "ENGAGEBOT_SHOWN";

    private static readonly Lock Gate = new();

    public static void Keep(Shown shown, string title, string language)
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { Length: > 0 } folder || !Directory.Exists(folder))
        {
            return;
        }

        var line = new JsonObject
        {
            ["platform"] = shown.Place.Length > 0 && char.IsAsciiDigit(shown.Place[0]) ? "discord" : "slack",
            ["language"] = language,
            ["title"] = title,
            ["text"] = shown.Text,
            ["buttons"] = new JsonArray([.. shown.Labels.Select(label => (JsonNode)label)]),
            ["labels"] = new JsonArray([.. shown.FieldLabels.Select(label => (JsonNode)label)]),
            ["picture"] = shown.Picture,
            ["form"] = shown.Form is null ? null : new JsonObject(shown.Form.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))),
        };
        lock (Gate)
        {
            File.AppendAllLines(Path.Combine(folder, "shown.jsonl"), [line.ToJsonString()]);
        }
    }
}
