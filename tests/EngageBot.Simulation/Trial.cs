using EngageBot.Simulation.Bots;
using EngageBot.Simulation.Model;
using EngageBot.TestKit;

namespace EngageBot.Simulation;

/// <summary>One community, drawn by a seed, with no bot, with one that pings everybody, and with ours.</summary>
internal sealed record Trial
{
    public required Habits Habits { get; init; }

    public required Tally None { get; init; }

    public required Tally Pinging { get; init; }

    /// <summary>The pinging one again, among people whom no message ever annoys or tires: the best that it could do.</summary>
    public required Tally Untiring { get; init; }

    public required Tally Ours { get; init; }

    /// <summary>A line for each promise that ours broke.</summary>
    public required IReadOnlyList<string> Broken { get; init; }

    /// <summary>Answers more than without a bot, of the posts that were written with it and without. Posts that those who left did not write are no loss here: the members are.</summary>
    public int GainedByPinging => Pinging.AnsweredMoreThan(None);

    public int GainedByOurs => Ours.AnsweredMoreThan(None);

    /// <summary>Answers more than without a bot, a message.</summary>
    public double PerPing => Per(GainedByPinging, Pinging.Messages);

    public double PerOurs => Per(GainedByOurs, Ours.Messages);

    /// <summary>Of the pinging one at its best.</summary>
    public double PerUntiringPing => Per(Untiring.AnsweredMoreThan(None), Untiring.Messages);

    public double PerNotificationOfPinging => Per(GainedByPinging, Pinging.Notified);

    /// <summary>A board notifies nobody, so that with hardly any asks this says little.</summary>
    public double PerNotificationOfOurs => Per(GainedByOurs, Ours.Notified);

    public double RatioOfNotifications => RatioOf(PerNotificationOfOurs, PerNotificationOfPinging);

    public int LostByPinging => Pinging.Lost - None.Lost;

    public int LostByOurs => Ours.Lost - None.Lost;

    /// <summary>Ours against the pinging one; endless where that one gained nothing, and ours something.</summary>
    public double Ratio => RatioOf(PerOurs, PerPing);

    /// <summary>Ours, whose people are annoyed and tired as drawn, against the pinging one at its best.</summary>
    public double RatioToUntiring => RatioOf(PerOurs, PerUntiringPing);

    public bool IsMoreAMessage => PerOurs > PerPing;

    public bool LosesNoMore => LostByOurs <= LostByPinging;

    /// <summary>More answers a message, and no more members lost.</summary>
    public bool IsWon => IsMoreAMessage && LosesNoMore;

    public static async Task<Trial> RunAsync(long seed, CancellationToken cancellationToken)
    {
        var habits = new Habits(seed);
        var cast = new Cast(habits);
        var none = await RunAsync(habits, cast, new NoBot(), new VirtualClock(Span.Start), cancellationToken);
        var pinging = await RunAsync(habits, cast, new PingingBot(), new VirtualClock(Span.Start), cancellationToken);
        var untiring = await RunAsync(habits.Untiring(), cast, new PingingBot(), new VirtualClock(Span.Start), cancellationToken);

        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var clock = new VirtualClock(Span.Start);
        await using var product = new ProductBot(database, clock, habits);
        var ours = await RunAsync(habits, cast, product, clock, cancellationToken);
        return new Trial { Habits = habits, None = none, Pinging = pinging, Untiring = untiring, Ours = ours, Broken = product.Broken };
    }

    private static async Task<Tally> RunAsync(Habits habits, Cast cast, Bot bot, VirtualClock clock, CancellationToken cancellationToken)
    {
        var world = new World(habits, cast, bot, clock);
        await world.RunAsync(cancellationToken);
        return Tally.Of(world, bot.Said);
    }

    private static double RatioOf(double ours, double other) => ours <= 0 ? 0 : other <= 0 ? double.PositiveInfinity : ours / other;

    private static double Per(int gained, int messages) => messages == 0 ? 0 : (double)gained / messages;
}
