using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Reads calls, and says where their form is not Slack's: <see href="https://docs.slack.dev/apis/web-api/"/>.</summary>
internal static class FakeSlackReader
{
    /// <summary>The arguments, the body as the record keeps it, and what is wrong with the form if anything is.</summary>
    public static async Task<(JsonObject Arguments, JsonNode? Body, string? Error)> ReadAsync(HttpRequest request, FakeSlackMethod? method, FakeViolations violations)
    {
        var arguments = new JsonObject();
        foreach (var (name, value) in request.Query)
        {
            arguments[name] = value.ToString();
        }

        violations.Expect(!request.Query.ContainsKey("token"), $"{method?.Name} was called with a token in its address");
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var type = request.ContentType?.Split(';')[0];
        if (text.Length == 0)
        {
            return (arguments, null, null);
        }

        if (type == "application/x-www-form-urlencoded")
        {
            Add(arguments, text);
            return (arguments, JsonValue.Create(WithoutToken(text)), null);
        }

        if (type != "application/json")
        {
            return (arguments, null, type is null ? "missing_post_type" : "invalid_post_type");
        }

        return ReadJson(text, arguments, method, violations);
    }

    /// <summary>The text of a form, or of a query, without the token.</summary>
    public static string WithoutToken(string form) =>
        string.Join('&', form.Split('&').Select(field => field.TrimStart('?').StartsWith("token=", StringComparison.Ordinal) ? "token=***" : field));

    private static (JsonObject Arguments, JsonNode? Body, string? Error) ReadJson(string text, JsonObject arguments, FakeSlackMethod? method, FakeViolations violations)
    {
        JsonObject? body;
        try
        {
            body = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return (arguments, null, "invalid_json");
        }

        if (body is null)
        {
            return (arguments, null, "json_not_object");
        }

        // Slack does not see the arguments of a method that takes none of its arguments as JSON.
        if (violations.Expect(method?.TakesJson != false, $"{method?.Name} takes no JSON"))
        {
            foreach (var (name, value) in body)
            {
                arguments[name] = value?.DeepClone();
            }
        }

        // In JSON the token is no argument: it belongs into the header.
        if (!violations.Expect(!body.Remove("token"), $"{method?.Name} was called with a token in its JSON"))
        {
            arguments.Remove("token");
        }

        return (arguments, body, null);
    }

    private static void Add(JsonObject arguments, string form)
    {
        foreach (var (name, value) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(form))
        {
            arguments[name] = value.ToString();
        }
    }
}
