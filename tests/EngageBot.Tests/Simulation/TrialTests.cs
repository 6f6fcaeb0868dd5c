using EngageBot.Simulation;
using EngageBot.Simulation.Model;
using EngageBot.Simulation.Reports;
using Xunit.Abstractions;

namespace EngageBot.Tests.Simulation;

/// <summary>The product among made-up people, for months: whatever they do, it keeps what it promises.</summary>
public sealed class TrialTests(ITestOutputHelper output)
{
    private const int Short = 12;
    private const int Long = 200;

    /// <summary>In the short form large communities are left out: they take seconds each.</summary>
    private const double MostPostsADay = 3;

    private static bool IsLong => Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long";

    private static IEnumerable<long> Seeds => IsLong
        ? Enumerable.Range(1, Long).Select(seed => (long)seed)
        : Enumerable.Range(1, Long).Select(seed => (long)seed).Where(seed => new Habits(seed).PostsPerDay <= MostPostsADay).Take(Short);

    [Fact]
    public async Task In_every_community_budgets_consent_and_quiet_hours_are_kept_and_nothing_is_said_about_what_was_answered()
    {
        var trials = await Trials.RunAsync([.. Seeds], atOnce: 2, done: null, CancellationToken.None);

        output.WriteLine(TextReport.Of(trials));
        Assert.Empty(trials.SelectMany(trial => trial.Broken)); // Each line begins with its seed: run --draws 1 --seed N
        Assert.True(trials.Sum(trial => trial.Ours.Private) > 5 * trials.Count, "hardly anybody was asked");
        Assert.True(trials.Where(trial => trial.Habits.HasPublicReplies).Sum(trial => trial.Ours.Public) > 0, "the bot never replied under a post");
        Assert.True(trials.Where(trial => !trial.Habits.HasPublicReplies).Sum(trial => trial.Ours.Public) > trials.Count, "hardly anything was put on a board");
        Assert.True(trials.Sum(trial => trial.GainedByOurs) > trials.Sum(trial => Math.Max(0, trial.GainedByPinging)), "ours is to gain more than pings");
        Assert.True(trials.Sum(trial => trial.LostByOurs) < trials.Sum(trial => trial.LostByPinging), "ours is to drive fewer away than pings");
    }

    [Fact]
    public async Task The_same_seeds_give_the_same_to_the_last_figure()
    {
        long[] seeds = [.. Enumerable.Range(1, Long).Select(seed => (long)seed).Where(seed => new Habits(seed) is { PostsPerDay: < 1.5, Members: > 60 }).Take(2)];
        var one = await Trials.RunAsync(seeds, atOnce: 2, done: null, CancellationToken.None);
        var other = await Trials.RunAsync(seeds, atOnce: 1, done: null, CancellationToken.None);

        Assert.True(one.Sum(trial => trial.Ours.Messages) > 0, "nothing was said");
        Assert.Equal(JsonReport.Of(one), JsonReport.Of(other));
        Assert.Equal(TextReport.Of(one), TextReport.Of(other));
    }
}
