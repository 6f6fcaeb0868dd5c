using EngageBot.Host.Configuration;
using EngageBot.Host.Platforms.Discord;

namespace EngageBot.Tests.Host.Platforms.Discord;

public sealed class DiscordSettingsTests
{
    private const string Token = "made.up.token";

    public static TheoryData<DiscordOptions, string> Wrong => new()
    {
        { new DiscordOptions { Token = Token, ApiBaseUrl = new Uri("http://discord.com/api/v10/") }, "ApiBaseUrl" },
        { new DiscordOptions { Token = Token, ApiBaseUrl = new Uri("ftp://127.0.0.1/") }, "ApiBaseUrl" },
        { new DiscordOptions { Token = Token, ApiBaseUrl = new Uri("api/v10", UriKind.Relative) }, "ApiBaseUrl" },
        { new DiscordOptions { Token = Token, Shards = "4" }, "Shards" },
        { new DiscordOptions { Token = Token, Shards = "0-16/16" }, "Shards" },
        { new DiscordOptions { Token = Token, ReadBackDays = -1 }, "ReadBackDays" },
        { new DiscordOptions { Token = Token, ReadBackMessages = 1_000_000 }, "ReadBackMessages" },
        { new DiscordOptions { Token = Token, TokenFile = "token" }, "TokenFile" },
        { new DiscordOptions { TokenFile = "/nowhere/token" }, "TokenFile" },
        { new DiscordOptions { Token = Token, UserAgentUrl = new Uri("ftp://example.org/") }, "UserAgentUrl" },
        { new DiscordOptions { Token = Token, UserAgentUrl = new Uri("page", UriKind.Relative) }, "UserAgentUrl" },
        { new DiscordOptions { Token = Token, UserAgentUrl = new Uri("https://example.org/a)b") }, "UserAgentUrl" },
        { new DiscordOptions { Token = "made up" }, "Token" },
        { new DiscordOptions { Token = "made\nup" }, "Token" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_setting_that_cannot_be_used_is_named_in_one_line_without_the_token(DiscordOptions options, string setting)
    {
        var fault = Assert.Throws<ConfigurationException>(() => DiscordSettings.Of(options));

        Assert.StartsWith($"EngageBot:Discord:{setting}", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("made", fault.ToString(), StringComparison.Ordinal);
        Assert.Single(fault.Message.Split('\n'));
    }

    [Theory]
    [InlineData(null, "https://engagebot.invalid/")]
    [InlineData("https://example.org/our-bot", "https://example.org/our-bot")]
    public void Discord_is_told_a_page_about_the_bot(string? page, string told) =>
        Assert.Equal(told, DiscordSettings.Of(new DiscordOptions { Token = Token, UserAgentUrl = page is null ? null : new Uri(page) })!.UserAgentUrl.AbsoluteUri);

    [Theory]
    [InlineData(false, false, 513 | (1 << 10))]
    [InlineData(true, false, 513 | (1 << 10) | (1 << 15))]
    [InlineData(false, true, 513 | (1 << 10) | (1 << 1))]
    public void No_more_is_asked_for_than_is_set(bool content, bool members, int intents) =>
        Assert.Equal((EngageBot.Discord.Models.GatewayIntents)intents, DiscordConnection.IntentsOf(content, members));

    [Fact]
    public void Members_are_not_asked_for_by_default() => Assert.False(DiscordSettings.Of(new DiscordOptions { Token = Token })!.Members);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_token_there_is_no_Discord(string? token) => Assert.Null(DiscordSettings.Of(new DiscordOptions { Token = token }));

    [Theory]
    [InlineData("made.up.token")]
    [InlineData(" made.up.token\n")]
    [InlineData("Bot made.up.token")]
    public void The_token_is_read_as_people_copy_it_and_never_printed(string token)
    {
        var options = new DiscordOptions { Token = token, ApiBaseUrl = new Uri("http://127.0.0.1:5000/api/v10") };

        var settings = DiscordSettings.Of(options)!;

        Assert.Equal(Token, settings.Token.Reveal());
        Assert.DoesNotContain("made", $"{settings}{options}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_may_stand_in_a_file_of_its_own()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Token + "\n");

        Assert.Equal(Token, DiscordSettings.Of(new DiscordOptions { TokenFile = file })!.Token.Reveal());

        File.Delete(file);
    }
}
