using System.Text;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Host.Platforms.Slack.Commands;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Interactions;
using EngageBot.Slack.WebApi;
using EngageBot.TestKit.FakeSlack;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Platforms.Slack.Commands;

public sealed class SlackFilesTests
{
    [Fact]
    public async Task A_file_is_handed_over_in_the_conversation_with_the_bot()
    {
        await using var slack = await FakeSlack.StartAsync();
        var workspace = slack.AddWorkspace();
        var ada = workspace.World.AddUser("ada");
        var client = new SlackWebClient(new BotToken(workspace.Token), new SlackWebClientOptions { BaseAddress = slack.Api }, TimeProvider.System, NullLogger.Instance);
        var own = new SlackWorkspaceSettings(new BotToken(workspace.Token));
        var settings = new SlackSettings { Mode = SlackMode.Socket, ApiBaseUrl = slack.Api, Workspaces = [own] };
        using var world = new SlackWorld(settings, own, (await client.TestAuthAsync(CancellationToken.None)).ValueOrThrow(), client, TimeProvider.System);

        Assert.True(await SlackFiles.HandAsync(world, ada, new ReplyFile("export.json", Encoding.UTF8.GetBytes("{}")), CancellationToken.None));

        var file = Assert.Single(workspace.World.Files.Values);
        Assert.Equal(("export.json", "{}", true), (file.Name, Encoding.UTF8.GetString([.. file.Data]), file.IsComplete));
        Assert.Equal(ada, Assert.Single(slack.WebApi.CallsOf("conversations.open")).Arguments["users"]!.ToString());
        Assert.StartsWith("D", Assert.Single(slack.WebApi.CallsOf("files.completeUploadExternal")).Arguments["channel_id"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shortcut_on_a_message_asks_about_that_message()
    {
        var community = new CommunityId(Platform.Slack, "T1");
        var by = new Asker(community, new MemberId(community, "U1"), DateTimeOffset.UnixEpoch);
        var shortcut = new MessageShortcut
        {
            CallbackId = "why",
            User = new InteractionUser { Id = "U1" },
            Channel = new InteractionChannel { Id = "D1" },
            Message = new Message { Ts = Timestamp.Parse("5.000005") },
        };

        var asked = Assert.IsType<CommandRequest.OnMessage>(SlackQuestionReader.Read(shortcut, by));
        Assert.Equal(("why", new MessagePlace(new ChannelId(community, "D1"), null, new MessageId(5_000_005))), (asked.Command, asked.Message));
    }
}
