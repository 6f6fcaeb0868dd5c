using EngageBot.Slack;

namespace EngageBot.Tests.Slack;

public sealed class SlackTokenTests
{
    [Fact]
    public void Tokens_and_secrets_are_not_printed()
    {
        Assert.Equal("…", new BotToken(" xoxb-1-secret\n").ToString());
        Assert.Equal("…", new AppToken("xapp-1-A1-secret").ToString());
        Assert.Equal("…", new SigningSecret("8f742231b10e8888abcd99yyyzzz85a5").ToString());
        Assert.Equal("xoxb-1-secret", new BotToken(" xoxb-1-secret\n").Reveal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("xoxb-")]
    [InlineData("xapp-1-A1-secret")]
    [InlineData("xoxb-1 secret")]
    [InlineData("xoxb-1\r\nX-Evil: 1")]
    public void A_bot_token_of_another_shape_is_refused_with_a_line_that_does_not_show_it(string value)
    {
        var fault = Assert.Throws<ArgumentException>(() => new BotToken(value));
        Assert.Contains("xoxb-", fault.Message, StringComparison.Ordinal);
        Assert.Contains("OAuth & Permissions", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void The_sorts_of_token_do_not_pass_for_each_other()
    {
        Assert.Contains("connections:write", Assert.Throws<ArgumentException>(() => new AppToken("xoxb-1-secret")).Message, StringComparison.Ordinal);
        Assert.Contains("Basic Information", Assert.Throws<ArgumentException>(() => new SigningSecret("your-signing-secret")).Message, StringComparison.Ordinal);
    }
}
