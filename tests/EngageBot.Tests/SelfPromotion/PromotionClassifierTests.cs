using EngageBot.SelfPromotion;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.SelfPromotion;

public sealed class PromotionClassifierTests
{
    [Theory]
    [InlineData("🎉 GIVEAWAY 🎉 Follow us, like and retweet, tag 3 friends to win one of 10 free whitelist spots!")]
    [InlineData("Exclusive limited offer: 50% off our new course, use code SAVE50 at checkout 👉 https://shop.example/course")]
    [InlineData("Join our Telegram for free signals and grab your bonus, sign up with my referral link https://t.me/example")]
    public void An_advertisement_is_promotion(string text)
    {
        var verdict = PromotionClassifier.Judge(text);

        Assert.True(verdict.IsPromotion, $"scored {verdict.Score}");
        Assert.NotEmpty(verdict.Reasons);
    }

    [Theory]
    [InlineData("does anybody know why the left motor turns the wrong way when it is cold?")]
    [InlineData("yes, I had that too, it was the cable")]
    [InlineData("thanks, that worked")]
    [InlineData("the documentation says to set it to 4, see https://docs.example.org/settings")]
    [InlineData("")]
    [InlineData("   ")]
    public void Ordinary_talk_is_not(string text) => Assert.True(PromotionClassifier.Score(text) < PromotionClassifier.Threshold, $"scored {PromotionClassifier.Score(text)}");

    [Fact]
    public void Reasons_are_short_words_the_link_first() =>
        Assert.Equal(["own link", "price and discount", "invites to buy"], PromotionClassifier.Judge("Buy my prints, shop now: $20 off with code SAVE20, best price https://shop.example").Reasons);

    [Fact]
    public void A_text_scores_the_same_whatever_was_scored_before()
    {
        var first = PromotionClassifier.Score("win a prize, follow us!");
        PromotionClassifier.Score(string.Concat(Enumerable.Repeat("buy now ", 500)));

        Assert.Equal(first, PromotionClassifier.Score("win a prize, follow us!"));
    }

    [Fact]
    public void A_score_is_a_probability_of_whatever_text() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => PromotionClassifier.Score(string.Concat(Enumerable.Repeat(text.Get + " http://", 40))) is >= 0 and <= 1));
}
