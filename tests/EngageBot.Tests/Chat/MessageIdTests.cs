using EngageBot.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Chat;

public sealed class MessageIdTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("7", 7L)]
    [InlineData("1133792123456789012", 1133792123456789012L)]
    public void A_number_stands_for_itself(string id, long number) => Assert.Equal((number, null), (MessageId.Parse(id).Number, MessageId.Parse(id).Text));

    [Theory]
    [InlineData("007"), InlineData("-7"), InlineData("+7"), InlineData(" 7"), InlineData("7.5"), InlineData("m7"), InlineData(""), InlineData("99999999999999999999"), InlineData("٧")]
    public void Any_other_spelling_is_kept_beside_its_hash(string id)
    {
        var parsed = MessageId.Parse(id);
        Assert.Equal(id, parsed.Text);
        Assert.True(parsed.Number >= 1L << 62);
        Assert.Equal(id, parsed.Spell(Platform.File));
    }

    [Fact]
    public void Different_ids_are_different() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (one, other) =>
            (one.Get == other.Get) == (MessageId.Parse(one.Get) == MessageId.Parse(other.Get))));

    [Theory]
    [InlineData("1452837318.000002", 1452837318000002L)]
    [InlineData("0.000000", 0L)]
    public void Slacks_ts_is_read_and_spelled_back(string ts, long number)
    {
        Assert.True(MessageId.TryParseSlackTs(ts, out var id));
        Assert.Equal(number, id.Number);
        Assert.Equal(ts, id.Spell(Platform.Slack));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("1452837318"), InlineData("1452837318.02"), InlineData(".000002"), InlineData("1e9.000002"), InlineData("99999999999999999.000002"), InlineData("-1.000002")]
    public void What_is_no_ts_is_refused(string? ts) => Assert.False(MessageId.TryParseSlackTs(ts, out _));
}
