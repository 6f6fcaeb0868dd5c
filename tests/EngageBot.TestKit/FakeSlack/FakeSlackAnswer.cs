using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>What a method answers: always 200 but where Slack limits.</summary>
/// <param name="RetryAfter">Goes with 429.</param>
public sealed record FakeSlackAnswer(int Status, JsonObject Body, TimeSpan? RetryAfter = null)
{
    public static FakeSlackAnswer Ok(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var body = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in fields)
        {
            body.With(name, value);
        }

        return new FakeSlackAnswer(200, body);
    }

    public static FakeSlackAnswer Error(string error) => new(200, new JsonObject { ["ok"] = false, ["error"] = error });

    /// <summary>With the sentences Slack gives to those who develop.</summary>
    public static FakeSlackAnswer Error(string error, IEnumerable<string> messages)
    {
        var answer = Error(error);
        answer.Body["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(message => JsonValue.Create(message))]) };
        return answer;
    }

    /// <summary><see href="https://docs.slack.dev/apis/web-api/rate-limits"/>.</summary>
    public static FakeSlackAnswer Limited(TimeSpan retryAfter) => Error("ratelimited") with { Status = 429, RetryAfter = retryAfter };
}
