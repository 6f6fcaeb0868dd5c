using EngageBot.Communities;
using EngageBot.Texts;

namespace EngageBot.Tests.Texts;

/// <summary>What is stored in English is told in the reader's language.</summary>
public sealed class RetellingTests
{
    private static readonly TextBook German = TextBook.In("de");

    public static TheoryData<CommunityRules> Unusable =>
    [
        new CommunityRules { WaitAtLeast = TimeSpan.Zero },
        new CommunityRules { WaitAtLeast = TimeSpan.FromHours(3), WaitAtMost = TimeSpan.FromHours(2) },
        new CommunityRules { WaitWithoutHistory = TimeSpan.FromSeconds(1) },
        new CommunityRules { RestAfter = TimeSpan.FromDays(31) },
        new CommunityRules { RestAfter = TimeSpan.FromSeconds(1) },
        new CommunityRules { WatchedChannels = ["#a"], IgnoredChannels = ["#a"] },
        new CommunityRules { WatchedChannels = [" "] },
        new CommunityRules { BoardChannel = " " },
        new CommunityRules { ModeratorChannel = " " },
        new CommunityRules { DigestChannel = " " },
        new CommunityRules { DigestHour = 24 },
        new CommunityRules { ModeratorRole = "@everyone" },
        new CommunityRules { AnsweredEmoji = [" "] },
        new CommunityRules { Language = "tlh" },
        new CommunityRules { AsksPerPost = 6 },
        new CommunityRules { AsksPerDay = -1 },
        new CommunityRules { QuietHours = new QuietHours(new TimeOnly(1, 0), new TimeOnly(2, 0), "Nowhere/City") },
        new CommunityRules { QuietHours = new QuietHours(new TimeOnly(1, 0), new TimeOnly(2, 0), " ") },
        new CommunityRules { QuietHours = new QuietHours(new TimeOnly(1, 0), new TimeOnly(1, 0), "Europe/Berlin") },
        new CommunityRules { Texts = null! },
        new CommunityRules { Texts = new Dictionary<string, string> { ["nothing.like.it"] = "Hello" } },
        new CommunityRules { Texts = new Dictionary<string, string> { ["board.titel"] = "Hello" } },
        new CommunityRules { Texts = new Dictionary<string, string> { ["board.title"] = " " } },
        new CommunityRules { Texts = new Dictionary<string, string> { ["board.title"] = "Hello\u202E" } },
        new CommunityRules { Texts = new Dictionary<string, string> { ["board.title"] = "Hello @everyone" } },
        new CommunityRules { Texts = new Dictionary<string, string> { ["board.title"] = "Hello {name}" } },
        new CommunityRules { Texts = new Dictionary<string, string> { ["ask.text"] = "Hello {post}" } },
        new CommunityRules { Channels = [new ChannelRules { Channel = "slow", WaitAtLeast = TimeSpan.FromDays(6), WaitAtMost = TimeSpan.FromDays(5) }] },
    ];

    [Theory, MemberData(nameof(Unusable))]
    public void A_refusal_is_told_in_every_language(CommunityRules rules)
    {
        var english = RulesValidator.Problem(rules)!;
        Assert.Equal(english, Retelling.Of(english, TextBook.In("en"), "refusal"));
        foreach (var language in TextBook.Languages.Where(language => language != "en"))
        {
            var told = Retelling.Of(english, TextBook.In(language), "refusal");
            Assert.NotNull(told);
            Assert.NotEqual(english, told);
            Assert.DoesNotContain("waitAt", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_stands_in_a_placeholder_stays_and_is_told_too_where_it_is_a_sentence()
    {
        Assert.Equal("Die Zeitzone Nowhere/City ist nicht bekannt. Nimm einen Namen wie Europe/Berlin.", Retelling.Of("the time zone Nowhere/City is not known. Use a name like Europe/Berlin.", German, "refusal"));
        Assert.Equal(
            "Im Kanal slow: Die kürzeste Wartezeit (2.00:00:00) ist länger als die längste (1.00:00:00).",
            Retelling.Of("in the channel slow, waitAtLeast (2.00:00:00) is longer than waitAtMost (1.00:00:00).", German, "refusal"));
    }

    [Theory]
    [InlineData("Somebody sang.")]
    [InlineData("")]
    [InlineData("the time zone  is not known. Use a name like Europe/Berlin.")]
    [InlineData("Somebody replied. Twice.")]
    public void What_has_no_text_is_not_told(string sentence) => Assert.Null(Retelling.Of(sentence, German, "refusal", "outcome"));

    [Theory]
    [InlineData("a newcomer or someone nobody answers waits half as long")]
    [InlineData("answers in this community take long, and nobody should wait longer")]
    [InlineData("if nobody has replied by then")]
    [InlineData("Answered here once in the last 30 days, last seen just now; nine in ten answers in this channel had come by then.")]
    [InlineData("Answered here 12 times in the last 30 days, also about lid and box, last seen 3 hours ago; a member asked for it.")]
    [InlineData("Agreed to be asked, last seen 2 days ago; too little was answered so far to know the usual time.")]
    [InlineData("Likes to be asked about lid, last seen 90 minutes ago; somebody who was asked could not.")]
    [InlineData("Chose to greet newcomers; a newcomer or someone nobody answers waits half as long.")]
    [InlineData("Waiting board: still open after people were asked.")]
    [InlineData("Forum tag: those who agreed to be asked were asked lately, or are away.")]
    [InlineData("Reply under the post: nobody here has agreed to be asked yet.")]
    public void Why_somebody_is_asked_is_told_in_every_language(string reason)
    {
        Assert.Equal(reason, Retelling.Of(reason, TextBook.In("en"), "because"));
        foreach (var language in TextBook.Languages.Where(language => language != "en"))
        {
            var told = Retelling.Of(reason, TextBook.In(language), "because");
            Assert.NotNull(told);
            Assert.DoesNotContain("ask", told, StringComparison.Ordinal);
            Assert.DoesNotContain("last", told, StringComparison.Ordinal);
            Assert.DoesNotContain(" ago;", told, StringComparison.Ordinal);
        }
    }
}
