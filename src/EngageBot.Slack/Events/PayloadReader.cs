using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;

namespace EngageBot.Slack.Events;

/// <summary>Makes payloads of JSON, the same for sockets and requests. What is not as documented becomes an <see cref="InvalidPayload"/>, never a fault.</summary>
internal static class PayloadReader
{
    /// <summary><see href="https://docs.slack.dev/apis/events-api#callback-field"/>.</summary>
    public static SlackPayload Event(JsonElement payload) => TypeOf(payload) switch
    {
        "event_callback" => Callback(payload),
        "url_verification" => As(payload, "url_verification", SlackJson.Default.UrlVerification),
        "app_rate_limited" => As(payload, "app_rate_limited", SlackJson.Default.AppRateLimited),
        { } other => new UnknownPayload(other),
        null => new InvalidPayload("events_api", "It has no type."),
    };

    /// <summary><see href="https://docs.slack.dev/interactivity/implementing-slash-commands"/>.</summary>
    public static SlackPayload Command(JsonElement payload) => As(payload, "slash_commands", SlackJson.Default.SlashCommand);

    /// <summary><see href="https://docs.slack.dev/reference/interaction-payloads"/>.</summary>
    public static SlackPayload Interaction(JsonElement payload) => TypeOf(payload) switch
    {
        "block_actions" => As(payload, "block_actions", SlackJson.Default.BlockActions),
        "block_suggestion" => As(payload, "block_suggestion", SlackJson.Default.BlockSuggestion),
        "message_action" => As(payload, "message_action", SlackJson.Default.MessageShortcut),
        "shortcut" => As(payload, "shortcut", SlackJson.Default.GlobalShortcut),
        "view_submission" => As(payload, "view_submission", SlackJson.Default.ViewSubmission),
        "view_closed" => As(payload, "view_closed", SlackJson.Default.ViewClosed),
        { } other => new UnknownPayload(other),
        null => new InvalidPayload("interactive", "It has no type."),
    };

    private static string? TypeOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? OneLine.Of(type.GetString()) : null;

    private static SlackPayload Callback(JsonElement payload)
    {
        try
        {
            var body = payload.Deserialize(SlackJson.Default.EventCallbackBody) ?? throw new JsonException("It is empty.");
            return new EventCallback
            {
                EventId = body.EventId,
                TeamId = body.TeamId,
                ContextTeamId = body.ContextTeamId,
                ApiAppId = body.ApiAppId,
                EventTime = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(body.EventTime, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds())),
                IsExtSharedChannel = body.IsExtSharedChannel,
                Authorizations = body.Authorizations,
                Event = Read(body.Event),
            };
        }
        catch (JsonException error)
        {
            return new InvalidPayload("event_callback", OneLine.Of(error.Message));
        }
    }

    private static SlackEvent Read(JsonElement json)
    {
        var type = TypeOf(json);
        try
        {
            return type is null ? new InvalidEvent("event", "It has no type.") : SlackEventReader.Read(type, json);
        }
        catch (JsonException error)
        {
            return new InvalidEvent(type!, OneLine.Of(error.Message));
        }
    }

    private static SlackPayload As<T>(JsonElement json, string type, JsonTypeInfo<T> info)
        where T : SlackPayload
    {
        try
        {
            return json.Deserialize(info) is { } payload ? payload : new InvalidPayload(type, "It is empty.");
        }
        catch (JsonException error)
        {
            return new InvalidPayload(type, OneLine.Of(error.Message));
        }
    }
}
