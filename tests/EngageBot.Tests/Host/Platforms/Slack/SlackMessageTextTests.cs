using EngageBot.Host.Platforms.Slack;
using EngageBot.Slack.Text;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Host.Platforms.Slack;

public sealed class SlackMessageTextTests
{
    private static readonly Uri Own = new("https://acme.slack.com/");

    private static readonly string[] Pieces =
    [
        "<", ">", "&", "!", "@", "#", "|", "^", ":", "/", ".", " ", "\n", "here", "channel", "everyone", "<!channel>", "<!here|here>", "<@U1>", "&lt;!channel&gt;", "@here",
        "<!subteam^S1|@staff>", "https://example.com", "https://acme.slack.com/", "https://acme.slack.com/<!here>", "https://acme.slack.com/|x", "mailto:a@example.com", "words", "😀", "\u2060",
    ];

    private static readonly Arbitrary<string> Hostile = Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void What_the_bot_says_can_ping_nobody_and_links_to_its_own_workspace_only() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Hostile, text =>
            MrkdwnReader.Read(SlackMessageText.Escape(text, Own)).All(part => part is TextPart.Plain or TextPart.Link { Label: null } && (part is not TextPart.Link link || link.Url.StartsWith(Own.AbsoluteUri, StringComparison.Ordinal)))));

    [Fact]
    public void It_reads_as_it_was_meant() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Hostile, text =>
            Bare(string.Concat(MrkdwnReader.Read(SlackMessageText.Escape(text, Own)).Select(part => part is TextPart.Link link ? link.Url : ((TextPart.Plain)part).Text))) == Bare(text)));

    [Theory]
    [InlineData("see https://acme.slack.com/archives/C1/p12?thread_ts=1.2&cid=C1 now", "see <https://acme.slack.com/archives/C1/p12?thread_ts=1.2&amp;cid=C1> now")]
    [InlineData("<!channel> look", "&lt;!channel&gt; look")]
    [InlineData("one\n@everyone", "one\n@\u2060everyone")]
    public void It_looks_the_same(string text, string sent) => Assert.Equal(sent, SlackMessageText.Escape(text, Own));

    private static string Bare(string text) => text.Replace("\u2060", "", StringComparison.Ordinal);
}
