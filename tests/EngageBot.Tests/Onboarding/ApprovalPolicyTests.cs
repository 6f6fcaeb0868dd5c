using EngageBot.Onboarding;

namespace EngageBot.Tests.Onboarding;

public sealed class ApprovalPolicyTests
{
    private static readonly (string Why, ApprovalFacts Facts, int First, ApprovalStep Step)[] Cases =
    [
        ("the first is shown", new ApprovalFacts(), 3, ApprovalStep.Show),
        ("as are two more", new ApprovalFacts { Waiting = 2 }, 3, ApprovalStep.Show),
        ("the fourth waits unseen", new ApprovalFacts { Waiting = 3 }, 3, ApprovalStep.Wait),
        ("what was shown waits", new ApprovalFacts { IsShown = true, Waiting = 1 }, 3, ApprovalStep.Wait),
        ("a yes lets it through", new ApprovalFacts { IsShown = true, Word = true, Said = 1 }, 3, ApprovalStep.Say),
        ("a no ends it", new ApprovalFacts { IsShown = true, Word = false, Said = 3 }, 3, ApprovalStep.Drop),
        ("one that was not wanted makes room to show another", new ApprovalFacts { Said = 1, Waiting = 1 }, 3, ApprovalStep.Show),
        ("after three nobody is asked", new ApprovalFacts { Said = 3 }, 3, ApprovalStep.Say),
        ("also for what was shown before", new ApprovalFacts { IsShown = true, Said = 3, Waiting = 1 }, 3, ApprovalStep.Say),
        ("where none are wanted nothing waits", new ApprovalFacts(), 0, ApprovalStep.Say),
    ];

    [Fact]
    public void The_first_three_of_each_kind_wait_for_a_word() => Assert.All(Cases, one => Assert.True(ApprovalPolicy.Of(one.Facts, one.First) == one.Step, one.Why));
}
