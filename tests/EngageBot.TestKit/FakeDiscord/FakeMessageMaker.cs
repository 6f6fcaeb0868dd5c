using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Makes and changes messages as they are asked for, and says what Discord would not take.</summary>
internal sealed partial class FakeMessageMaker(FakeWorld world, FakeViolations violations)
{
    private const int LongestContent = 2_000;

    /// <summary>What is wrong with a message, if anything is. A message without a word on mentions notifies whomever its text names.</summary>
    public FakeRestAnswer? Refusal(FakeRestCall call, JsonNode? body, bool isNew)
    {
        violations.Expect(body?["allowed_mentions"]?["parse"] is JsonArray, $"{call} says nothing of allowed_mentions");
        if (body?.Text("content")?.Length > LongestContent)
        {
            return FakeRestAnswer.InvalidForm("content", "Must be 2000 or fewer in length.");
        }

        var isEmpty = string.IsNullOrWhiteSpace(body?.Text("content")) && call.Files.Count == 0
            && body?["embeds"] is not JsonArray { Count: > 0 } && body?["components"] is not JsonArray { Count: > 0 } && body?["message_reference"]?["type"] is null;
        if (isNew && isEmpty)
        {
            return FakeRestAnswer.Error(400, 50006, "Cannot send an empty message");
        }

        var described = (body?["attachments"] as JsonArray ?? []).Select(file => file.Text("id")).ToHashSet(StringComparer.Ordinal);
        violations.Expect(
            Enumerable.Range(0, call.Files.Count).All(index => described.Contains(index.ToString())),
            $"{call} sends files that its attachments do not name");
        return null;
    }

    public JsonObject Create(FakeRestCall call, Snowflake channel, JsonNode body, Snowflake? id = null)
    {
        var message = FakeJson.Message(id ?? world.NewId(), channel, world.Bot, "", world.Now);
        Apply(call, message, body);
        if (body["nonce"] is { } nonce)
        {
            message["nonce"] = nonce.DeepClone();
        }

        if (body["message_reference"] is { } reference)
        {
            message["type"] = reference["type"]?.GetValue<int>() == 1 ? 0 : 19;
            message["message_reference"] = FakeJson.Parse("{}")
                .With("type", reference["type"]?.DeepClone() ?? 0)
                .With("channel_id", reference["channel_id"]?.DeepClone() ?? channel.ToString())
                .With("message_id", reference["message_id"]!.DeepClone());
        }

        return message;
    }

    public void Apply(FakeRestCall call, JsonObject message, JsonNode body)
    {
        foreach (var name in new[] { "content", "flags" })
        {
            message[name] = body[name]?.DeepClone() ?? message[name]!.DeepClone();
        }

        message["mentions"] = new JsonArray([.. Mentioned(message.Text("content")!).Select(user => user.DeepClone())]);
        if (body["embeds"] is JsonArray embeds)
        {
            message["embeds"] = new JsonArray([.. embeds.Select(embed => embed!.DeepClone().AsObject().With("type", "rich"))]);
        }

        if (body["components"] is JsonArray components)
        {
            var next = 1;
            message["components"] = Numbered(components, ref next);
        }

        if (body["attachments"] is JsonArray attachments)
        {
            var kept = (message["attachments"] as JsonArray)!.Where(file => attachments.Any(asked => asked.Text("id") == file.Text("id")));
            var added = attachments.Where(asked => asked.Text("filename") is not null);
            message["attachments"] = new JsonArray([.. kept.Select(file => file!.DeepClone()), .. added.Select(asked => Attachment(call, message, asked!))]);
        }
    }

    [GeneratedRegex("<@!?(?<id>[0-9]+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Mention();

    /// <summary>Every component has a number within its message.</summary>
    private static JsonArray Numbered(JsonArray components, ref int next)
    {
        var numbered = new JsonArray();
        foreach (var component in components)
        {
            var copy = component!.DeepClone().AsObject();
            copy["id"] = next++;
            if (copy["components"] is JsonArray inner)
            {
                copy["components"] = Numbered(inner, ref next);
            }

            numbered.Add(copy);
        }

        return numbered;
    }

    private IEnumerable<JsonObject> Mentioned(string content) => Mention().Matches(content)
        .Select(mention => Snowflake.TryParse(mention.Groups["id"].Value, out var id) ? world.Users.GetValueOrDefault(id) : null)
        .OfType<JsonObject>()
        .Distinct();

    private JsonObject Attachment(FakeRestCall call, JsonObject message, JsonNode asked)
    {
        var id = world.NewId();
        var data = call.Files.GetValueOrDefault($"files[{asked.Text("id")}]") ?? [];
        world.Files[id] = data;
        var url = $"https://cdn.discordapp.com/attachments/{message["channel_id"]}/{id}/file";
        var attachment = FakeJson.Parse($$"""{"id":"{{id}}","size":{{data.Length}},"url":"{{url}}","proxy_url":"{{url}}"}""").With("filename", asked.Text("filename"));
        return asked.Text("description") is { } description ? attachment.With("description", description) : attachment;
    }
}
