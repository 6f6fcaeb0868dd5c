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

    /// <summary>What speaks of nobody's words and of no channel; all else is said in those worlds.</summary>
    private static readonly Dictionary<OutboxKind, string> Exempt = new()
    {
        [OutboxKind.Notice] = "the moderators' own words",
        [OutboxKind.SignUp] = "the moderators' own words",
        [OutboxKind.Hint] = "numbers of the whole community",
        [OutboxKind.Raid] = "numbers of the whole community",
    };

    /// <summary>Nothing can be asked of it that it answers with words of its own.</summary>
    private static readonly Dictionary<string, string> Unasked = [];

    [Fact]
    public void Nobody_is_shown_a_word_a_link_or_a_name_of_a_channel_that_he_cannot_read() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long" ? 200 : 8),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            RunOnceAsync(seed).GetAwaiter().GetResult();
        }));

    [Fact]
    public async Task So_it_is_with_everything_that_the_bot_can_say_and_everything_that_it_can_be_asked()
    {
        HashSet<OutboxKind> said = [];
        HashSet<string> asked = [];
        IReadOnlyList<string> commands = [];
        foreach (var seed in Enumerable.Range(1, FixedWorlds).Append(48)) // In the last a channel of which a reason has its words is closed.
        {
            await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
            await using var world = await VisibleWorld.BeginAsync(database, seed);
            said.UnionWith(await RunAsync(world, database, seed));
            asked.UnionWith(world.Asked);
            commands = [.. world.Story.EveryCommand.Select(command => command.Name)];
        }

        Assert.Equal(string.Empty, string.Join(", ", Enum.GetValues<OutboxKind>().Except(said).Except(Exempt.Keys)));
        Assert.Equal(string.Empty, string.Join(", ", commands.Except(asked).Except(Unasked.Keys)));
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

    private static async Task RunOnceAsync(int seed)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var world = await VisibleWorld.BeginAsync(database, seed);
        await RunAsync(world, database, seed);
    }

    /// <returns>What was said, by its form.</returns>
    private static async Task<IReadOnlySet<OutboxKind>> RunAsync(VisibleWorld world, TestDatabase database, int seed)
    {
        var life = new VisibleLife(world);
        for (var step = 0; step < Steps; step++)
        {
            await life.StepAsync();
        }

        await new VisibleEnd(world).RunAsync();
        Assert.True(world.Leaks.Count == 0, $"seed {seed}:\n{string.Join('\n', world.Leaks)}");
        Assert.True(world.Shown > 5, $"seed {seed}: hardly anything was shown to anybody");
        return (await database.RowsAsync("SELECT DISTINCT kind FROM outbox WHERE sent_at IS NOT NULL")).Select(Enum.Parse<OutboxKind>).ToHashSet();
    }
}
