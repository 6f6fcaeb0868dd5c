using EngageBot.Chat;

namespace EngageBot.Tests.Chat;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("how do I\n\nopen it?", "how do I open it?")]
    [InlineData("@everyone look", "·everyone look")]
    [InlineData("<!channel> <@U12> <@&99> <#C1|secret>", "·channel ·someone ·role secret")]
    [InlineData("[a bank](https://evil.example/login) here", "(a bank)((link) here")]
    [InlineData("see discord.gg/abc and www.evil.example/x", "see (link) and (link)")]
    [InlineData("**bold** ||spoiler|| `code` ```x```", "bold spoiler 'code' '''x'''")]
    [InlineData("\u202Egnp.exe", "gnp.exe")]
    [InlineData("> quote # head", "› quote head")]
    [InlineData("&lt;!here&gt;", "lt;!here gt;")]
    [InlineData(null, "")]
    [InlineData("   ", "")]
    public void Nothing_in_it_pings_links_or_is_read_as_markup(string? text, string excerpt) => Assert.Equal(excerpt, Excerpt.Of(text));

    [Fact]
    public void It_is_short() => Assert.Equal(90, Excerpt.Of(new string('a', 5_000)).Length);
}
