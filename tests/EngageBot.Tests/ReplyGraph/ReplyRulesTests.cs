using EngageBot.Chat;
using EngageBot.ReplyGraph;

namespace EngageBot.Tests.ReplyGraph;

public sealed class ReplyRulesTests
{
    private const long Ada = 1;
    private const long Bob = 2;
    private const long Eve = 3;
    private long _key;

    [Fact]
    public void Who_is_addressed_is_answered_by_his_last_line() =>
        Assert.Equal(2, Resolve(Line(Bob, 0), Line(Bob, 1), Line(Eve, 2), Line(Ada, 3, to: Bob)));

    [Fact]
    public void Two_lines_to_the_same_person_go_on_from_one_another() =>
        Assert.Equal(2, Resolve(Line(Bob, 0), Line(Ada, 1, to: Bob), Line(Ada, 2, to: Bob)));

    [Fact]
    public void Who_addresses_somebody_silent_starts_anew() =>
        Assert.Null(Resolve(Line(Bob, 0), Line(Eve, 1), Line(Ada, 13 * 60, to: Bob)));

    [Fact]
    public void Who_was_addressed_answers_that() =>
        Assert.Equal(2, Resolve(Line(Ada, 0), Line(Bob, 1, to: Ada), Line(Eve, 2), Line(Ada, 3)));

    [Fact]
    public void Who_was_just_speaking_goes_on() =>
        Assert.Equal(1, Resolve(Line(Ada, 0), Line(Eve, 1), Line(Ada, 2)));

    [Fact]
    public void In_a_fast_channel_the_line_above_is_not_taken_for_what_is_answered() =>
        Assert.Null(Resolve([.. Enumerable.Range(0, 20).Select(place => Line(10 + place, place / 10.0)), Line(Bob, 2.1, asks: true), Line(Ada, 2.2)]));

    [Fact]
    public void In_a_slow_channel_a_question_just_above_is_answered() =>
        Assert.Equal(2, Resolve(Line(Eve, 0), Line(Bob, 30, asks: true), Line(Ada, 45)));

    [Fact]
    public void A_question_does_not_answer_a_question_above() =>
        Assert.Null(Resolve(Line(Eve, 0), Line(Bob, 30, asks: true), Line(Ada, 45, asks: true)));

    [Fact]
    public void What_was_said_before_the_night_is_not_gone_on_from() =>
        Assert.Null(Resolve(Line(Ada, 0), Line(Eve, 1), Line(Ada, 9 * 60)));

    [Fact]
    public void Bots_answer_nobody_and_nobody_answers_them_without_saying_so()
    {
        Assert.Null(Resolve(Line(Bob, 0, asks: true), Line(Ada, 5, traits: MessageTraits.Bot)));
        Assert.Null(Resolve(Line(Bob, 0, traits: MessageTraits.Bot), Line(Ada, 5, to: Bob)));
    }

    private WindowLine Line(long author, double minutes, long? to = null, bool asks = false, MessageTraits traits = MessageTraits.None) => new()
    {
        Key = ++_key,
        Number = _key,
        Author = author,
        At = (long)(minutes * 60_000),
        Traits = traits,
        Kind = asks ? PostKind.Question : PostKind.Chat,
        Mentions = to is null ? [] : [to.Value],
    };

    /// <summary>What the last line answers, counted from the first of the lines given.</summary>
    private static long? Resolve(params WindowLine[] lines)
    {
        var window = new ReplyWindow();
        foreach (var line in lines[..^1])
        {
            window.Add(line);
        }

        var first = lines[0].Key;
        return ReplyRules.Resolve(lines[^1], window)?.Parent - first + 1;
    }
}
