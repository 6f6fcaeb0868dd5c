using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Outbox;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Outbox;

/// <summary>Who may read a channel changes between planning, sending, changing and clicking.</summary>
public sealed class VisibilityStoryTests
{
    private static readonly MemberId Bob = TestTime.Member("bob");

    [Fact]
    public async Task What_cannot_be_found_out_may_not_be_shown()
    {
        var platform = new FakeChatPlatform(TimeProvider.System);
        var (visibility, help, second) = (new Visibility([platform]), TestTime.Channel("help"), TestTime.Channel("second"));
        platform.Access[(Bob, help)] = ReadAccess.Unknown;
        Assert.False(await visibility.MaySeeAsync(Bob, help, CancellationToken.None));
        Assert.Equal([second], await visibility.SeenAsync(Bob, [help, second], channel => channel, CancellationToken.None));
        Assert.Equal(ReadAccess.Unknown, await visibility.AccessAsync([Bob], [second, help], CancellationToken.None));
        Assert.False(await new Visibility([]).MaySeeAsync(Bob, second, CancellationToken.None));

        platform.Access[(TestTime.Member("cid"), second)] = ReadAccess.Cannot;
        Assert.Equal(ReadAccess.Cannot, await visibility.AccessAsync([Bob, TestTime.Member("cid")], [help, second], CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task What_stands_is_taken_away_rather_than_changed_for_somebody_who_cannot_read_the_channel_any_more(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await AskedAsync(database);
        Assert.Contains("how do I open", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);

        Close(story);
        await story.HappenAsync(new MessageEdited(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Id = new MessageId(1), Text = "how do I open the secret box?" });
        await story.PassAsync(3);

        Assert.DoesNotContain(story.Platform.Standing, sent => sent.To == Bob);
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.Text.Contains("secret", StringComparison.Ordinal));
        Assert.Contains("ask | withdrawn | The member may not read the channel.", await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task What_waits_to_be_sent_is_not_sent_to_somebody_who_cannot_read_the_channel_any_more(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await BeginAsync(database);
        story.Platform.Faults.Enqueue(FakeFault.PutOff);
        for (var second = 0; second < 20 && story.Platform.Faults.Count > 0; second++)
        {
            await story.PassAsync(1);
        }

        Close(story);
        await story.PassAsync(10);
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.To == Bob);
        Assert.Contains("ask | withdrawn | The member may not read the channel.", await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task What_may_have_been_sent_is_not_sent_again_to_somebody_who_cannot_read_the_channel_any_more(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await BeginAsync(database);
        story.Platform.Faults.Enqueue(FakeFault.LoseRequest);
        for (var second = 0; second < 20 && story.Platform.Faults.Count > 0; second++)
        {
            await story.PassAsync(1);
        }

        Assert.Contains(await story.OutboxAsync(), row => row.StartsWith("ask | uncertain", StringComparison.Ordinal));

        Close(story);
        await story.PassMinutesAsync(5);
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.To == Bob);
        Assert.Contains("ask | withdrawn | The member may not read the channel.", await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task To_a_click_of_somebody_who_cannot_read_the_channel_any_more_it_is_over_and_he_can_say_stop(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await AskedAsync(database);
        Close(story);

        Assert.Equal(TextBook.In("en")["ask.over"], Assert.IsType<CommandReply.Says>(await story.PressAsync("bob", "will")).Text);
        Assert.Equal(0, await database.CountAsync("claims"));
        Assert.IsType<CommandReply.Replaces>(await story.PressAsync("bob", "stop"));
        Assert.Equal(0, await database.CountAsync("member_settings WHERE helps_since IS NOT NULL"));
    }

    [Theory, EachEngine]
    public async Task The_board_shows_nothing_of_a_channel_that_not_everybody_reads_though_it_is_looked_after(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { WatchedChannels = ["*", "#den"] });
        await story.HappenAsync(new ChannelSeen(TestTime.Community, TestTime.Noon, TestTime.Channel("den")) { Name = "den", Visibility = ChannelVisibility.Readers, Readers = [Bob] });
        await story.WriteAsync(A.Message("how do I open the hidden box?").Id(1).In("den"));
        await story.WriteAsync(A.Message("how do I open the plain box?").Id(2).In("help"));
        await story.PassAsync(70);

        var board = Assert.Single(story.Platform.Standing);
        Assert.Contains("plain", board.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", board.Text, StringComparison.Ordinal);

        await story.HappenAsync(LiveStory.Channel("help", ChannelVisibility.Readers));
        await story.PassAsync(3);
        Assert.DoesNotContain(story.Platform.Standing, sent => sent.Text.Contains("plain", StringComparison.Ordinal));
    }

    private static async Task<LiveStory> AskedAsync(TestDatabase database)
    {
        var story = await BeginAsync(database);
        await story.PassAsync(13);
        return story;
    }

    private static async Task<LiveStory> BeginAsync(TestDatabase database)
    {
        var story = await LiveStory.BeginAsync(database, rules => rules with { AsksPerPost = 1, AsksPerDay = 10, FewestHelpers = 1, RestAfter = TimeSpan.FromHours(48) });
        await story.AgreeAsync("bob");
        await story.WriteAsync(A.Message("how do I open the box?").Id(1).In("help"));
        return story;
    }

    private static void Close(LiveStory story) => story.Platform.Access[(Bob, TestTime.Channel("help"))] = ReadAccess.Cannot;
}
