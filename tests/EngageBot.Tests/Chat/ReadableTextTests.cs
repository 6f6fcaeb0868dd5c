using EngageBot.Chat;

namespace EngageBot.Tests.Chat;

public sealed class ReadableTextTests
{
    [Theory]
    [InlineData("hi <@U1>: see <https://example.org/a|the page>", "hi @Ada: see the page")]
    [InlineData("<@!42> and <@U2|old>", "@Bob and @someone")]
    [InlineData("<#C1|help> <!here> <!subteam^S1|@team> <@&77>", "#help @here @team @role")]
    [InlineData("<:blob:123> <a:dance:456>", ":blob: :dance:")]
    [InlineData("<https://example.org>", "https://example.org")]
    [InlineData("a < b and <script> stay", "a < b and <script> stay")]
    [InlineData("no marks", "no marks")]
    public void Marks_become_what_members_see(string text, string readable) =>
        Assert.Equal(readable, ReadableText.Of(text, id => id switch { "U1" => "Ada", "42" => "Bob", _ => null }));
}
