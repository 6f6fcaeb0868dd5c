using System.Text.Json;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Dashboard;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Tests.Host.Web;

/// <summary>What moderators see is of their own community alone: it is the same whether another one is in the database or not.</summary>
public sealed class OneCommunityTests
{
    private static readonly CommunityId Other = new(TestTime.Community.Platform, "other");
    private static readonly TextBook Texts = TextBook.In("en");

    [Theory, EachEngine]
    public async Task Every_count_is_of_the_one_community(TestEngine engine)
    {
        var (alone, optedOut, helpers) = await SeenAsync(engine, besides: false);
        var (besides, _, _) = await SeenAsync(engine, besides: true);
        Assert.Equal((2, 1), (optedOut, helpers));
        Assert.Equal(alone, besides);
    }

    /// <summary>All that the pages count, as text; and how many are left out, and may be asked.</summary>
    private static async Task<(string All, int? OptedOut, int? Helpers)> SeenAsync(TestEngine engine, bool besides)
    {
        await using var story = await LiveStory.BeginAsync(engine);
        await story.HappenAsync(LifeOf(TestTime.Community, leavers: 2, helpers: 1, posts: 8));
        if (besides)
        {
            await story.HappenAsync(LifeOf(Other, leavers: 5, helpers: 4, posts: 21));
            Assert.Equal(["7"], await story.Database.RowsAsync("SELECT COUNT(*) FROM members WHERE opted_out_at IS NOT NULL")); // They would be counted.
        }

        story.Clock.MoveTo(TestTime.Noon.AddDays(2));
        story.Platform.Managers.Add(TestTime.Member("mod"));
        var reader = story.Services.GetRequiredService<DashboardReader>();
        var by = new Asker(TestTime.Community, TestTime.Member("mod"), story.Clock.GetUtcNow()) { ManagesCommunity = true };
        var people = await reader.PeopleAsync(by, Texts, CancellationToken.None);
        Assert.NotEmpty(people.Feeds);
        var all = new object[]
        {
            people,
            (await reader.OverviewAsync(by, 28, Texts, CancellationToken.None)).Figures,
            await reader.IntroducedAsync(by, Texts, CancellationToken.None),
            await reader.HealthAsync(by, Texts, CancellationToken.None),
        };
        return (JsonSerializer.Serialize(all), people.OptedOut, people.Helpers);
    }

    /// <summary>Some ask, some answer, some are left out, some may be asked, and a machine passes news on.</summary>
    private static IEnumerable<ChatEvent> LifeOf(CommunityId community, int leavers, int helpers, int posts)
    {
        var (channel, at) = (new ChannelId(community, "help"), TestTime.Noon);
        MemberId Member(string name) => new(community, name);
        yield return new ChannelSeen(community, at, channel) { Name = "help", Visibility = ChannelVisibility.Everyone };
        for (var number = 1; number <= posts; number++)
        {
            var (asked, answered) = (100 * number, (100 * number) + 1);
            yield return new MessageCreated(community, at.AddMinutes(number)) { Channel = channel, Id = new MessageId(asked), Author = Member($"asker-{number}"), Text = "how do I open it?" };
            yield return new MessageCreated(community, at.AddMinutes(number).AddSeconds(20))
            {
                Channel = channel, Id = new MessageId(answered), Author = Member($"helper-{number}"), Text = "with a key", ReplyTo = new MessageId(asked),
            };
            yield return new MessageCreated(community, at.AddMinutes(number).AddSeconds(40))
            {
                Channel = channel, Id = new MessageId(answered + 1), Author = Member("feed"), Text = "some news", Traits = MessageTraits.Webhook,
            };
        }

        for (var leaver = 1; leaver <= leavers; leaver++)
        {
            yield return new MemberChoice.LeavesOut(community, at.AddHours(1), Member($"leaver-{leaver}"));
        }

        for (var helper = 1; helper <= helpers; helper++)
        {
            yield return new MemberChoice.Helps(community, at.AddHours(1), Member($"helper-{helper}"), Topics: null);
        }
    }
}
