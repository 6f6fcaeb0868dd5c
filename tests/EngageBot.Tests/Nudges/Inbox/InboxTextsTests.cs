using EngageBot.Chat;
using EngageBot.Nudges.Inbox;
using EngageBot.TestKit;
using EngageBot.Texts;
using EngageBot.Unanswered;

namespace EngageBot.Tests.Nudges.Inbox;

public sealed class InboxTextsTests
{
    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void What_was_written_a_moment_ago_has_not_waited_for_no_minutes(string language)
    {
        var texts = TextBook.In(language);
        foreach (var words in (string?[])["how do I open it?", null])
        {
            var fresh = LineOf(words, TimeSpan.FromSeconds(59), texts);
            Assert.DoesNotContain("0 min", fresh, StringComparison.Ordinal);
            Assert.Equal(fresh, LineOf(words, TimeSpan.Zero, texts));
            Assert.NotEqual(fresh, LineOf(words, TimeSpan.FromMinutes(1), texts));
            Assert.Contains("1 min", LineOf(words, TimeSpan.FromMinutes(1), texts), StringComparison.Ordinal);
            Assert.Contains("2 h", LineOf(words, TimeSpan.FromMinutes(125), texts), StringComparison.Ordinal);
            Assert.Contains("47 h", LineOf(words, TimeSpan.FromHours(47.5), texts), StringComparison.Ordinal);
            Assert.Contains(" 5 d", LineOf(words, TimeSpan.FromHours(141), texts).Replace('、', ' ').Replace('（', ' '), StringComparison.Ordinal);
        }
    }

    private static string LineOf(string? words, TimeSpan waited, TextBook texts) => InboxTexts.Of(new InboxPage([PostOf(words)], HasMore: false), _ => null, TestTime.Noon + waited, texts).Split('\n')[1];

    private static InboxPost PostOf(string? words) => new()
    {
        Post = new WaitingPost(1, 1, 1, TestTime.Noon.ToUnixTimeMilliseconds()),
        Kind = default,
        Place = new MessagePlace(TestTime.Channel("help"), Thread: null, new MessageId(1)),
        ChannelName = "help",
        IsForEveryone = true,
        Text = words,
    };
}
