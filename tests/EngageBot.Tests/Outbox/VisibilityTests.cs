using EngageBot.Outbox;
using EngageBot.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Outbox;

/// <summary>
/// Nobody learns from the bot what he could not read himself: random communities with channels for everybody and for some, whose messages hold words of their own, in which
/// who may read what changes at any time. Whatever the bot says, changes or answers is looked at with the eyes of its reader at that moment.
/// </summary>
public sealed class VisibilityTests
{
    private const int Steps = 60;

    /// <summary>Worlds that are always the same, in which together everything is said that speaks of somebody's words or of a channel.</summary>
    private const int FixedWorlds = 8;

    private static readonly OutboxKind[] Spoken =
    [
        OutboxKind.Board, OutboxKind.Tag, OutboxKind.Reply, OutboxKind.Ask, OutboxKind.YourTurn, OutboxKind.PromoterNote, OutboxKind.Proposal, OutboxKind.Introduction,
        OutboxKind.FollowUp, OutboxKind.Thanks, OutboxKind.Eyes, OutboxKind.Joined, OutboxKind.Report, OutboxKind.Approval, OutboxKind.Queued, OutboxKind.Concern,
    ];

    [Fact]
    public void Nobody_is_shown_a_word_a_link_or_a_name_of_a_channel_that_he_cannot_read() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long" ? 200 : 8),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            RunAsync(seed).GetAwaiter().GetResult();
        }));

    [Fact]
    public async Task So_it_is_with_everything_that_the_bot_can_say()
    {
        HashSet<OutboxKind> said = [];
        for (var seed = 1; seed <= FixedWorlds; seed++)
        {
            said.UnionWith(await RunAsync(seed));
        }

        Assert.Equal(string.Empty, string.Join(", ", Spoken.Except(said)));
    }

    [Fact]
    public async Task The_eyes_see_what_there_is_to_see()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var world = await VisibleWorld.BeginAsync(database, seed: 1);
        world.Open("den", isOpen: true);
        Assert.Empty(world.Seen("ada", VisibleWorld.WordOf("den")));
        world.Open("den", isOpen: false);
        Assert.NotEmpty(world.Seen("ada", VisibleWorld.WordOf("den")));
        Assert.NotEmpty(world.Seen("ada", "in #den"));
        Assert.NotEmpty(world.Seen("ada", "https://chat.example/den/1"));
        Assert.Empty(world.Seen("ada", VisibleWorld.WordOf("help")));
        Assert.NotEmpty(world.Seen("mod", VisibleWorld.WordOf("den")));
    }

    /// <returns>What was said, by its form.</returns>
    private static async Task<IReadOnlySet<OutboxKind>> RunAsync(int seed)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var world = await VisibleWorld.BeginAsync(database, seed);
        var life = new VisibleLife(world);
        for (var step = 0; step < Steps; step++)
        {
            await life.StepAsync();
        }

        Assert.Equal(string.Empty, $"{string.Join('\n', world.Leaks.Select(leak => $"seed {seed}: {leak}"))}");
        Assert.True(world.Shown > 5, $"seed {seed}: hardly anything was shown to anybody");
        return (await database.RowsAsync("SELECT DISTINCT kind FROM outbox WHERE sent_at IS NOT NULL")).Select(Enum.Parse<OutboxKind>).ToHashSet();
    }
}
