using EngageBot.Simulation;
using EngageBot.Simulation.Bots;
using EngageBot.Simulation.Model;

namespace EngageBot.Tests.Simulation;

/// <summary>Whether the made-up people behave as their habits say.</summary>
public sealed class ModelTests
{
    [Fact]
    public void Habits_lie_in_their_ranges_and_reach_all_of_them()
    {
        var drawn = Enumerable.Range(1, 400).Select(seed => new Habits(seed)).ToList();

        Assert.Equal(Enum.GetValues<HabitName>(), Habit.All.Select(habit => habit.Name));
        foreach (var habit in Habit.All)
        {
            var values = drawn.Select(habits => habits[habit.Name]).ToList();
            Assert.All(values, value => Assert.InRange(value, habit.Low, habit.High));
            Assert.True(values.Min() < habit.At(0.03) && values.Max() > habit.At(0.97), $"{habit.Name} is drawn from a part of its range");
        }

        Assert.InRange(drawn.Count(habits => habits.IsPingAsGood), 70, 130);
        Assert.All(drawn, habits => Assert.Equal(habits.IsPingAsGood, habits.PingRatio >= 1));
    }

    [Fact]
    public async Task Without_a_bot_as_many_posts_are_answered_as_the_habits_say()
    {
        var (measured, said) = (0.0, 0.0);
        const int Draws = 40;
        for (var seed = 1; seed <= Draws; seed++)
        {
            var habits = new Habits(seed);
            measured += (await RunAsync(habits, new Cast(habits), new NoBot())).Share / Draws;
            said += habits[HabitName.AnswerRate] / Draws;
        }

        Assert.InRange(measured, said - 0.05, said + 0.05);
    }

    [Fact]
    public async Task Pings_bring_answers_where_nobody_minds_them_and_drive_people_away_where_they_do()
    {
        var (gained, pings, silenced) = (0, 0, 0);
        for (var seed = 1; seed <= 8; seed++)
        {
            var habits = new Habits(seed);
            var cast = new Cast(habits);
            var none = await RunAsync(habits, cast, new NoBot());
            var calm = await RunAsync(habits.Untiring(), cast, new PingingBot());
            var annoyed = await RunAsync(habits, cast, new PingingBot());
            gained += calm.AnsweredMoreThan(none);
            pings += calm.Messages;
            silenced += annoyed.Silenced;
            Assert.Equal(0, calm.Left + calm.Silenced);
            Assert.True(annoyed.Left >= none.Left);
        }

        Assert.InRange((double)gained / pings, 0.05, 0.5);
        Assert.True(silenced > 50);
    }

    [Fact]
    public void A_member_sleeps_through_what_comes_at_night()
    {
        var person = new Cast(new Habits(1)).People[0] with { WakesAt = 420, AwakeMinutes = 900 };
        var noon = Span.Start.AddHours(12);

        Assert.Equal(noon, person.Awake(noon, 0.5));
        Assert.Equal(Span.Start.AddHours(31.5), person.Awake(Span.Start.AddHours(23), 0.5));
        Assert.Equal(Span.Start.AddHours(7.5), person.Awake(Span.Start.AddHours(2), 0.5));
    }

    [Fact]
    public void What_annoys_fades_by_half()
    {
        var habits = new Habits(1);
        var (nerves, resident) = (new Nerves(habits), new Resident(new Cast(habits).People[0]));
        for (var message = 0; message < 10; message++)
        {
            nerves.Meets(resident, weight: 1, Span.Live);
        }

        var tired = nerves.Freshness(resident, Span.Live);
        var rested = nerves.Freshness(resident, Span.Live.AddDays(habits[HabitName.Recovery]));
        Assert.Equal(10, (1 / tired - 1) / habits[HabitName.Fatigue], precision: 6);
        Assert.Equal(5, (1 / rested - 1) / habits[HabitName.Fatigue], precision: 6);
    }

    private static async Task<Tally> RunAsync(Habits habits, Cast cast, Bot bot)
    {
        var world = new World(habits, cast, bot, new VirtualClock(Span.Start));
        await world.RunAsync(CancellationToken.None);
        return Tally.Of(world, bot.Said);
    }
}
