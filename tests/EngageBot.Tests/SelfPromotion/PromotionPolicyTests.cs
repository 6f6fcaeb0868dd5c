using EngageBot.SelfPromotion;

namespace EngageBot.Tests.SelfPromotion;

public sealed class PromotionPolicyTests
{
    private static readonly PromotionVerdict Loud = new(PromotionClassifier.Threshold + 0.1f, ["own link", "invites to buy"]);
    private static readonly PromotionVerdict Quiet = new(0.01f, []);
    private static readonly Repeats Spread = new(5, 3);

    [Fact]
    public void The_reasons_of_text_and_behaviour_stand_together() => Assert.Equal(
        "own link, invites to buy, same text in 3 channels, same link 4 times in a week",
        PromotionPolicy.Decide(Loud, new PromotionSignals { HasLink = true, SameText = Spread, SameLink = new Repeats(4, 1) }).ToString());

    [Fact]
    public void What_answers_somebody_is_never_promotion() =>
        Assert.False(PromotionPolicy.Decide(Loud, new PromotionSignals { AnswersSomebody = true, HasLink = true, SameText = Spread }).IsPromotion);

    [Fact]
    public void Somebody_elses_work_is_never_promotion() =>
        Assert.False(PromotionPolicy.Decide(Loud, new PromotionSignals { IsForwarded = true, HasLink = true, SameText = Spread }).IsPromotion);

    [Theory]
    [InlineData(1, 1, true, false)]
    [InlineData(2, 1, true, false)]
    [InlineData(3, 1, true, true)]   // again and again
    [InlineData(2, 2, true, true)]   // in several channels
    [InlineData(5, 3, false, false)] // a greeting, day by day
    public void A_quiet_text_with_a_link_is_promotion_once_it_is_spread(int times, int channels, bool hasLink, bool isPromotion) => Assert.Equal(
        isPromotion,
        PromotionPolicy.Decide(Quiet, new PromotionSignals { HasLink = hasLink, SameText = new Repeats(times, channels) }).IsPromotion);

    [Fact]
    public void What_is_no_promotion_has_no_reasons_against_it() => Assert.Empty(PromotionPolicy.Decide(Quiet with { Reasons = ["link"] }, new PromotionSignals()).Reasons);

    [Theory]
    [InlineData(1, 0, false)] // the first
    [InlineData(2, 5, true)]
    [InlineData(2, 6, false)] // three replies for each
    public void Who_promotes_again_and_answers_few_others_is_said_so_without_a_figure(int promotions, int answered, bool isSaid)
    {
        var decision = PromotionPolicy.Decide(Loud, new PromotionSignals { Balance = new Balance(promotions, answered) });

        Assert.Equal(isSaid ? ["own link", "invites to buy", "not the first, and answers few others"] : ["own link", "invites to buy"], decision.Reasons);
        Assert.False(PromotionPolicy.Decide(Quiet, new PromotionSignals { Balance = new Balance(promotions, answered) }).IsPromotion);
    }

    [Fact]
    public void Of_a_quiet_text_that_is_spread_only_the_link_is_a_reason() => Assert.Equal(
        "own link, same text in 3 channels",
        PromotionPolicy.Decide(Quiet with { Reasons = ["own link", "praises"] }, new PromotionSignals { HasLink = true, SameText = Spread }).ToString());

    [Fact]
    public void There_is_always_a_reason() => Assert.Equal(["reads like promotion"], PromotionPolicy.Decide(Loud with { Reasons = [] }, new PromotionSignals()).Reasons);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void A_stored_score_is_promotion_from_the_stored_threshold_on(int above, bool isPromotion) =>
        Assert.Equal(isPromotion, PromotionVerdict.OfStored(PromotionClassifier.ThresholdThousandths + above, []).IsPromotion);
}
