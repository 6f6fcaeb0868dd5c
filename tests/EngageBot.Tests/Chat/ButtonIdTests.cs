using EngageBot.Chat;

namespace EngageBot.Tests.Chat;

public sealed class ButtonIdTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var button = new ButtonId("ask", "not-for-me", long.MaxValue);
        Assert.True(ButtonId.TryParse(button.ToString(), out var read));
        Assert.Equal(button, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ask")]
    [InlineData("ask:will")]
    [InlineData("ask:will:")]
    [InlineData("ask:will:-1")]
    [InlineData("ask:will:1:2")]
    [InlineData(":will:1")]
    [InlineData("ask::1")]
    [InlineData("Ask:will:1")]
    [InlineData("ask:will:99999999999999999999")]
    [InlineData("ask; DROP TABLE outbox:will:1")]
    public void What_the_bot_did_not_write_is_no_button_of_it(string? text) => Assert.False(ButtonId.TryParse(text, out _));
}
