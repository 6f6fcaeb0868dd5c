using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>What was asked of a fake Slack's Web API and answered, kept in the folder named by <see cref="FolderVariable"/>. No token is written.</summary>
public sealed class FakeSlackRecord() : FakeRecord(FolderVariable)
{
    public const string FolderVariable = "ENGAGEBOT_SLACK_RECORDS";

    internal void Add(HttpRequest request, JsonNode? body, FakeSlackAnswer? answer)
    {
        var line = new JsonObject
        {
            ["method"] = request.Method,
            ["path"] = request.Path.Value + (request.QueryString.HasValue ? "?" + FakeSlackReader.WithoutToken(request.QueryString.Value![1..]) : ""),
            ["contentType"] = request.ContentType?.Split(';')[0],
            ["headers"] = new JsonObject { ["authorization"] = request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', _, ..] ? "Bearer ***" : null },
        };
        if (request.ContentType is { } type)
        {
            line["rawContentType"] = type;
        }

        if (body is not null)
        {
            line["body"] = body.DeepClone();
        }

        // A cut line and a broken server have no answer that is Slack's.
        if (answer is { Status: < 500 })
        {
            line["status"] = answer.Status;
            line["response"] = answer.Body.DeepClone();
        }

        Add(line);
    }
}
