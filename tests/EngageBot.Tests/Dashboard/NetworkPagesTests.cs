using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Dashboard;
using EngageBot.Outbox;
using EngageBot.Stats.Daily;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Dashboard;

/// <summary>Who answers whom, for a moderator: nobody is named from where he cannot read, nor who opted out, nor anybody on Slack.</summary>
public sealed class NetworkPagesTests
{
    private static readonly TextBook Texts = TextBook.In("en");

    [Theory, EachEngine]
    public async Task The_pairs_of_channels_that_a_moderator_can_read_are_shown(TestEngine engine)
    {
        await using var story = await StoryAsync(engine, TestTime.Community);
        var network = (await ReadAsync(story, TestTime.Community))!;
        Assert.Equal(new NetworkPair("Ada", "Bob", 1, 2), network.Pairs[0]);
        Assert.Equal(Texts.Of("dashboard.network.of", ("people", "6"), ("pairs", "5"), ("mutual", "1")), network.InWords);
        var picture = network.Picture!.ToSvg(new ChartLook(ChartTheme.Page));
        Assert.Contains(">Eve<", picture, StringComparison.Ordinal);
        Assert.Contains($">{network.InWords}</desc>", picture, StringComparison.Ordinal);
    }

    [Theory, InlineData(ReadAccess.Cannot), InlineData(ReadAccess.Unknown)]
    public async Task Nothing_is_of_a_channel_that_he_cannot_read(ReadAccess access)
    {
        await using var story = await StoryAsync(TestEngine.Sqlite, TestTime.Community);
        story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("second"))] = access;
        var network = (await ReadAsync(story, TestTime.Community))!;
        Assert.Equal([new NetworkPair("Ada", "Bob", 1, 2)], network.Pairs);
        Assert.Null(network.Picture); // Two people are no network.
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_private_channel_is_part_of_it_only_where_it_is_looked_after_by_name(bool isWatched)
    {
        await using var story = await StoryAsync(TestEngine.Sqlite, TestTime.Community, rules => isWatched ? rules with { WatchedChannels = [CommunityRules.AllChannels, "second"] } : rules);
        await story.HappenAsync(new ChannelSeen(TestTime.Community, TestTime.Noon, TestTime.Channel("second")) { Name = "second", Visibility = ChannelVisibility.Readers });
        Assert.Equal(isWatched ? 5 : 1, (await ReadAsync(story, TestTime.Community))!.Pairs.Count);
    }

    [Fact]
    public async Task Who_opted_out_or_left_is_not_in_it()
    {
        await using var story = await StoryAsync(TestEngine.Sqlite, TestTime.Community);
        await story.HappenAsync(new MemberChoice.LeavesOut(TestTime.Community, TestTime.Noon.AddHours(1), TestTime.Member("bob")), new MemberLeft(TestTime.Community, TestTime.Noon.AddHours(1), TestTime.Member("kim")));
        var network = (await ReadAsync(story, TestTime.Community))!;
        Assert.DoesNotContain(network.Pairs, pair => pair.One is "Bob" or "Kim" || pair.Other is "Bob" or "Kim");
        var picture = network.Picture!.ToSvg(new ChartLook(ChartTheme.Page));
        Assert.DoesNotContain("Bob", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("Kim", picture, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_names_nobody_who_opted_out_since_and_goes_by_what_he_can_read_now()
    {
        await using var story = await StoryAsync(TestEngine.Sqlite, TestTime.Community);
        var pages = PagesOf(story, new SlowClock());
        Assert.Equal(5, (await ReadAsync(pages, TestTime.Community))!.Pairs.Count);
        await story.HappenAsync(new MemberChoice.LeavesOut(TestTime.Community, TestTime.Noon.AddHours(1), TestTime.Member("kim")));
        Assert.Equal(4, (await ReadAsync(pages, TestTime.Community))!.Pairs.Count);
        story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("second"))] = ReadAccess.Cannot;
        Assert.Single((await ReadAsync(pages, TestTime.Community))!.Pairs);
    }

    [Fact]
    public async Task On_Slack_nobody_is_named()
    {
        var slack = new CommunityId(Platform.Slack, "T1");
        await using var story = await StoryAsync(TestEngine.Sqlite, slack);
        var network = (await ReadAsync(story, slack))!;
        Assert.Empty(network.Pairs);
        Assert.Empty(network.Connectors);
        var picture = network.Picture!.ToSvg(new ChartLook(ChartTheme.Page));
        Assert.DoesNotContain("Ada", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("Eve", picture, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_Slack_nothing_is_told_of_fewer_than_five()
    {
        var slack = new CommunityId(Platform.Slack, "T1");
        await using var story = await StoryAsync(TestEngine.Sqlite, slack);
        story.Platform.Access[(new MemberId(slack, "mod"), new ChannelId(slack, "second"))] = ReadAccess.Cannot;
        Assert.Null(await ReadAsync(story, slack));
    }

    private static Task<PeopleNetwork?> ReadAsync(LiveStory story, CommunityId community) => ReadAsync(PagesOf(story, TimeProvider.System), community);

    private static Task<PeopleNetwork?> ReadAsync(NetworkPages pages, CommunityId community) =>
        pages.ReadAsync(new Asker(community, new MemberId(community, "mod"), TestTime.Noon.AddDays(1)) { ManagesCommunity = true }, Texts, CancellationToken.None);

    private static NetworkPages PagesOf(LiveStory story, TimeProvider clock) => new(new LiveNetworkReader(story.Database.Source, story.Book, new Visibility(_ => story.Platform)), clock);

    /// <summary>Ada and Bob answer each other in "help"; Eve talks with four others in "second", one of them Ada.</summary>
    private static async Task<LiveStory> StoryAsync(TestEngine engine, CommunityId community, Func<CommunityRules, CommunityRules>? rules = null)
    {
        var story = await LiveStory.BeginAsync(engine, rules);
        MessageCreated In(string channel, string by, long id, long? to = null) => A.Message("well").Id(id).By(by).Build() with
        {
            Community = community,
            Channel = new ChannelId(community, channel),
            Author = new MemberId(community, by),
            ReplyTo = to is { } parent ? new MessageId(parent) : null,
        };
        await story.HappenAsync(
        [
            .. new[] { "help", "second" }.Select(name => new ChannelSeen(community, TestTime.Noon, new ChannelId(community, name)) { Name = name, Visibility = ChannelVisibility.Everyone }),
            .. new[] { "Ada", "Bob", "Eve", "Kim", "Lee", "Moe" }.Select(name => new MemberSeen(community, TestTime.Noon, new MemberId(community, name.ToLowerInvariant())) { Name = name }),
            In("help", "ada", 1), In("help", "bob", 2, 1), In("help", "ada", 3, 2), In("help", "bob", 4, 3),
            In("second", "eve", 11), In("second", "ada", 12, 11), In("second", "kim", 13, 11), In("second", "lee", 14, 11), In("second", "moe", 15, 11),
        ]);
        return story;
    }

    /// <summary>By which everything takes seconds, so that it is kept.</summary>
    private sealed class SlowClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
    }
}
