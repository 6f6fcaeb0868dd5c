using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>What a route answers.</summary>
public sealed record FakeRestAnswer(int Status, JsonNode? Body)
{
    public static readonly FakeRestAnswer NoContent = new(204, Body: null);

    public static FakeRestAnswer Ok(JsonNode body) => new(200, body.DeepClone());

    public static FakeRestAnswer Created(JsonNode body) => new(201, body.DeepClone());

    public static FakeRestAnswer Error(int status, int code, string message) => new(status, new JsonObject { ["code"] = code, ["message"] = message });

    public static FakeRestAnswer NotFound(int code, string what) => Error(404, code, $"Unknown {what}");

    public static FakeRestAnswer InvalidForm(string field, string message) => new(400, new JsonObject
    {
        ["code"] = 50035,
        ["message"] = "Invalid Form Body",
        ["errors"] = new JsonObject { [field] = new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = 0, ["message"] = message }) } },
    });
}
