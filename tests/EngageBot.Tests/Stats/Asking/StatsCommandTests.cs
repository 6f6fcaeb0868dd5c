using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Stats.Asking;

/// <summary>Whoever asks for figures is told what he may know, and nothing else.</summary>
public sealed class StatsCommandTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory, EachEngine]
    public async Task A_member_is_told_figures_of_what_everybody_can_read_with_a_picture_and_without_names(TestEngine engine)
    {
        await using var story = await BeginAsync(engine);
        await story.HappenAsync(LiveStory.Channel("secret", ChannelVisibility.Readers), A.Message("who did that?").By("spy").In("secret").At(TestTime.Noon.AddDays(-1)));

        var says = Assert.IsType<CommandReply.Says>(await story.TypeAsync("ada", "stats"));

        string[] lines = [.. says.Text.Split('\n').Select(line => line.TrimStart('•', ' '))];
        Assert.Contains("Response rate: 50% (50%)", lines);
        Assert.Contains("Time to first response, median: 5 min (5 min)", lines);
        Assert.Contains("Open posts: 28 (28)", lines);
        Assert.Contains("Reciprocity: not enough yet", lines); // Hardly anybody talks to more than one.
        Assert.Contains("What asking changes (90 days, against the hold-out): not enough yet", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith(English["stats.team"], StringComparison.Ordinal) || line.StartsWith(English["stats.broadcasters"], StringComparison.Ordinal));
        Assert.DoesNotContain("p1", says.Text, StringComparison.Ordinal);
        Assert.True(says.File is { Name: "stats.png", Alt.Length: > 20 } || says.Text.Contains(English["stats.chart"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Moderators_are_told_more_and_of_a_channel_that_they_can_read()
    {
        await using var story = await BeginAsync(TestEngine.Sqlite);
        await story.HappenAsync(new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member("p1")) { Name = "p1", IsTeam = true });

        var all = Said(await ModerateAsync(story));
        Assert.Contains("that the team answered first: ", all, StringComparison.Ordinal);
        Assert.Contains("Broadcasters: 0 (0)", all, StringComparison.Ordinal);
        var ofChannel = Said(await ModerateAsync(story, ("channel", "second"), ("days", "7")));
        Assert.StartsWith("The last 7 days in #second", ofChannel, StringComparison.Ordinal);
        Assert.Contains("Open posts: 0", ofChannel, StringComparison.Ordinal);
        Assert.DoesNotContain(English["stats.introductions"], ofChannel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_a_moderator_cannot_read_is_as_one_that_there_is_not()
    {
        await using var story = await BeginAsync(TestEngine.Sqlite);
        await story.HappenAsync(LiveStory.Channel("secret", ChannelVisibility.Readers), A.Message("who did that?").By("spy").In("secret").At(TestTime.Noon.AddDays(-1)));
        story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("secret"))] = ReadAccess.Cannot;
        story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("nowhere"))] = ReadAccess.Unknown;

        Assert.Equal(English["stats.channel"], Said(await ModerateAsync(story, ("channel", "secret"))));
        Assert.Equal(English["stats.channel"], Said(await ModerateAsync(story, ("channel", "nowhere"))));
    }

    [Theory]
    [InlineData("0"), InlineData("366"), InlineData("-1"), InlineData("soon"), InlineData("1e1"), InlineData("99999999999999999999")]
    public async Task Days_that_are_none_get_a_sentence_and_an_example(string days)
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        Assert.Equal(English["stats.usage"], Reply.WordsOf(await ModerateAsync(story, ("days", days))));
    }

    [Fact]
    public async Task What_is_for_moderators_is_refused_to_members_and_where_nothing_was_written_there_is_nothing_to_tell()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        var asked = (CommandRequest.Typed)Ask.Typed("stats");

        Assert.Equal(English["command.moderators-only"], Said(await story.RunAsync(asked with { IsForModerators = true })));
        Assert.Equal(English["stats.none"], Said(await story.RunAsync(asked)));
    }

    [Theory]
    [InlineData(false, "/engage pause", "/engage-mod")]
    [InlineData(true, "/engage-mod rules", "/engage pause")]
    public async Task Help_lists_what_can_be_asked_and_says_what_figures_mean(bool isModerator, string listed, string notListed)
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        var list = Said(await story.TypeAsync("mod", "help", isModerator));

        Assert.Contains(listed, list, StringComparison.Ordinal);
        Assert.DoesNotContain(notListed, list.Replace("/engage-mod ", isModerator ? "/engage-mod " : "/engage-mod", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(English["help.stats"], Said(await story.TypeAsync("mod", "help", isModerator, new Dictionary<string, string> { ["topic"] = "stats" })));
    }

    private static Task<CommandReply> ModerateAsync(LiveStory story, params (string Name, string Value)[] options) =>
        story.TypeAsync("mod", "stats", isModerator: true, options.ToDictionary(option => option.Name, option => option.Value));

    private static string Said(CommandReply reply) => Assert.IsType<CommandReply.Says>(reply).Text;

    /// <summary>Of three questions a day, over eight weeks, two are answered in five minutes, by the neighbour on the one or the other side; and there is news, which nobody answers.</summary>
    private static async Task<LiveStory> BeginAsync(TestEngine engine)
    {
        var story = await LiveStory.BeginAsync(engine);
        List<ChatEvent> history = [];
        for (var day = 1; day <= 56; day++)
        {
            var at = TestTime.Noon.AddDays(-day).AddHours(1);
            for (var post = 0; post < 3; post++)
            {
                var id = (day * 10) + post;
                var (author, other) = ($"p{(id + (6 * post)) % 12}", $"p{(id + (6 * post) + (day % 2 == 0 ? 1 : 11)) % 12}");
                history.Add(A.Message($"how do I open box {id}?").Id(id).By(post < 2 ? author : $"new{id}").In("help").At(at.AddHours(2 * post)));
                if (post < 2)
                {
                    history.Add(A.Message("with a key").Id(id + 5).By(other).In("help").ReplyingTo(id).At(at.AddHours(2 * post).AddMinutes(5)));
                }
            }

            history.Add(A.Message("news").Id((day * 10) + 9).By($"p{day % 12}").In("second").At(at));
        }

        await story.HappenAsync(history.OrderBy(message => message.At));
        return story;
    }
}
