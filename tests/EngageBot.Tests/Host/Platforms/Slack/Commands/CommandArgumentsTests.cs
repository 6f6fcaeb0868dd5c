using EngageBot.Commands;
using EngageBot.Host.Platforms.Slack.Commands;
using EngageBot.Slack.Text;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Host.Platforms.Slack.Commands;

/// <summary>What was written behind a slash command becomes its options, or nothing.</summary>
public sealed class CommandArgumentsTests
{
    private static readonly CommandOption[] Helper = [new("topics", CommandOptionKind.Text), new("state", CommandOptionKind.Text) { IsRequired = true, Choices = ["on", "off"] }];

    private static readonly CommandOption[] Pause = [new("days", CommandOptionKind.Number)];

    private static readonly CommandOption[] Introduce =
        [new("who", CommandOptionKind.Member) { IsRequired = true }, new("where", CommandOptionKind.Channel), new("about", CommandOptionKind.Text)];

    private static readonly string[] Pieces =
    [
        "on", "off", "topics:", "state:", "who:", "where:", "days:", " ", "\n", "\"", "“", "”", "„", "«", "»", "<", ">", "|", "@", "#", "!", ":", "&amp;", "&lt;!channel&gt;",
        "<!channel>", "<!here|here>", "<@U1|ada>", "<@U1", "<#C1|help>", "@everyone", "7", "-3", "99999999999999999999", "\0", "\uD800", "é", "😀", "https://example.com",
    ];

    private static readonly Arbitrary<string> Hostile = Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();

    [Theory]
    [InlineData("on", "state=on")]
    [InlineData("  ON ", "state=on")]
    [InlineData("on printers, Rust and cooking", "state=on topics=printers, Rust and cooking")]
    [InlineData("on topics: printers, Rust", "state=on topics=printers, Rust")]
    [InlineData("topics: printers, Rust state: off", "state=off topics=printers, Rust")]
    [InlineData("Topics:printers state:off", "state=off topics=printers")]
    [InlineData("state: on printers", "state=on topics=printers")]
    [InlineData("on \"state: of the art\"", "state=on topics=state: of the art")]
    [InlineData("on topics: “laser printers”", "state=on topics=laser printers")]
    [InlineData("on „gute Drucker“", "state=on topics=gute Drucker")]
    [InlineData("on topics: 5\" floppies", "state=on topics=5\" floppies")]
    [InlineData("on topics: \"open", "state=on topics=\"open")]
    [InlineData("on R&amp;D &lt;3", "state=on topics=R&D <3")]
    [InlineData("on what <@U1|ada> and <#C1|help> do, see <https://example.com|example.com>", "state=on topics=what @ada and #help do, see example.com")]
    [InlineData("on http://a", "state=on topics=http://a")]
    public void What_is_written_in_either_way_is_read(string text, string options) => Assert.Equal(options, Read(Helper, text));

    [Theory]
    [InlineData("")]
    [InlineData("maybe")]
    [InlineData("topics: printers")]
    [InlineData("on topics:")]
    [InlineData("state: on state: off")]
    [InlineData("topics: a topics: b on")]
    public void What_cannot_be_meant_is_not_guessed(string text) => Assert.Null(CommandArguments.Read(Helper, text));

    [Theory]
    [InlineData("", "")]
    [InlineData("7", "days=7")]
    [InlineData("days: 007", "days=7")]
    [InlineData("days:-3", "days=-3")]
    [InlineData("soon", null)]
    [InlineData("7 8", null)]
    [InlineData("7.5", null)]
    [InlineData("dayz: 7", null)]
    [InlineData("99999999999999999999", null)]
    public void A_number_is_a_whole_one_and_alone(string text, string? options) => Assert.Equal(options, Read(Pause, text));

    [Theory]
    [InlineData("<@U1|Ada Lovelace> printers", "who=U1 about=printers", true)]
    [InlineData("<@U1|ada> <#C1|help> the old printer", "who=U1 where=C1 about=the old printer", false)]
    [InlineData("about: the old printer who: <@U1>", "who=U1 about=the old printer", false)]
    public void Members_and_channels_come_by_their_ids(string text, string options, bool withoutChannel) =>
        Assert.Equal(options, Read(withoutChannel ? [Introduce[0], Introduce[2]] : Introduce, text));

    [Theory]
    [InlineData("ada")]
    [InlineData("@ada")]
    [InlineData("<@>")]
    [InlineData("<!channel>")]
    [InlineData("<@U1|ada><@U2|bob>")]
    [InlineData("<@U1!>")]
    public void What_is_no_member_is_none(string text) => Assert.Null(CommandArguments.Read(Introduce, text));

    [Fact]
    public void Whatever_is_written_is_read_or_refused_and_never_fails()
    {
        foreach (var options in (CommandOption[][])[Helper, Pause, Introduce, []])
        {
            Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Hostile, text =>
                CommandArguments.Read(options, text) is not { } read
                || (read.Keys.All(name => options.Any(option => option.Name == name))
                    && options.Where(option => option.IsRequired).All(option => read.ContainsKey(option.Name))
                    && options.Where(option => option.Choices.Count > 0 && read.ContainsKey(option.Name)).All(option => option.Choices.Contains(read[option.Name])))));
        }
    }

    [Fact]
    public void What_was_written_pings_nobody_when_it_is_said_again() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Hostile, text =>
        {
            var said = string.Concat(CommandArguments.Read(Helper, "on " + text)?.Values ?? []);
            var message = SlackReplies.MessageOf(new CommandReply.Says(said + "."), own: null);
            var texts = message.Blocks!.OfType<EngageBot.Slack.Blocks.SectionBlock>().Select(block => block.Text!.Text).Append(message.Text!);
            return texts.All(shown => MrkdwnReader.Read(shown).All(part => part is TextPart.Plain) && !shown.Contains("@everyone", StringComparison.Ordinal));
        }));

    private static string? Read(CommandOption[] options, string text) => CommandArguments.Read(options, text) is { } read
        ? string.Join(' ', read.OrderBy(option => CommandUsage.InOrder(options).ToList().FindIndex(known => known.Name == option.Key)).Select(option => $"{option.Key}={option.Value}"))
        : null;
}
