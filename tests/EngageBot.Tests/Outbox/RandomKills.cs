using EngageBot.Outbox;
using EngageBot.TestKit;

namespace EngageBot.Tests.Outbox;

/// <summary>
/// A process that is killed at random: before a message is sent, after it, while it is looked for, between any two steps. In between requests and answers are lost and put off.
/// </summary>
/// <param name="most">A process that is killed more often hardly gets to say anything.</param>
/// <param name="isBlind">Half of the time it cannot be looked up what became of a message.</param>
internal sealed class RandomKills(LiveStory story, Random random, int most, bool isBlind)
{
    /// <summary>What waits befalls the next calls: where more of it comes than calls are made, none would ever succeed.</summary>
    private const int MostMishaps = 2;

    private static readonly FakeFault[] Deaths = [FakeFault.DieBefore, FakeFault.DieAfter, FakeFault.DieLooking];

    private static readonly FakeFault[] Mishaps = [FakeFault.PutOff, FakeFault.LoseRequest, FakeFault.LoseAnswer];

    /// <summary>What is put off once more at the end has its time too.</summary>
    private const int LastRounds = 10;

    public int Kills { get; private set; }

    public static int InAll => Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long" ? 100 : 10;

    /// <summary>A second passes, or a long time at once, and something may befall the process in it.</summary>
    /// <param name="oneIn">How rarely it is killed.</param>
    public async Task PassAsync(TimeSpan time, int oneIn)
    {
        story.Platform.IsBlind = isBlind && random.Next(2) == 0;
        await DisturbAsync(oneIn);
        story.Clock.MoveTo(story.Clock.GetUtcNow() + time);
        await story.ListenAsync();
        Kills += await story.SpeakAsync() ? 0 : 1;
    }

    /// <summary>Nothing befalls it any more.</summary>
    public void Cease()
    {
        story.Platform.IsBlind = false;
        story.Platform.Faults.Clear();
    }

    /// <summary>So much time passes that nothing that is planned now could still be said: each must have come to an end by then.</summary>
    public async Task EndAsync(int seed)
    {
        var last = (await story.Database.RowsAsync("SELECT MAX(id) FROM outbox"))[0];
        for (var round = 0; round < LastRounds; round++)
        {
            var expires = (await story.Database.RowsAsync($"SELECT COALESCE(MAX(expires_at), 0) FROM outbox WHERE next_at IS NOT NULL AND id <= {last}"))[0];
            var end = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(expires, System.Globalization.CultureInfo.InvariantCulture)).AddMinutes(1);
            story.Clock.MoveTo(end > story.Clock.GetUtcNow() ? end : story.Clock.GetUtcNow().AddMinutes(1));
            await story.ListenAsync();
            await story.SpeakAsync();
        }

        var left = await story.Database.RowsAsync(
            $"SELECT id, kind, state, outcome FROM outbox WHERE id <= {last} AND (next_at IS NOT NULL OR state IN ({OutboxState.Planned:D}, {OutboxState.Claimed:D}))");
        Assert.True(left.Count == 0, $"seed {seed}: without an end: {string.Join("; ", left)}");
    }

    /// <summary>Whether all that was planned was said once, or may have been, or was not wanted any more; nothing twice.</summary>
    public async Task<KillTally> JudgeAsync(int seed)
    {
        var rows = (await story.Database.RowsAsync("SELECT id, kind, state FROM outbox ORDER BY id")).Select(Row.Of).ToList();
        var appeared = story.Platform.Sent.GroupBy(message => message.OutboxId!.Value).ToDictionary(one => one.Key, one => one.Count());

        Assert.Equal((seed, 0), (seed, rows.Count(row => row.State == OutboxState.Claimed)));
        Assert.All(appeared, one => Assert.Equal((seed, 1), (seed, one.Value)));
        Assert.Equal((seed, string.Empty), (seed, string.Join(", ", appeared.Keys.Except(rows.Select(row => row.Id)))));
        foreach (var row in rows.Where(row => row.State == OutboxState.Sent && !OutboxMarks.IsMark(row.Kind)))
        {
            Assert.True(appeared.ContainsKey(row.Id), $"seed {seed}: {row} is said to have been sent");
        }

        var tags = rows.Count(row => row is { State: OutboxState.Sent, Kind: OutboxKind.Tag });
        Assert.True(tags == story.Platform.Tagged.Count, $"seed {seed}: {story.Platform.Tagged.Count} tags stand of {string.Join("; ", await story.Database.RowsAsync("SELECT * FROM outbox WHERE kind = 2"))}");
        Assert.Equal((seed, rows.Count(row => row is { State: OutboxState.Sent, Kind: OutboxKind.Eyes })), (seed, story.Platform.Reactions.Count));
        Assert.Equal((seed, 0), (seed, rows.Count(row => row.State == OutboxState.Planned && appeared.ContainsKey(row.Id))));
        var tally = new KillTally(rows.Count, rows.Count(row => row.State == OutboxState.Sent), rows.Count(row => row.State == OutboxState.Uncertain), Kills);
        Assert.True(tally.Uncertain <= (isBlind ? Kills : 0), $"seed {seed}: {tally}");
        return tally;
    }

    private async Task DisturbAsync(int oneIn)
    {
        if (story.Platform.Faults.Count < MostMishaps && random.Next(4) == 0)
        {
            story.Platform.Faults.Enqueue(Mishaps[random.Next(Mishaps.Length)]);
        }

        if (Kills >= most || random.Next(oneIn) != 0)
        {
            return;
        }

        if (random.Next(3) > 0)
        {
            story.Platform.Faults.Enqueue(Deaths[random.Next(Deaths.Length)]);
            return;
        }

        await story.RestartAsync();
        Kills++;
    }

    private sealed record Row(long Id, OutboxKind Kind, OutboxState State)
    {
        public static Row Of(string row) => row.Split(" | ") is [var id, var kind, var state]
            ? new Row(Number(id), (OutboxKind)Number(kind), (OutboxState)Number(state))
            : throw new FormatException(row);

        private static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
