using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Unanswered;

namespace EngageBot.Tests.Communities;

public sealed class EmojiNameTests
{
    [Theory]
    [InlineData("✅", "✅")]
    [InlineData("👎🏻", "👎")]
    [InlineData("👎🏿", "👎")]
    [InlineData("☑\uFE0F", "☑")]
    [InlineData("☑\uFE0E", "☑")]
    [InlineData("🙅🏽\u200D♀\uFE0F", "🙅\u200D♀")]
    [InlineData("👍🏿", "👍")]
    [InlineData(":solved:", "solved")]
    [InlineData("<:solved:123>", "solved")]
    [InlineData("<a:solved:123>", "solved")]
    [InlineData("thumbsup::skin-tone-3", "thumbsup")]
    [InlineData(" -1 ", "-1")]
    [InlineData("🏴", "🏴")]
    public void One_emoji_has_one_name_whatever_its_look(string written, string name) => Assert.Equal(name, EmojiName.Of(written));

    [Theory]
    [InlineData("✅", true)]
    [InlineData("✔", true)]
    [InlineData("✔\uFE0F", true)]
    [InlineData("☑\uFE0E", true)]
    [InlineData("white_check_mark", true)]
    [InlineData("👍🏽", false)]
    public void A_mark_is_one_whatever_its_look(string emoji, bool settles) =>
        Assert.Equal(settles, Acknowledgements.Settles(PostKind.HelpRequest, asksYesOrNo: false, emoji, byAuthor: true, mayMark: true));

    [Fact]
    public void A_community_s_own_choice_holds_in_every_skin() =>
        Assert.True(new CommunityRules { AnsweredEmoji = ["👌🏽"] }.MarksAnswered("👌🏿"));
}
