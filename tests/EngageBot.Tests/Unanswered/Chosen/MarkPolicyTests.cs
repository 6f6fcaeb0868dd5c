using EngageBot.Chat;
using EngageBot.Unanswered.Chosen;

namespace EngageBot.Tests.Unanswered.Chosen;

/// <summary>Who may settle a post by a word, and take that back.</summary>
public sealed class MarkPolicyTests
{
    [Theory]
    [InlineData(PostMark.NeedsNone, Platform.Discord, false, false, true)]
    [InlineData(PostMark.NeedsNone, Platform.Slack, false, false, true)]
    [InlineData(PostMark.Answered, Platform.Discord, false, false, false)]
    [InlineData(PostMark.Answered, Platform.Discord, true, false, true)]
    [InlineData(PostMark.Answered, Platform.Discord, false, true, true)]
    [InlineData(PostMark.Answered, Platform.Slack, false, false, true)]
    public void Who_may_mark_a_post(PostMark mark, Platform platform, bool isAuthor, bool isModerator, bool may) =>
        Assert.Equal(may, MarkPolicy.MayMark(mark, platform, isAuthor, isModerator));

    [Theory]
    [InlineData("bob", false, "bob", false, false, true)]
    [InlineData("bob", false, "eve", false, false, false)]
    [InlineData("bob", false, "mod", false, true, true)]
    [InlineData("bob", false, "ada", true, false, true)]
    [InlineData("mod", true, "ada", true, false, false)]
    [InlineData("mod", true, "mod", false, false, true)]
    [InlineData("mod", true, "other", false, true, true)]
    [InlineData(null, true, "ada", true, false, false)]
    [InlineData(null, false, "ada", true, false, true)]
    public void Who_may_take_it_back(string? by, bool byModerator, string member, bool isAuthor, bool isModerator, bool may) =>
        Assert.Equal(may, MarkPolicy.MayTakeBack(new StoredMark(PostMark.Answered, by, byModerator), member, isAuthor, isModerator));
}
