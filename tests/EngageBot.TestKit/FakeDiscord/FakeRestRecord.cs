using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>
/// What was asked of a fake Discord and answered, kept in the folder named by <see cref="FolderVariable"/>. No token is written.
/// </summary>
public sealed class FakeRestRecord() : FakeRecord(FolderVariable)
{
    public const string FolderVariable = "ENGAGEBOT_DISCORD_RECORDS";

    internal void Add(HttpRequest request, FakeRestCall? call, int? status, JsonNode? response)
    {
        var line = new JsonObject
        {
            ["method"] = request.Method,
            ["path"] = Path(request, call),
            ["contentType"] = request.ContentType?.Split(';')[0],
            ["headers"] = new JsonObject
            {
                ["authorization"] = request.Headers.Authorization.ToString() is ['B', 'o', 't', ' ', ..] ? "Bot ***" : null,
                ["user-agent"] = request.Headers.UserAgent.ToString(),
            },
        };
        if (call?.Body is { } body)
        {
            line["body"] = body.DeepClone();
        }

        if (call?.Files.Count > 0)
        {
            line["files"] = new JsonArray([.. call.Files.Keys.Select(name => JsonValue.Create(name))]);
        }

        // What Discord's description does not speak of (5xx, a cut line) has no answer in the record.
        if (status is < 500)
        {
            line["status"] = status;
            line["response"] = response?.DeepClone();
        }

        Add(line);
    }

    private static string Path(HttpRequest request, FakeRestCall? call)
    {
        var path = FakeRestReader.RawPath(request) + request.QueryString;
        foreach (var name in new[] { "interaction_token", "webhook_token" })
        {
            path = call?.Values.GetValueOrDefault(name) is { } token ? path.Replace(Uri.EscapeDataString(token), "token", StringComparison.Ordinal) : path;
        }

        return path;
    }
}
