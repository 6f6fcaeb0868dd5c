using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>
/// What was asked and answered, a line of JSON each, so that it can be held against Discord's own description of its API. When the folder named by
/// <see cref="FolderVariable"/> is there, the lines are written to a file of their own in it. No token is written.
/// </summary>
public sealed class FakeRestRecord
{
    public const string FolderVariable = "ENGAGEBOT_DISCORD_RECORDS";

    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Tests of the fake itself send what Discord would refuse; that is no matter for the record.</summary>
    public bool IsKept { get; set; } = true;

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

        lock (_gate)
        {
            _lines.Add(line.ToJsonString());
        }
    }

    internal void Save()
    {
        if (IsKept && Lines is { Count: > 0 } lines && Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder && Directory.Exists(folder))
        {
            File.WriteAllLines(System.IO.Path.Combine(folder, $"{Guid.NewGuid():N}.jsonl"), lines);
        }
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
