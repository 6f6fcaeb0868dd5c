using EngageBot.Slack.Text;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Slack.Text;

public sealed class MrkdwnReaderTests
{
    public static TheoryData<string, TextPart> Parts => new()
    {
        { "<@U012AB3CD>", new TextPart.User("U012AB3CD", null) },
        { "<@U012AB3CD|ada>", new TextPart.User("U012AB3CD", "ada") },
        { "<#C024BE7LR|general>", new TextPart.Channel("C024BE7LR", "general") },
        { "<#C024BE7LR|>", new TextPart.Channel("C024BE7LR", null) },
        { "<!here>", new TextPart.Special("here") },
        { "<!channel|@channel>", new TextPart.Special("channel") },
        { "<!everyone>", new TextPart.Special("everyone") },
        { "<!subteam^SAZ94GDB8|@staff>", new TextPart.UserGroup("SAZ94GDB8", "@staff") },
        { "<https://example.com/?a=1&amp;b=2|a &amp; b>", new TextPart.Link("https://example.com/?a=1&b=2", "a & b") },
        { "<mailto:bob@example.com|Bob>", new TextPart.Link("mailto:bob@example.com", "Bob") },
        { "<http://example.com>", new TextPart.Link("http://example.com", null) },
        { "<!date^1392734382^{date}|Feb 18>", new TextPart.Date(DateTimeOffset.FromUnixTimeSeconds(1_392_734_382), "Feb 18") },
        { "<!date^soon^{date}|Feb 18>", new TextPart.Plain("Feb 18") },
        { "<!new^thing|shown so>", new TextPart.Plain("shown so") },
        { "&lt;!channel&gt; &amp;lt;", new TextPart.Plain("<!channel> &lt;") },
        { "<>", new TextPart.Plain("<>") },
        { "<@>", new TextPart.Link("@", null) },
        { "a < b", new TextPart.Plain("a < b") },
        { "a > b", new TextPart.Plain("a > b") },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Each_sort_of_part_is_read(string text, TextPart part) => Assert.Equal([part], MrkdwnReader.Read(text));

    [Fact]
    public void A_bracket_that_only_opens_stays_before_the_part_that_is_one() =>
        Assert.Equal([new TextPart.Plain("1 < 2, "), new TextPart.User("U1", null), new TextPart.Plain(" <")], MrkdwnReader.Read("1 < 2, <@U1> <"));

    [Fact]
    public void Whatever_comes_is_read_and_plain_words_never_stand_side_by_side()
    {
        var anything = Gen.Elements('<', '>', '|', '!', '@', '#', '^', '&', 'a', '1', ' ', '\0').ArrayOf().Select(letters => new string(letters));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(anything.ToArbitrary(), text =>
        {
            var parts = MrkdwnReader.Read(text);
            return !parts.Zip(parts.Skip(1)).Any(pair => pair is { First: TextPart.Plain, Second: TextPart.Plain });
        }));
    }
}
