using EngageBot.Outcomes;

namespace EngageBot.Tests.Outcomes;

public sealed class HoldOutPolicyTests
{
    [Theory]
    [InlineData(true, 200, false, 0, false, nameof(HoldOutExemption.None))]
    [InlineData(true, 5_000, false, 1, false, nameof(HoldOutExemption.None))]
    [InlineData(false, 5_000, false, 0, false, nameof(HoldOutExemption.SwitchedOff))]
    [InlineData(true, 199.9, false, 0, false, nameof(HoldOutExemption.TooFewCases))]
    [InlineData(true, double.NaN, false, 0, false, nameof(HoldOutExemption.TooFewCases))]
    [InlineData(true, 5_000, true, 0, false, nameof(HoldOutExemption.NewcomersFirstPost))]
    [InlineData(true, 5_000, false, 2, false, nameof(HoldOutExemption.UnheardTwice))]
    [InlineData(true, 5_000, false, 9, false, nameof(HoldOutExemption.UnheardTwice))]
    [InlineData(true, 5_000, false, 0, true, nameof(HoldOutExemption.Sensitive))]
    [InlineData(true, 10, true, 3, true, nameof(HoldOutExemption.Sensitive))]
    public void Some_are_never_held_out(bool isOn, double cases, bool isNewcomersFirst, int unheard, bool isSensitive, string exemption) => Assert.Equal(
        exemption,
        HoldOutPolicy.ExemptionOf(new HoldOutFacts
        {
            IsOn = isOn,
            CasesAQuarter = cases,
            IsNewcomersFirstPost = isNewcomersFirst,
            UnheardBefore = unheard,
            IsSensitive = isSensitive,
        }).ToString());

    [Fact]
    public void What_a_member_wanted_somebody_to_be_asked_about_is_never_held_out() => Assert.Equal(
        HoldOutExemption.AskedFor,
        HoldOutPolicy.ExemptionOf(new HoldOutFacts { IsOn = true, CasesAQuarter = 5_000, IsNewcomersFirstPost = true, UnheardBefore = 0, IsSensitive = false, IsAskedFor = true }));

    [Theory]
    [InlineData(66, 30, 200.2), InlineData(65, 30, 197.2), InlineData(100, 13.9, 0), InlineData(31, 14, 201.5), InlineData(0, 90, 0), InlineData(5, 0, 0)]
    public void A_quarter_is_foreseen_from_two_weeks_at_least(int cases, double days, double quarter) => Assert.Equal(quarter, HoldOutPolicy.CasesAQuarter(cases, days), 1);
}
