using EngageBot.Outcomes;

namespace EngageBot.Tests.Outcomes;

public sealed class EffectEstimateTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, nameof(EffectVerdict.NotEnoughYet))]
    [InlineData(170, 180, 2, 19, nameof(EffectVerdict.NotEnoughYet))] // nineteen held out
    [InlineData(18, 19, 2, 180, nameof(EffectVerdict.NotEnoughYet))] // nineteen asked about
    [InlineData(170, 180, 2, 20, nameof(EffectVerdict.Helps))]
    [InlineData(2, 20, 170, 180, nameof(EffectVerdict.Harms))]
    [InlineData(100, 180, 9, 20, nameof(EffectVerdict.NotEnoughYet))] // from much harm to much benefit
    [InlineData(900, 1_800, 100, 200, nameof(EffectVerdict.MakesLittleDifference))]
    [InlineData(990, 1_800, 90, 200, nameof(EffectVerdict.Helps))]
    [InlineData(810, 1_800, 110, 200, nameof(EffectVerdict.Harms))]
    public void A_figure_is_shown_only_where_it_means_something(int asked, int ofAsked, int heldOut, int ofHeldOut, string verdict) =>
        Assert.Equal(verdict, new EffectEstimate(new Share(asked, ofAsked), new Share(heldOut, ofHeldOut)).Verdict.ToString());

    /// <summary>Communities drawn by the thousand whose true effect is known: it lies within the interval in nineteen of twenty.</summary>
    [Theory]
    [InlineData(0.0, 1), InlineData(0.10, 2)]
    public void The_interval_covers_the_true_effect_as_often_as_it_says(double effect, int seed)
    {
        const int Draws = 2_000;
        var (random, covered, wrong) = (new Random(seed), 0, 0);
        for (var draw = 0; draw < Draws; draw++)
        {
            var baseline = 0.3 + (0.4 * random.NextDouble());
            var estimate = Simulated(random, cases: random.Next(150, 500), baseline, effect);
            covered += estimate.Interval.Contains(effect) ? 1 : 0;
            wrong += estimate.Verdict == EffectVerdict.Harms || (effect == 0 && estimate.Verdict == EffectVerdict.Helps) ? 1 : 0;
        }

        Assert.InRange((double)covered / Draws, 0.93, 0.97);
        Assert.InRange((double)wrong / Draws, 0, 0.07);
    }

    /// <summary>Each post is drawn into its arm as in earnest.</summary>
    private static EffectEstimate Simulated(Random random, int cases, double baseline, double effect)
    {
        var salt = new byte[HoldOut.SaltBytes];
        random.NextBytes(salt);
        var (asked, answeredAsked, heldOut, answeredHeldOut) = (0, 0, 0, 0);
        for (var post = 0; post < cases; post++)
        {
            if (HoldOut.Draw(salt, post, HoldOutPolicy.UsualShare))
            {
                heldOut++;
                answeredHeldOut += random.NextDouble() < baseline ? 1 : 0;
            }
            else
            {
                asked++;
                answeredAsked += random.NextDouble() < baseline + effect ? 1 : 0;
            }
        }

        return new EffectEstimate(new Share(answeredAsked, asked), new Share(answeredHeldOut, heldOut));
    }
}
