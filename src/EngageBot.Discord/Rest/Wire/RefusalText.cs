using System.Net;
using System.Text;
using System.Text.Json;

namespace EngageBot.Discord.Rest.Wire;

/// <summary>What Discord says when it refuses, in one line.</summary>
internal static class RefusalText
{
    private const int Longest = 1_000;

    public static ErrorBody? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, RestJson.Default.ErrorBody);
        }
        catch (JsonException)
        {
            return null; // not from Discord itself
        }
    }

    public static string Of(ErrorBody? error, HttpStatusCode status)
    {
        if (error is null or { Message: "" })
        {
            return status.ToString();
        }

        var text = new StringBuilder(error.Message);
        if (error.Errors is { } fields)
        {
            Append(text, fields, "");
        }

        return text.Length <= Longest ? text.ToString() : text.ToString(0, Longest) + "…";
    }

    public static string Of(RateLimitScope scope) => scope switch
    {
        RateLimitScope.InvalidRequests =>
            "No call is made for now: too many were refused in the last ten minutes, and Discord would ban this address. " +
            "Look into the refusals (missing permissions?).",
        RateLimitScope.Global => "Discord limits the bot as a whole.",
        RateLimitScope.Shared => "Discord limits this channel or guild, whoever calls.",
        _ => "Discord limits how often the bot may do this.",
    };

    /// <summary>A tree of field names with lists of complaints at its leaves.</summary>
    private static void Append(StringBuilder text, JsonElement node, string path)
    {
        if (node.ValueKind != JsonValueKind.Object || text.Length > Longest)
        {
            return;
        }

        foreach (var field in node.EnumerateObject())
        {
            if (field.Name == "_errors" && field.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var complaint in field.Value.EnumerateArray())
                {
                    var message = complaint.ValueKind == JsonValueKind.Object && complaint.TryGetProperty("message", out var words) ? words.ToString() : "";
                    text.Append("; ").Append(path).Append(": ").Append(message);
                }
            }
            else
            {
                Append(text, field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}");
            }
        }
    }
}
