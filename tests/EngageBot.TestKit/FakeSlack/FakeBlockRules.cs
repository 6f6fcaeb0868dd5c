using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>What Slack takes as blocks: <see href="https://docs.slack.dev/reference/block-kit/blocks"/>.</summary>
internal static class FakeBlockRules
{
    private const int LongestMessage = 50;
    private const int LongestView = 100;

    /// <summary>What is wrong with the blocks of a message.</summary>
    public static IReadOnlyList<string> OfMessage(JsonNode? blocks) => blocks is JsonArray array ? [.. Of(array, LongestMessage)] : ["must be an array"];

    /// <summary>What is wrong with a view.</summary>
    public static IReadOnlyList<string> OfView(JsonNode? view)
    {
        if (view is not JsonObject || view.Text("type") is not ("modal" or "home") || view["blocks"] is not JsonArray blocks)
        {
            return ["a view needs a type and blocks"];
        }

        var problems = Of(blocks, LongestView);
        if (view.Text("type") == "modal")
        {
            problems = [.. problems, .. Text(view["title"], 24, "title"), .. view["submit"] is null ? [] : Text(view["submit"], 24, "submit")];
            problems = blocks.Any(block => block.Text("type") == "input") && view["submit"] is null ? [.. problems, "a modal with inputs needs submit"] : problems;
        }

        return [.. problems, .. view.Text("private_metadata")?.Length > 3_000 ? ["private_metadata is too long"] : Array.Empty<string>()];
    }

    /// <summary>All text that Slack would read as mrkdwn, and whole-channel mentions of rich text.</summary>
    public static IEnumerable<string> Spoken(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Spoken),
        JsonObject json when json.Text("type") == "mrkdwn" => [json.Text("text") ?? ""],
        JsonObject json when json.Text("type") == "broadcast" => ["<!channel>"],
        JsonObject json when json.Text("type") == "usergroup" => ["<!subteam^>"],
        JsonObject json => json.SelectMany(field => Spoken(field.Value)),
        _ => [],
    };

    private static IEnumerable<string> Of(JsonArray blocks, int atMost)
    {
        if (blocks.Count > atMost)
        {
            yield return $"no more than {atMost} items allowed";
        }

        var ids = blocks.Select(block => block.Text("block_id")).Where(id => id is not null).ToList();
        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count || ids.Any(id => id!.Length > 255))
        {
            yield return "block_id is not unique or too long";
        }

        foreach (var problem in blocks.SelectMany(Of))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Of(JsonNode? block) => block.Text("type") switch
    {
        "section" => [.. Section(block!), .. Elements(block!["accessory"] is { } accessory ? [accessory] : [], 1)],
        "header" => Text(block!["text"], 150, "header"),
        "context" => (block!["elements"] as JsonArray)?.Count is >= 1 and <= 10 ? [] : ["context holds 1 to 10 elements"],
        "actions" => Elements(block!["elements"] as JsonArray, 25),
        "input" => [.. Text(block!["label"], 2_000, "label"), .. block!["element"] is null ? ["input needs an element"] : Elements([block["element"]], 1)],
        "image" => block.Text("alt_text") is { Length: > 0 } && (block.Text("image_url") is not null || block!["slack_file"] is not null) ? [] : ["image needs a source and alt_text"],
        "divider" or "rich_text" or "file" or "video" or "markdown" or "table" => [],
        var type => [$"unsupported type: {type}"],
    };

    private static IEnumerable<string> Section(JsonNode block) => block["text"] is { } text
        ? Text(text, 3_000, "section", isPlain: false)
        : block["fields"] is JsonArray { Count: >= 1 and <= 10 } fields ? fields.SelectMany(field => Text(field, 2_000, "field", isPlain: false)) : ["section needs text or fields"];

    private static IEnumerable<string> Elements(IEnumerable<JsonNode?>? elements, int atMost)
    {
        var all = elements?.ToList() ?? [];
        if (all.Count > atMost)
        {
            yield return $"no more than {atMost} elements allowed";
        }

        foreach (var element in all)
        {
            if (element.Text("type") is null || element.Text("action_id")?.Length > 255 || element.Text("value")?.Length > 2_000 || element.Text("url")?.Length > 3_000)
            {
                yield return "an element has no type, or something too long in it";
            }

            foreach (var problem in element.Text("type") == "button" ? Text(element!["text"], 75, "button") : [])
            {
                yield return problem;
            }

            if (element?["options"] is JsonArray { Count: 0 or > 100 })
            {
                yield return "a menu holds 1 to 100 options";
            }
        }
    }

    private static string[] Text(JsonNode? text, int atMost, string where, bool isPlain = true)
    {
        var type = text.Text("type");
        if (type != "plain_text" && (isPlain || type != "mrkdwn"))
        {
            return [$"{where}: text must be a {(isPlain ? "plain_text" : "text")} object"];
        }

        return text.Text("text") is { Length: > 0 } value && value.Length <= atMost ? [] : [$"{where}: must be 1 to {atMost} characters"];
    }
}
