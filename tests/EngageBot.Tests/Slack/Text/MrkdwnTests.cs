using EngageBot.Slack.Text;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Slack.Text;

public sealed class MrkdwnTests
{
    private static readonly string[] Pieces =
    [
        "<", ">", "&", "!", "@", "#", "|", "^", ":", "/", ".", " ", "here", "channel", "everyone", "<!channel>", "<!here|here>", "<@U1>", "&lt;!channel&gt;", "@here",
        "<!subteam^S1|@staff>", "https://example.com", "mailto:a@example.com", "example.com", "<!date^1^{date}|x>", "&amp;", "words", "é", "😀", "\n", "\u2060",
    ];

    private static readonly Arbitrary<string> Hostile = Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Escaping_goes_both_ways() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Hostile, text => Mrkdwn.Unescape(Mrkdwn.Escape(text)) == text));

    [Fact]
    public void What_a_member_wrote_reads_as_plain_words_and_the_same_ones() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Hostile, text =>
        {
            var parts = MrkdwnReader.Read(Mrkdwn.Harmless(text));
            return parts.All(part => part is TextPart.Plain) && Bare(string.Concat(parts.Cast<TextPart.Plain>().Select(part => part.Text))) == Bare(text);
        }));

    [Fact]
    public void What_a_member_wrote_can_ping_nobody_and_link_nowhere_however_Slack_reads_it() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Hostile, text =>
        {
            var safe = Mrkdwn.Harmless(text);
            string[] forbidden = ["<", ">", "@here", "@channel", "@everyone", "@staff", "#words", "://", "https:/", "mailto:a", "example.com"];
            return !forbidden.Any(word => safe.Contains(word, StringComparison.OrdinalIgnoreCase));
        }));

    [Theory]
    [InlineData("<!channel> look", "&lt;!channel&gt; look")]
    [InlineData("R&D", "R&amp;D")]
    [InlineData("@everyone", "@\u2060everyone")]
    [InlineData("at 10:30, v1.5", "at 10:30, v1.\u20605")]
    [InlineData("see https://x.org", "see https:\u2060//x.\u2060org")]
    [InlineData("so: this.", "so: this.")]
    public void What_is_harmless_looks_the_same(string text, string safe) => Assert.Equal(safe, Mrkdwn.Harmless(text));

    [Fact]
    public void Mentions_links_and_dates_are_read_as_they_were_built()
    {
        var text = $"{Mrkdwn.User("U1")} in {Mrkdwn.Channel("C1")}: {Mrkdwn.Link(new Uri("https://example.com/?a=1&b=2|3"), "a > b | c")} "
            + $"{Mrkdwn.UserGroup("S1")} {Mrkdwn.Date(DateTimeOffset.FromUnixTimeSeconds(1_712_345_678), "{date} {time}", "a Friday")}";

        Assert.Equal(
            [
                new TextPart.User("U1", null),
                new TextPart.Plain(" in "),
                new TextPart.Channel("C1", null),
                new TextPart.Plain(": "),
                new TextPart.Link("https://example.com/?a=1&b=2%7C3", "a > b ¦ c"),
                new TextPart.Plain(" "),
                new TextPart.UserGroup("S1", null),
                new TextPart.Plain(" "),
                new TextPart.Date(DateTimeOffset.FromUnixTimeSeconds(1_712_345_678), "a Friday"),
            ],
            MrkdwnReader.Read(text));
    }

    [Theory]
    [InlineData("U1> <!channel")]
    [InlineData("")]
    [InlineData("U1|x")]
    public void An_id_cannot_break_out_of_its_mention(string id)
    {
        Assert.Throws<ArgumentException>(() => Mrkdwn.User(id));
        Assert.Throws<ArgumentException>(() => Mrkdwn.Channel(id));
        Assert.Throws<ArgumentException>(() => Mrkdwn.UserGroup(id));
    }

    [Fact]
    public void A_label_cannot_break_out_of_its_link() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Hostile, label =>
        MrkdwnReader.Read(Mrkdwn.Link(new Uri("https://example.com"), label)) is [TextPart.Link { Url: "https://example.com/" }]));

    private static string Bare(string text) => text.Replace("\u2060", "", StringComparison.Ordinal);
}
