using EngageBot.Chat;
using EngageBot.Tips;

namespace EngageBot.Tests.Tips;

/// <summary>Which tips fit a post.</summary>
public sealed class TipsPolicyTests
{
    private static readonly PostShape Good = new();

    private static readonly Dictionary<string, TipFacts> Cases = new()
    {
        ["good"] = Of(Good),
        ["anyone?"] = Of(Good with { HasSubstance = false, HasContext = false, Questions = 1 }),
        ["anyone"] = Of(Good with { HasSubstance = false, HasContext = false, Questions = 0 }),
        ["a bare link"] = Of(Good with { IsOnlyALink = true, Questions = 0 }),
        ["no question"] = Of(Good with { Questions = 0 }),
        ["a bare question"] = Of(Good with { HasContext = false }),
        ["a bare introduction"] = Of(Good with { HasContext = false, Kind = PostKind.Introduction, Questions = 0 }),
        ["shown work"] = Of(Good with { HasContext = false, Kind = PostKind.ShownWork }),
        ["code"] = Of(Good with { HasBareCode = true }),
        ["many questions"] = Of(Good with { Questions = 4 }),
        ["three questions"] = Of(Good with { Questions = 3 }),
        ["long"] = Of(Good with { Length = 1_501 }),
        ["elsewhere and later"] = new TipFacts(Good, AnswersElsewhere: true, AnswersLater: true),
        ["words not kept"] = new TipFacts(Shape: null, AnswersElsewhere: true, AnswersLater: false),
        ["everything"] = new TipFacts(new PostShape { Questions = 0, HasContext = false, HasBareCode = true, Length = 9_000 }, AnswersElsewhere: true, AnswersLater: true),
    };

    [Theory]
    [InlineData("good", "")]
    [InlineData("anyone?", "SayWhatItIsAbout")]
    [InlineData("anyone", "SayWhatItIsAbout")]
    [InlineData("a bare link", "NotOnlyALink AskAQuestion")]
    [InlineData("no question", "AskAQuestion")]
    [InlineData("a bare question", "SayWhatYouTried")]
    [InlineData("a bare introduction", "AskAQuestion")]
    [InlineData("shown work", "")]
    [InlineData("code", "CodeInABlock")]
    [InlineData("many questions", "OneQuestion")]
    [InlineData("three questions", "")]
    [InlineData("long", "Shorter")]
    [InlineData("elsewhere and later", "OtherChannel OtherHour")]
    [InlineData("words not kept", "OtherChannel")]
    [InlineData("everything", "AskAQuestion SayWhatYouTried CodeInABlock")]
    public void Only_those_that_apply_and_three_at_most(string post, string tips) => Assert.Equal(tips, string.Join(' ', TipsPolicy.For(Cases[post])));

    [Theory]
    [InlineData(PostKind.Question, true), InlineData(PostKind.Chat, true), InlineData(PostKind.Announcement, true)]
    [InlineData(PostKind.Crisis, false), InlineData(PostKind.Complaint, false), InlineData(PostKind.Quarrel, false), InlineData(PostKind.Scam, false)]
    public void What_is_left_to_people_gets_none(PostKind kind, bool has) => Assert.Equal(has, TipsPolicy.Has(kind));

    private static TipFacts Of(PostShape shape) => new(shape, AnswersElsewhere: false, AnswersLater: false);
}
