using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Answers to commands and clicks: <see href="https://docs.slack.dev/interactivity/handling-user-interaction"/>.</summary>
internal sealed class FakeResponseUrls(FakeSlack slack)
{
    private const int Uses = 5;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public void Map(WebApplication server) => server.MapPost("/actions/{team}/{number:int}/{secret}", HandleAsync);

    private async Task HandleAsync(HttpContext http)
    {
        var workspace = slack.Workspaces.FirstOrDefault(known => known.TeamId == http.Request.RouteValues["team"]?.ToString());
        var number = int.Parse(http.Request.RouteValues["number"]!.ToString()!, CultureInfo.InvariantCulture);
        var interaction = workspace?.Interactions.ElementAtOrDefault(number);
        if (workspace is null || interaction is null || interaction.ResponseUrl.AbsolutePath != http.Request.Path.Value)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject ?? [];
        var error = Refusal(interaction, workspace, body);
        if (error is not null)
        {
            http.Response.StatusCode = error is "used_url" or "expired_url" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync(error, http.RequestAborted);
            return;
        }

        FakeTextRules.Check("response_url", slack, [body.Text("text") ?? "", .. FakeBlockRules.Spoken(body["blocks"])]);
        interaction.Add(body);
        _ = workspace.HappenAsync(() => Follow(workspace, interaction, body));
        await http.Response.WriteAsync("ok", http.RequestAborted);
    }

    private static string? Refusal(FakeSlackInteraction interaction, FakeWorkspace workspace, JsonObject body)
    {
        if (workspace.World.Now - interaction.At > Lifetime)
        {
            return "expired_url";
        }

        if (interaction.Responses.Count >= Uses)
        {
            return "used_url";
        }

        return body["blocks"] is { } blocks && FakeBlockRules.OfMessage(blocks).Count > 0 ? "invalid_blocks" : null;
    }

    private static void Follow(FakeWorkspace workspace, FakeSlackInteraction interaction, JsonObject body)
    {
        var world = workspace.World;
        if (interaction.Channel is null)
        {
            return;
        }

        var channel = world.Channels[interaction.Channel];
        var original = channel.Messages.GetValueOrDefault(interaction.Ts ?? "");
        var shown = world.Ephemerals.FirstOrDefault(seen => seen.Channel == channel.Id && seen.User == interaction.User && seen.Message.Text("ts") == interaction.Ts);
        var replaces = body["replace_original"]?.GetValue<bool>() == true;
        if (body["delete_original"]?.GetValue<bool>() == true || (replaces && shown is not null))
        {
            world.Ephemerals.Remove(shown!);
            if (original is not null)
            {
                world.Messages.Delete(channel, original);
            }

            if (!replaces)
            {
                return;
            }
        }

        var call = new FakeSlackCall { Method = "response_url", Arguments = body.Copy(), Workspace = workspace, At = world.Now };
        var message = FakeChatMethods.Message(call);
        if (replaces && original is not null)
        {
            world.Messages.Edit(channel, original, world.BotUserId, edited => edited.With("text", message["text"]).With("blocks", message["blocks"]));
        }
        else if (body.Text("response_type") == "in_channel")
        {
            world.Messages.Post(channel, message, body.Text("thread_ts"));
        }
        else
        {
            world.Ephemerals.Add(new FakeEphemeral(channel.Id, interaction.User, message.With("is_ephemeral", true)));
        }
    }
}
