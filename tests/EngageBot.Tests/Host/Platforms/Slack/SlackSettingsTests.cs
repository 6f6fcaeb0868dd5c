using EngageBot.Host.Configuration;
using EngageBot.Host.Platforms.Slack;

namespace EngageBot.Tests.Host.Platforms.Slack;

public sealed class SlackSettingsTests
{
    private const string Bot = "xoxb-made-up";
    private const string App = "xapp-made-up";
    private const string Secret = "0123456789abcdef0123456789abcdef";

    public static TheoryData<SlackOptions, string> Wrong => new()
    {
        { Options(), "AppToken" },
        { Options(mode: "Http", app: App), "SigningSecret" },
        { Options(mode: "Carrier pigeon", app: App), "Mode" },
        { Options(mode: "7", app: App), "Mode" },
        { Options(app: "xoxb-made-up"), "AppToken" },
        { Options(mode: "Http", secret: "made up"), "SigningSecret" },
        { new SlackOptions { BotToken = "made up", AppToken = App }, "BotToken" },
        { new SlackOptions { BotToken = App, AppToken = App }, "BotToken" },
        { new SlackOptions { BotToken = Bot, BotTokenFile = "token", AppToken = App }, "BotTokenFile" },
        { new SlackOptions { BotTokenFile = "/nowhere/token", AppToken = App }, "BotTokenFile" },
        { new SlackOptions { BotToken = Bot, AppToken = App, ApiBaseUrl = new Uri("http://slack.com/api/") }, "ApiBaseUrl" },
        { new SlackOptions { BotToken = Bot, AppToken = App, ApiBaseUrl = new Uri("ftp://127.0.0.1/") }, "ApiBaseUrl" },
        { new SlackOptions { BotToken = Bot, AppToken = App, Connections = 0 }, "Connections" },
        { new SlackOptions { BotToken = Bot, AppToken = App, Connections = 11 }, "Connections" },
        { new SlackOptions { BotToken = Bot, AppToken = App, ReadBackDays = -1 }, "ReadBackDays" },
        { new SlackOptions { BotToken = Bot, AppToken = App, ReadBackMessages = 1_000_000 }, "ReadBackMessages" },
        { Several(Bot, new SlackWorkspaceOptions { BotToken = "xoxb-made-too" }), "BotToken" },
        { Several(null, new SlackWorkspaceOptions()), "Workspaces:0:BotToken" },
        { Several(null, new SlackWorkspaceOptions { BotToken = Bot }, new SlackWorkspaceOptions { BotToken = "made up" }), "Workspaces:1:BotToken" },
        { Several(null, new SlackWorkspaceOptions { BotToken = Bot }, new SlackWorkspaceOptions { BotToken = Bot }), "Workspaces" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_setting_that_cannot_be_used_is_named_in_one_line_without_the_secrets(SlackOptions options, string setting)
    {
        var fault = Assert.Throws<ConfigurationException>(() => SlackSettings.Of(options));

        Assert.StartsWith($"EngageBot:Slack:{setting}", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("made", fault.ToString(), StringComparison.Ordinal);
        Assert.Single(fault.Message.Split('\n'));
    }

    [Fact]
    public void One_app_may_be_in_several_workspaces_and_each_may_have_its_own()
    {
        var settings = SlackSettings.Of(Several(null, new SlackWorkspaceOptions { BotToken = Bot }, new SlackWorkspaceOptions { BotToken = "xoxb-made-too", AppToken = "xapp-own" }))!;

        Assert.Equal(["xapp-made-up", "xapp-own"], settings.Workspaces.Select(workspace => workspace.AppToken!.Reveal()));
        Assert.DoesNotContain("made", settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_may_stand_in_files()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Bot + "\n");
        var settings = SlackSettings.Of(new SlackOptions { BotTokenFile = file, Mode = "http", SigningSecret = Secret })!;
        File.Delete(file);

        Assert.Equal((Bot, SlackMode.Http), (settings.Workspaces[0].BotToken.Reveal(), settings.Mode));
    }

    [Fact]
    public void Without_a_bot_token_Slack_is_not_configured() => Assert.Null(SlackSettings.Of(new SlackOptions { AppToken = App }));

    private static SlackOptions Options(string mode = "Socket", string? app = null, string? secret = null) => new() { BotToken = Bot, AppToken = app, SigningSecret = secret, Mode = mode };

    private static SlackOptions Several(string? bot, params SlackWorkspaceOptions[] workspaces)
    {
        var options = new SlackOptions { BotToken = bot, AppToken = App };
        foreach (var workspace in workspaces)
        {
            options.Workspaces.Add(workspace);
        }

        return options;
    }
}
