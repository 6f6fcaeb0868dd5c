using EngageBot.Chat;
using EngageBot.Nudges;
using EngageBot.Outbox;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

public sealed class PlannedAskTests
{
    [Theory]
    [InlineData(OutboxState.Planned, true, null, null, true)]
    [InlineData(OutboxState.Claimed, true, null, null, true)]
    [InlineData(OutboxState.Uncertain, true, null, null, true)]
    [InlineData(OutboxState.Sent, true, null, null, true)]
    [InlineData(OutboxState.Sent, false, AskAnswer.WillReply, null, true)]
    [InlineData(OutboxState.Sent, false, AskAnswer.WillReply, 1L, false)]
    [InlineData(OutboxState.Sent, false, AskAnswer.NotForMe, null, false)]
    [InlineData(OutboxState.Sent, false, null, null, false)]
    [InlineData(OutboxState.Refused, true, null, null, true)]
    [InlineData(OutboxState.Refused, true, AskAnswer.NotDelivered, null, false)]
    [InlineData(OutboxState.Expired, true, AskAnswer.NotDelivered, null, false)]
    public void An_ask_is_looked_at_all_the_time_only_while_there_is_something_to_do_about_it(OutboxState state, bool hasButtons, AskAnswer? answer, long? repliedAt, bool isUnderWay)
    {
        var wasSent = state == OutboxState.Sent;
        Assert.Equal(isUnderWay, Ask(new SaidAsk(1, state, "", hasButtons, wasSent, IsUnwanted: false), answer, repliedAt).IsUnderWay);
        Assert.Equal(isUnderWay && !wasSent, Ask(new SaidAsk(1, state, "", hasButtons, wasSent, IsUnwanted: true), answer, repliedAt).IsUnderWay);
        Assert.True(Ask(said: null, answer, repliedAt).IsUnderWay);
    }

    private static PlannedAsk Ask(SaidAsk? said, AskAnswer? answer, long? repliedAt) => new()
    {
        Post = 1,
        Place = new MessagePlace(TestTime.Channel("help"), Thread: null, new MessageId(1)),
        Channel = 1,
        ChannelName = "help",
        IsForEveryone = true,
        PostText = null,
        PostedAt = 0,
        Member = 1,
        MemberId = TestTime.Member("bob"),
        Topics = null,
        Reason = "Agreed to be asked.",
        PlannedAt = 0,
        Answer = answer,
        RepliedAt = repliedAt,
        ThankedAt = null,
        Said = said,
    };
}
