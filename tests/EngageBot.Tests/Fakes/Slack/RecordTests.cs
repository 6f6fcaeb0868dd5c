using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EngageBot.TestKit;
using EngageBot.Tests.Architecture;

namespace EngageBot.Tests.Fakes.Slack;

/// <summary>
/// Every method is called once. The record of that is held against Slack's own description of its API by the test run, where the tool for it is there, together
/// with the list of what that description is too old to know.
/// </summary>
public sealed partial class RecordTests
{
    private static readonly string List = Path.Combine(Repository.Root, "tests", "slack-since-2021.txt");

    [Fact]
    public async Task Every_method_is_in_the_record()
    {
        await using var slack = await SlackServer.StartAsync();
        slack.Fake.WebApi.Record.IsKept = true;

        foreach (var (method, content) in await CallsAsync(slack))
        {
            var token = method == "apps.connections.open" ? slack.Fake.App.Token : slack.Workspace.Token;
            var answer = (await slack.SendAsync(method, content, token)).Body;
            Assert.True(answer["ok"]!.GetValue<bool>(), $"{method}: {answer}");
        }

        var lines = slack.Fake.WebApi.Record.Lines.Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Empty(slack.Fake.WebApi.Methods.Except(lines.Select(line => line["path"]!.ToString()["/api/".Length..])));
        Assert.All(lines, line => Assert.True(line["response"]!["ok"]!.GetValue<bool>()));
        Assert.DoesNotContain(slack.Fake.WebApi.Record.Lines, line => line.Contains(slack.Workspace.Token, StringComparison.Ordinal) || line.Contains("xapp-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_description_does_not_know_is_listed_once_and_in_order()
    {
        await using var slack = await SlackServer.StartAsync();
        var lines = Listed();

        Assert.Equal(lines.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), lines);
        Assert.All(lines, line => Assert.Matches(Line(), line));
        Assert.All(lines, line => Assert.Contains(Line().Match(line).Groups["method"].Value, slack.Fake.WebApi.Methods));
    }

    [SharedDataFact("specs/slack-web-api.json")]
    public void What_is_listed_is_not_in_the_description()
    {
        using var file = File.OpenRead(SharedData.PathOf("specs/slack-web-api.json"));
        using var description = JsonDocument.Parse(file);
        var paths = description.RootElement.GetProperty("paths");

        Assert.All(Listed(), line => Assert.False(IsDescribed(paths, Line().Match(line)), line));
    }

    private static List<string> Listed() => [.. File.ReadLines(List).Where(line => !line.StartsWith('#'))];

    private static bool IsDescribed(JsonElement paths, Match line)
    {
        if (!paths.TryGetProperty($"/{line.Groups["method"].Value}", out var path))
        {
            Assert.False(line.Groups["argument"].Success, $"{line.Value} is of a method that is not described either");
            return false;
        }

        return !line.Groups["argument"].Success
            || path.EnumerateObject().First().Value.GetProperty("parameters").EnumerateArray().Any(known => known.GetProperty("name").GetString() == line.Groups["argument"].Value);
    }

    private static async Task<List<(string Method, HttpContent Content)>> CallsAsync(SlackServer slack)
    {
        const string Modal = """{"type":"modal","external_id":"settings","title":{"type":"plain_text","text":"Settings"},"blocks":[]}""";
        const string Home = """{"type":"home","blocks":[]}""";
        var (channel, user) = (slack.Channel, slack.User);
        var said = slack.World.AddMessage(channel, user, "hello").Ts;
        var slash = await slack.Workspace.SlashAsync(user, channel, "/engage");
        var shortcut = await slack.Workspace.ShortcutAsync(user, message: null, "more");
        var file = (await slack.CallAsync("files.getUploadURLExternal", ("filename", "a.txt"), ("length", "1")))["upload_url"]!.ToString();
        await slack.PostAsync(new Uri(file), new ByteArrayContent([1]));
        var own = (await slack.CallAsync("chat.postMessage", ("channel", channel), ("text", "own")))["ts"]!.ToString();
        var metadata = new JsonObject { ["event_type"] = "outbox", ["event_payload"] = new JsonObject { ["id"] = 1 } };
        var group = slack.World.AddUserGroup("helpers", user);
        return
        [
            ("api.test", SlackServer.Form()),
            ("auth.test", SlackServer.Form()),
            ("apps.connections.open", SlackServer.Form()),
            ("chat.postMessage", SlackServer.Json(new JsonObject { ["channel"] = channel, ["text"] = "t", ["thread_ts"] = said, ["unfurl_links"] = false, ["metadata"] = metadata })),
            ("chat.postEphemeral", SlackServer.Json(new JsonObject { ["channel"] = channel, ["user"] = user, ["text"] = "t" })),
            ("chat.update", SlackServer.Json(new JsonObject { ["channel"] = channel, ["ts"] = own, ["text"] = "t" })),
            ("chat.getPermalink", SlackServer.Form(("channel", channel), ("message_ts", own))),
            ("chat.delete", SlackServer.Json(new JsonObject { ["channel"] = channel, ["ts"] = own })),
            .. Reading(channel, user, said, group),
            ("reactions.add", SlackServer.Json(new JsonObject { ["channel"] = channel, ["timestamp"] = said, ["name"] = "wave" })),
            ("reactions.get", SlackServer.Form(("channel", channel), ("timestamp", said))),
            ("reactions.remove", SlackServer.Json(new JsonObject { ["channel"] = channel, ["timestamp"] = said, ["name"] = "wave" })),
            ("conversations.join", SlackServer.Json(new JsonObject { ["channel"] = channel })),
            ("conversations.open", SlackServer.Json(new JsonObject { ["users"] = user, ["return_im"] = true })),
            ("views.open", SlackServer.Json(new JsonObject { ["trigger_id"] = slash.TriggerId, ["view"] = JsonNode.Parse(Modal) })),
            ("views.push", SlackServer.Json(new JsonObject { ["trigger_id"] = shortcut.TriggerId, ["view"] = JsonNode.Parse(Modal) })),
            ("views.publish", SlackServer.Json(new JsonObject { ["user_id"] = user, ["view"] = JsonNode.Parse(Home) })),
            ("views.update", SlackServer.Form(("external_id", "settings"), ("view", Modal))),
            ("files.completeUploadExternal", SlackServer.Json(new JsonObject { ["files"] = new JsonArray(new JsonObject { ["id"] = file.Split('/')[^1] }), ["channel_id"] = channel })),
        ];
    }

    private static IEnumerable<(string Method, HttpContent Content)> Reading(string channel, string user, string said, string group) =>
    [
        ("conversations.list", SlackServer.Form(("types", "public_channel,private_channel"), ("exclude_archived", "true"), ("limit", "200"))),
        ("conversations.info", SlackServer.Form(("channel", channel))),
        ("conversations.history", SlackServer.Form(("channel", channel), ("oldest", "0"), ("limit", "200"), ("include_all_metadata", "true"))),
        ("conversations.replies", SlackServer.Form(("channel", channel), ("ts", said), ("include_all_metadata", "true"))),
        ("conversations.members", SlackServer.Form(("channel", channel))),
        ("users.conversations", SlackServer.Form(("types", "public_channel"))),
        ("users.info", SlackServer.Form(("user", user))),
        ("users.list", SlackServer.Form(("limit", "200"))),
        ("users.getPresence", SlackServer.Form(("user", user))),
        ("dnd.info", SlackServer.Form(("user", user))),
        ("usergroups.list", SlackServer.Form(("include_users", "true"))),
        ("usergroups.users.list", SlackServer.Form(("usergroup", group))),
    ];

    [GeneratedRegex(@"^(method (?<method>[\w.]+)|argument (?<argument>\w+) of (?<method>[\w.]+))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Line();
}
