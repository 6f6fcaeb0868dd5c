using EngageBot.Chat;
using EngageBot.SelfPromotion;
using EngageBot.SelfPromotion.Queue;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.SelfPromotion.Queue;

public sealed class QueueTextsTests
{
    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void Moderators_read_every_reason_in_their_language(string language)
    {
        var signals = new PromotionSignals { HasLink = true, SameText = new Repeats(3, 3), SameLink = new Repeats(4, 1), OwnDomainTimes = 3, ScheduledTimes = 4, Balance = new Balance(2, 0) };
        var other = signals with { SameText = new Repeats(4, 1), SameLink = new Repeats(3, 3) };
        var loud = new PromotionVerdict(PromotionClassifier.Threshold + 0.1f, []);
        string[] reasons =
        [
            .. PromotionReasons.All, QueueTexts.Taught, "not the first, and answers few others",
            .. PromotionPolicy.Decide(loud, signals).Reasons, .. PromotionPolicy.Decide(loud, other).Reasons,
        ];

        Assert.True(reasons.Distinct().Count() >= 23, string.Join(" | ", reasons));
        foreach (var reason in reasons)
        {
            var shown = QueueTexts.Question(PostFor(reason), link: null, TextBook.In(language));
            Assert.Equal(language == TextBook.DefaultLanguage, shown.Contains($"({reason})", StringComparison.Ordinal) || shown.Contains($"（{reason}）", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Several_reasons_stand_beside_each_other() => Assert.Contains(
        "(eigener Link, derselbe Text in 3 Kanälen)",
        QueueTexts.Question(PostFor("own link", "same text in 3 channels"), link: null, TextBook.In("de")),
        StringComparison.Ordinal);

    private static QueuedPromotion PostFor(params string[] reasons) => new()
    {
        Message = 1,
        Community = 1,
        ChannelName = "help",
        Place = new MessagePlace(TestTime.Channel("help"), Thread: null, new MessageId(1)),
        Text = "Big sale!",
        Reasons = reasons,
        IsAccepted = null,
    };
}
