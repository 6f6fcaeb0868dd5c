using EngageBot.Chat;
using EngageBot.TestKit;
using EngageBot.Turns;

namespace EngageBot.Tests.Turns;

public sealed class YourTurnPolicyTests
{
    private const long Hour = 3_600_000;

    /// <summary>Hours of: the reply, his last turn, when he was last seen, now. Null for never.</summary>
    [Theory]
    [InlineData(10, null, 12, 34, true)]
    [InlineData(10, null, 12, 33, false)] // A day has not passed.
    [InlineData(10, null, 10, 40, false)] // Not seen since.
    [InlineData(10, null, null, 40, false)]
    [InlineData(10, 11, 12, 40, false)] // He wrote there, or put an emoji.
    [InlineData(10, 9, 12, 40, true)] // That was before the reply.
    [InlineData(10, null, 12, 178, true)]
    [InlineData(10, null, 12, 179, false)] // A week later nobody waits.
    public void It_is_his_turn_a_day_after_a_question_where_he_was_seen_and_did_nothing_about_it(int reply, int? lastTurn, int? lastSeen, int now, bool isHis)
    {
        var facts = new TurnFacts { Replies = [Reply(1, reply) with { Asks = true }], LastTurnAt = lastTurn * Hour, LastSeenAt = lastSeen * Hour };
        Assert.Equal(isHis, YourTurnPolicy.WaitingWith(facts, now * Hour) is not null);
    }

    [Theory]
    [InlineData("s", 0)]
    [InlineData("-s", 1)] // Greetings come before the first substantial one.
    [InlineData("sq", 0)]
    [InlineData("st-", null)] // He thanked a later one.
    [InlineData("sts", null)] // The second substantial one asks nothing.
    [InlineData("stq", 2)]
    [InlineData("--", null)]
    [InlineData("x", null)] // A quarrel or a fraud.
    [InlineData("xq", 1)]
    [InlineData("", null)]
    public void The_first_substantial_reply_counts_and_every_question(string replies, int? waits)
    {
        var facts = new TurnFacts
        {
            LastSeenAt = 50 * Hour,
            Replies = [.. replies.Select((reply, at) => Reply(at, 10 + at) with { IsSubstantial = reply != '-', Asks = reply is 'q' or 'x', IsThanked = reply == 't', IsTrouble = reply == 'x' })],
        };
        Assert.Equal(waits, YourTurnPolicy.WaitingWith(facts, 60 * Hour)?.Message);
    }

    [Theory]
    [InlineData("thanks, this is so cool!", false)]
    [InlineData("hi and welcome", false)]
    [InlineData("Glückwunsch, sehr schön", false)]
    [InlineData("try another cable, that helped me", true)]
    [InlineData("https://example.org/how", true)]
    [InlineData("ケーブルを替えると直りました", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void More_than_a_greeting_or_bare_praise_is_substantial(string? text, bool isSubstantial) => Assert.Equal(isSubstantial, YourTurnPolicy.IsSubstantial(text));

    private static TurnReply Reply(long key, long hour) => new(key, new MessagePlace(TestTime.Channel("help"), null, new MessageId(key)), hour * Hour);
}
