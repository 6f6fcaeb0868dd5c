using System.Text;
using System.Text.Json;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;

namespace EngageBot.Slack.Events;

/// <summary>
/// The body of a request from Slack: events come as JSON, commands and interactions as forms. It becomes the same as what a socket's envelope carries.
/// <see href="https://docs.slack.dev/apis/events-api"/>.
/// </summary>
public static class EventRequest
{
    /// <summary>How often Slack has sent it before, from 1 on; not there the first time.</summary>
    public const string RetryNumHeader = "X-Slack-Retry-Num";

    /// <summary>Why Slack sends it again, such as <c>http_timeout</c>.</summary>
    public const string RetryReasonHeader = "X-Slack-Retry-Reason";

    private static readonly string[] CommandFields = ["team_id", "channel_id", "user_id"];

    /// <param name="body">A body whose signature was found good.</param>
    /// <param name="contentType">The header of that name.</param>
    /// <returns>An <see cref="InvalidPayload"/> where it is nothing of Slack's.</returns>
    public static SlackPayload Read(ReadOnlyMemory<byte> body, string? contentType) =>
        contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true ? Json("request", body, PayloadReader.Event) : Form(body);

    private static SlackPayload Form(ReadOnlyMemory<byte> body)
    {
        var form = FormText.Read(Encoding.UTF8.GetString(body.Span));
        if (form.TryGetValue("payload", out var payload))
        {
            return Json("interaction", Encoding.UTF8.GetBytes(payload), PayloadReader.Interaction);
        }

        return form.ContainsKey("command") ? Command(form)
            : form.ContainsKey("ssl_check") ? new UnknownPayload("ssl_check")
            : new InvalidPayload("request", "It is neither a command nor an interaction.");
    }

    private static SlackPayload Json(string type, ReadOnlyMemory<byte> json, Func<JsonElement, SlackPayload> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (JsonException)
        {
            return new InvalidPayload(type, "It is no JSON.");
        }
    }

    private static SlackPayload Command(Dictionary<string, string> form)
    {
        if (CommandFields.FirstOrDefault(name => !form.ContainsKey(name)) is { } missing)
        {
            return new InvalidPayload("slash_commands", $"{missing} is missing.");
        }

        return new SlashCommand
        {
            Command = form["command"],
            Text = form.GetValueOrDefault("text", ""),
            TeamId = form["team_id"],
            ChannelId = form["channel_id"],
            ChannelName = form.GetValueOrDefault("channel_name"),
            UserId = form["user_id"],
            UserName = form.GetValueOrDefault("user_name"),
            ResponseUrl = Uri.TryCreate(form.GetValueOrDefault("response_url"), UriKind.Absolute, out var address) ? new ResponseUrl(address) : null,
            TriggerId = form.GetValueOrDefault("trigger_id"),
            ApiAppId = form.GetValueOrDefault("api_app_id"),
        };
    }
}
