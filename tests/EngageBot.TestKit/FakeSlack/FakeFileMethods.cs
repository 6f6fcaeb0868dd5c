using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static EngageBot.TestKit.FakeSlack.FakeSlackMethods;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Files in three steps: an address, the bytes, a channel. <see href="https://docs.slack.dev/messaging/working-with-files"/>.</summary>
internal sealed class FakeFileMethods(FakeSlack slack, FakeSlackOptions options)
{
    private const string Prefix = "/upload/v1/";

    public static void Map(FakeSlack slack, WebApplication server) => server.MapPost(Prefix + "{team}/{file}", (HttpContext http) => UploadAsync(slack, http));

    public IEnumerable<FakeSlackMethod> All() =>
    [
        new("files.getUploadURLExternal", Tier4, GetAddress) { TakesJson = false, Needs = Always("files:write"), Required = ["filename", "length"] },
        new("files.completeUploadExternal", Tier4, Complete) { Needs = Always("files:write"), Required = ["files"] },
    ];

    private static async Task UploadAsync(FakeSlack slack, HttpContext http)
    {
        var world = slack.Workspaces.FirstOrDefault(workspace => workspace.TeamId == http.Request.RouteValues["team"]?.ToString())?.World;
        if (world?.Files.GetValueOrDefault(http.Request.RouteValues["file"]?.ToString() ?? "") is not { } file)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var data = new MemoryStream();
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        await using var body = form is { Files: [var part, ..] } ? part.OpenReadStream() : http.Request.Body;
        await body.CopyToAsync(data, http.RequestAborted);
        if (!slack.Violations.Expect(data.Length == file.Length, $"A file of {data.Length} bytes was announced with {file.Length}"))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        lock (world.Gate)
        {
            file.Data = data.ToArray();
            file.IsUploaded = true;
        }

        await http.Response.WriteAsync($"OK - {data.Length}", http.RequestAborted);
    }

    private FakeSlackAnswer GetAddress(FakeSlackCall call)
    {
        if (call.Number("length", 0) <= 0)
        {
            return FakeSlackAnswer.Error("invalid_arguments", ["[ERROR] length must be greater than 0"]);
        }

        var file = new FakeSlackFile { Id = call.World.NewId('F'), Name = call.Text("filename")!, Length = call.Number("length", 0), AltText = call.Text("alt_txt") };
        call.World.Files[file.Id] = file;
        var address = new Uri(slack.Address, $"{Prefix}{call.World.TeamId}/{file.Id}");
        return FakeSlackAnswer.Ok(("upload_url", address.OriginalString), ("file_id", file.Id));
    }

    private FakeSlackAnswer Complete(FakeSlackCall call)
    {
        if (call.Json("files") is not JsonArray { Count: > 0 } named || named.Any(file => file.Text("id") is null))
        {
            return FakeSlackAnswer.Error("invalid_arguments", ["[ERROR] files must be an array of objects with an id"]);
        }

        var files = named.Select(file => call.World.Files.GetValueOrDefault(file.Text("id")!)).OfType<FakeSlackFile>().Where(file => file is { IsUploaded: true, IsComplete: false }).ToList();
        if (files.Count < named.Count)
        {
            return FakeSlackAnswer.Error("file_not_found");
        }

        var channel = call.Channel("channel_id");
        if (call.Text("channel_id") is not null && (channel is null || !channel.Members.Contains(call.World.BotUserId)))
        {
            return FakeSlackAnswer.Error(channel is null || !IsVisible(call, channel) ? "channel_not_found" : "not_in_channel");
        }

        for (var index = 0; index < files.Count; index++)
        {
            files[index].IsComplete = true;
            files[index].ReadyAt = call.World.Now + options.FilesReadyAfter;
            files[index].Title = named[index].Text("title") ?? files[index].Name;
        }

        JsonArray told = [.. files.Select(file => FakeSlackJson.File(file, call.World.BotUserId))];
        if (channel is not null)
        {
            FakeTextRules.Check(call.Method, slack, [call.Text("initial_comment") ?? ""]);
            var message = FakeChatMethods.Message(call).With("text", call.Text("initial_comment") ?? "").With("subtype", "file_share").With("files", told);
            call.World.Messages.Post(channel, message, call.Text("thread_ts"));
        }

        return FakeSlackAnswer.Ok(("files", told));
    }
}
