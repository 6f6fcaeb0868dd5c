using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Nudges;
using EngageBot.Simulation;
using EngageBot.Simulation.Bots;
using EngageBot.Simulation.Model;
using EngageBot.TestKit;

namespace EngageBot.Tests.Simulation;

/// <summary>The one who watches the promises sees each that is broken.</summary>
public sealed class PromisesTests
{
    private static readonly DateTimeOffset Noon = Span.Live.AddHours(12);

    private readonly VirtualClock _clock = new(Noon);
    private readonly World _world;
    private readonly Promises _promises;
    private long _posts;

    public PromisesTests()
    {
        var habits = Enumerable.Range(1, 100).Select(seed => new Habits(seed)).First(habits => habits is { Members: > 120, HasThreads: false });
        _world = new World(habits, new Cast(habits), new NoBot(), _clock);
        _promises = new Promises(_world, new CommunityRules { QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), "UTC") });
    }

    private Resident Ada => _world.Residents[3];

    [Fact]
    public void Asks_as_they_should_be_break_nothing()
    {
        Ada.Helps = true;
        foreach (var day in new[] { 0, 3, 6, 10 })
        {
            _clock.MoveTo(Noon.AddDays(day));
            _promises.Asked(Ada, Written());
        }

        Assert.Empty(_promises.Broken);
    }

    [Theory]
    [InlineData(false, 0, false, "did not agree")]
    [InlineData(true, 0, true, "is answered")]
    [InlineData(true, 10, false, "in quiet hours, at 22:00")]
    [InlineData(true, 19.5, false, "in quiet hours, at 07:30")]
    [InlineData(true, -24, false, "before the bot is live")]
    public void An_ask_needs_consent_an_open_post_and_the_right_hour(bool agreed, double hours, bool isAnswered, string broken)
    {
        var clock = new VirtualClock(Noon.AddHours(hours));
        var world = new World(_world.Habits, _world.Cast, new NoBot(), clock);
        var promises = new Promises(world, new CommunityRules { QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), "UTC") });
        world.Residents[3].Helps = agreed;
        var post = new Post(_world.Cast.Posts.First(plan => plan.Author.Number != 3), new MessageId(1), TestTime.Channel("help-0"), clock.GetUtcNow());
        post.AnsweredAt = isAnswered ? clock.GetUtcNow() : null;

        promises.Asked(world.Residents[3], post);

        Assert.Contains(broken, Assert.Single(promises.Broken), StringComparison.Ordinal);
        Assert.StartsWith($"seed {world.Habits.Seed}, ", promises.Broken[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Budgets_are_watched()
    {
        Ada.Helps = true;
        _promises.Asked(Ada, Written());
        _clock.MoveTo(Noon.AddHours(23));
        _promises.Asked(Ada, Written());
        Assert.Equal(2, _promises.Broken.Count);
        Assert.Contains(_promises.Broken, broken => broken.EndsWith("within a day of the last nudge", StringComparison.Ordinal));
        Assert.Contains(_promises.Broken, broken => broken.EndsWith("within three days, and never answered when asked", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_has_answered_when_asked_may_be_asked_the_next_day_but_not_four_times_a_week()
    {
        Ada.Helps = true;
        for (var day = 0; day < 4; day++)
        {
            _clock.MoveTo(Noon.AddDays(day));
            var post = Written();
            _promises.Asked(Ada, post);
            (post.AnsweredAt, post.AnsweredBy) = (_clock.GetUtcNow(), Ada.Person);
        }

        Assert.EndsWith("the fourth nudge in a week", Assert.Single(_promises.Broken), StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_and_a_word_that_nothing_is_needed_are_heeded()
    {
        var (claimed, dismissed) = (Written(), Written());
        var (bob, cid) = (_world.Residents[4], _world.Residents[5]);
        bob.Helps = cid.Helps = true;
        _promises.Pressed(Ada, claimed, AskTexts.Will);
        _promises.Pressed(Ada, dismissed, AskTexts.NotNeeded);
        _promises.Asked(bob, claimed);
        _promises.Asked(cid, dismissed);

        Assert.Equal(2, _promises.Broken.Count);
    }

    [Fact]
    public void What_is_said_in_public_is_watched()
    {
        var (first, second) = (Written(), Written());
        _promises.Replied(first);
        Assert.Empty(_promises.Broken);
        _promises.Replied(second);
        Assert.Contains(_promises.Broken, broken => broken.EndsWith("only 0 messages after the last in public", StringComparison.Ordinal));
        Assert.Contains(_promises.Broken, broken => broken.EndsWith("the second in a row", StringComparison.Ordinal));

        var before = _promises.Broken.Count;
        first.AnsweredAt = _clock.GetUtcNow();
        _promises.Showed([first], isNew: false);
        Assert.Equal(before + 1, _promises.Broken.Count);
    }

    private Post Written() => new(_world.Cast.Posts.First(plan => plan.Author.Number > 5), new MessageId(++_posts), TestTime.Channel("help-0"), _clock.GetUtcNow());
}
