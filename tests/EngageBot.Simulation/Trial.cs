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

    public required Tally Ours { get; init; }

    /// <summary>A line for each promise that ours broke.</summary>
    public required IReadOnlyList<string> Broken { get; init; }

    public int GainedByPinging => Pinging.Answered - None.Answered;

    public int GainedByOurs => Ours.Answered - None.Answered;

    /// <summary>Answers more than without a bot, a message.</summary>
    public double PerPing => Per(GainedByPinging, Pinging.Messages);

    public double PerOurs => Per(GainedByOurs, Ours.Messages);

    public double PerNotificationOfPinging => Per(GainedByPinging, Pinging.Notified);

    /// <summary>A board notifies nobody, so that with hardly any asks this says little.</summary>
    public double PerNotificationOfOurs => Per(GainedByOurs, Ours.Notified);

    public int LostByPinging => Pinging.Lost - None.Lost;

    public int LostByOurs => Ours.Lost - None.Lost;

    /// <summary>Ours against the pinging one; endless where that one gained nothing, and ours something.</summary>
    public double Ratio => PerOurs <= 0 ? 0 : PerPing <= 0 ? double.PositiveInfinity : PerOurs / PerPing;

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

        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var clock = new VirtualClock(Span.Start);
        await using var product = new ProductBot(database, clock, habits);
        var ours = await RunAsync(habits, cast, product, clock, cancellationToken);
        return new Trial { Habits = habits, None = none, Pinging = pinging, Ours = ours, Broken = product.Broken };
    }

    private static async Task<Tally> RunAsync(Habits habits, Cast cast, Bot bot, VirtualClock clock, CancellationToken cancellationToken)
    {
        var world = new World(habits, cast, bot, clock);
        await world.RunAsync(cancellationToken);
        return Tally.Of(world, bot.Said);
    }

    private static double Per(int gained, int messages) => messages == 0 ? 0 : (double)gained / messages;
}
