using System.Text.Json;
using EngageBot.Discord;
using EngageBot.Discord.Models;

namespace EngageBot.Tests.Discord;

public sealed class SnowflakeTests
{
    [Fact]
    public void An_id_tells_when_the_thing_was_made()
    {
        // The example of Discord's documentation.
        var id = Snowflake.Parse("175928847299117063");

        Assert.Equal(new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), id.CreatedAt);
        Assert.True(Snowflake.At(id.CreatedAt) <= id && id < Snowflake.At(id.CreatedAt.AddMilliseconds(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("12a")]
    [InlineData("18446744073709551616")]
    public void What_is_no_id_is_refused(string text)
    {
        Assert.False(Snowflake.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Snowflake.Parse(text));
    }

    [Theory]
    [InlineData("\"175928847299117063\"")]
    [InlineData("175928847299117063")]
    [InlineData("\"\\u0031\\u00375928847299117063\"")]
    public void An_id_is_read_from_text_or_number_and_written_as_text(string json)
    {
        var user = JsonSerializer.Deserialize($$"""{"id":{{json}}}""", DiscordJson.Default.User)!;

        Assert.Equal(175928847299117063UL, user.Id.Value);
        Assert.Contains("\"id\":\"175928847299117063\"", JsonSerializer.Serialize(user, DiscordJson.Default.User), StringComparison.Ordinal);
    }
}
