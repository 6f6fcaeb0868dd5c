using EngageBot.Chat;
using EngageBot.Introductions.Proposals;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;
using EngageBot.TestKit;

namespace EngageBot.Tests.Introductions.Proposals;

public sealed class ProposalPolicyTests
{
    private static readonly DateTimeOffset Now = TestTime.Noon;

    [Fact]
    public void The_first_is_asked_first() => Assert.Equal(new ProposalStep.Ask(1), Next(Person(1), Person(2)));

    [Fact]
    public void The_second_is_asked_only_after_the_first_said_yes()
    {
        Assert.Equal(new ProposalStep.Wait(), Next(Sent(1), Person(2)));
        Assert.Equal(new ProposalStep.Ask(2), Next(Sent(1) with { Answer = ProposalAnswer.Yes }, Person(2)));
    }

    [Fact]
    public void Who_asked_for_it_need_not_be_asked_nor_have_opted_in() =>
        Assert.Equal(new ProposalStep.Ask(2), Next(Person(1) with { Answer = ProposalAnswer.Yes, Agreement = ContactAgreement.NotAsked }, Person(2)));

    [Fact]
    public void When_all_said_yes_it_is_agreed() =>
        Assert.IsType<ProposalStep.Agree>(Next(Sent(1) with { Answer = ProposalAnswer.Yes }, Sent(2) with { Answer = ProposalAnswer.Yes }));

    [Theory]
    [InlineData(ProposalAnswer.NotNow)]
    [InlineData(ProposalAnswer.KnowEachOther)]
    [InlineData(ProposalAnswer.Never)]
    public void Any_other_answer_ends_it_whoever_gave_it(ProposalAnswer answer)
    {
        Assert.IsType<ProposalStep.End>(Next(Sent(1) with { Answer = answer }, Person(2)));
        Assert.IsType<ProposalStep.End>(Next(Sent(1) with { Answer = ProposalAnswer.Yes }, Sent(2) with { Answer = answer }));
    }

    [Theory]
    [InlineData(6.9, false)]
    [InlineData(7.1, true)]
    public void Who_says_nothing_for_a_week_says_no(double days, bool ends) =>
        Assert.Equal(ends, Next(Sent(1) with { AskedAt = Now.AddDays(-days) }, Person(2)) is ProposalStep.End);

    [Theory]
    [InlineData(OutboxState.Refused, true)]
    [InlineData(OutboxState.Withdrawn, true)]
    [InlineData(OutboxState.Expired, true)]
    [InlineData(OutboxState.Planned, false)]
    [InlineData(OutboxState.Uncertain, false)]
    public void Who_cannot_be_asked_is_not_asked_again(OutboxState state, bool ends) => Assert.Equal(ends, Next(Person(1) with { Asked = state }, Person(2)) is ProposalStep.End);

    [Fact]
    public void Nobody_is_asked_who_has_not_opted_in_or_opted_out_or_left_out_or_is_not_to_meet_the_other()
    {
        Assert.IsType<ProposalStep.End>(Next(Person(1), Person(2) with { Agreement = ContactAgreement.NotAsked }));
        Assert.IsType<ProposalStep.End>(Next(Sent(1) with { Answer = ProposalAnswer.Yes }, Sent(2) with { Agreement = ContactAgreement.Declined }));
        Assert.IsType<ProposalStep.End>(Next(Person(1) with { IsOut = true }, Person(2)));
        Assert.IsType<ProposalStep.End>(Next(Person(1)));
        Assert.IsType<ProposalStep.End>(ProposalPolicy.Next(new ProposalFacts(Now, [Person(1), Person(2)], IsNever: true, IsKnown: false), Now));
        Assert.IsType<ProposalStep.End>(ProposalPolicy.Next(new ProposalFacts(Now, [Person(1), Person(2)], IsNever: false, IsKnown: true), Now));
    }

    [Fact]
    public void What_takes_three_weeks_is_given_up() =>
        Assert.IsType<ProposalStep.End>(ProposalPolicy.Next(new ProposalFacts(Now.AddDays(-22), [Person(1), Person(2)], IsNever: false, IsKnown: false), Now));

    private static ProposalPerson Person(long member) => new() { Member = member, Agreement = ContactAgreement.Agreed };

    private static ProposalPerson Sent(long member) => Person(member) with { Asked = OutboxState.Sent, AskedAt = Now.AddDays(-1) };

    private static ProposalStep Next(params ProposalPerson[] people) => ProposalPolicy.Next(new ProposalFacts(Now.AddDays(-2), people, IsNever: false, IsKnown: false), Now);
}
