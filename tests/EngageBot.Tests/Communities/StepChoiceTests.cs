using EngageBot.Communities;

namespace EngageBot.Tests.Communities;

public sealed class StepChoiceTests
{
    private static readonly CommunityRules All = new();

    [Fact]
    public void By_default_every_step_is_live_where_the_community_is() =>
        Assert.All(Enum.GetValues<LiveStep>(), step => Assert.True(All.IsLive(step, "help", "1") && All.IsLiveSomewhere(step)));

    [Fact]
    public void One_step_that_goes_live_alone_leaves_the_others_observing()
    {
        var rules = StepChoice.Of(All, LiveStep.Board, channel: null, name: null, isOn: true, isAlone: true);

        Assert.True(rules.IsLive(LiveStep.Board, "help", "1"));
        Assert.False(rules.IsLive(LiveStep.Asks, "help", "1") || rules.IsLiveSomewhere(LiveStep.Asks));
        Assert.True(StepChoice.Of(rules, LiveStep.Asks, channel: null, name: null, isOn: true).IsLive(LiveStep.Asks, "help", "1"));
        Assert.Equal(All.Steps, StepChoice.Everything(rules).Steps);
    }

    [Fact]
    public void A_step_goes_live_in_one_channel_and_observes_in_another()
    {
        var rules = StepChoice.Of(All, LiveStep.Asks, "1", "help", isOn: true, isAlone: true);
        Assert.True(rules.IsLive(LiveStep.Asks, "help", "1"));
        Assert.False(rules.IsLive(LiveStep.Asks, "lobby", "2"));
        Assert.False(rules.IsLiveSomewhere(LiveStep.Board));

        rules = StepChoice.Of(rules, LiveStep.Asks, channel: null, name: null, isOn: true);
        rules = StepChoice.Of(rules, LiveStep.Asks, "1", "help", isOn: false);
        Assert.Equal((false, true), (rules.IsLive(LiveStep.Asks, "help", "1"), rules.IsLive(LiveStep.Asks, "lobby", "2")));

        rules = StepChoice.Of(rules, LiveStep.Asks, "1", "help", isOn: true);
        Assert.DoesNotContain(rules.Steps, step => step.Step == LiveStep.Asks); // As by default: nothing is stored of it.
    }

    [Fact]
    public void All_steps_of_a_channel_are_one_word()
    {
        var rules = StepChoice.Of(All, step: null, "1", "help", isOn: false);
        Assert.All(Enum.GetValues<LiveStep>(), step => Assert.Equal((false, true), (rules.IsLive(step, "help", "1"), rules.IsLive(step, "lobby", "2"))));
        Assert.Empty(StepChoice.Of(rules, step: null, "1", "help", isOn: true).Steps);
    }

    [Theory]
    [InlineData("board", LiveStep.Board), InlineData("your-turn", LiveStep.YourTurn), InlineData("introductions", LiveStep.Introductions)]
    public void Steps_have_names(string name, LiveStep step) => Assert.Equal((step, name), (StepChoice.Named(name)!.Value, StepChoice.NameOf(step)));

    [Fact]
    public void What_is_written_of_steps_is_checked_and_read_back()
    {
        var rules = StepChoice.Of(All, LiveStep.Asks, "1", "help", isOn: true, isAlone: true) with { Approvals = 0, HelperRole = "Helpers" };
        var read = RulesFile.Read(RulesFile.Write(rules), All, "file");
        Assert.Equal((false, true, "Helpers", 0), (read.IsLive(LiveStep.Board, "help", "1"), read.IsLive(LiveStep.Asks, "help", "1"), read.HelperRole, read.Approvals));

        Assert.Contains("twice", Assert.Throws<RulesException>(() => RulesFile.Check(All with { Steps = [new StepRules(), new StepRules()] }, "file")).Message, StringComparison.Ordinal);
        Assert.Contains("approvals", Assert.Throws<RulesException>(() => RulesFile.Check(All with { Approvals = 101 }, "file")).Message, StringComparison.Ordinal);
        Assert.Contains("there is no rule stap", Assert.Throws<RulesException>(() => RulesFile.Read("{\"steps\":[{\"stap\":\"Asks\"}]}", All, "file")).Message, StringComparison.Ordinal);
    }
}
