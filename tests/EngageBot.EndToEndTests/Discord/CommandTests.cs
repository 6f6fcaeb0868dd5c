using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests.Discord;

/// <summary>Members ask something of the bot on a fake Discord, and only they see the answer.</summary>
public sealed class CommandTests
{
    private const int Message = 4;
    private const int Update = 7;
    private const int Ephemeral = 64;

    private const string Settings = "SELECT m.name, s.helps_since IS NOT NULL, s.topics FROM member_settings s JOIN members m ON m.id = s.member";

    [Fact]
    public async Task Commands_are_listed_and_answered_and_what_was_decided_is_stored()
    {
        await using var discord = await LiveDiscord.StartAsync();
        var (channel, ada) = ListeningTests.Begin(discord);
        await using var bot = new LiveBot(discord);
        bot.Start();
        await ListeningTests.UntilListeningAsync(discord, bot);
        await discord.SayAsync(channel, ada, "hello");
        await bot.UntilStoredAsync(1);
        await bot.UntilAsync(() => Task.FromResult(discord.World.CommandNames.Contains("engage")), "the commands to be listed");

        var on = await discord.CommandAsync(channel, ada, "engage", "helper", ("state", "on"), ("topics", "*printers* @everyone"));
        var button = await AnsweredAsync(bot, on, Message);
        Assert.Contains("Thank you!", on.Data!["content"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["ada | 1 | *printers* @everyone"], await bot.RowsAsync(Settings));

        var off = await discord.PressAsync(channel, ada, button!);
        await AnsweredAsync(bot, off, Message);
        Assert.Equal(["ada | 0 | *printers* @everyone"], await bot.RowsAsync(Settings));

        var unknown = await discord.PressAsync(channel, ada, "nonsense");
        var later = await discord.CommandAsync(channel, ada, "engage", "pause", ("days", 3));
        await AnsweredAsync(bot, later, Message);
        Assert.Null(unknown.Answered);
        Assert.Equal(0, await bot.StopAsync());
    }

    [Fact]
    public async Task Who_opts_out_is_asked_once_more_and_then_forgotten()
    {
        await using var discord = await LiveDiscord.StartAsync();
        var (channel, ada) = ListeningTests.Begin(discord);
        await using var bot = new LiveBot(discord);
        bot.Start();
        await ListeningTests.UntilListeningAsync(discord, bot);
        await discord.SayAsync(channel, ada, "hello");
        await bot.UntilStoredAsync(1);

        var really = await AnsweredAsync(bot, await discord.CommandAsync(channel, ada, "engage", "optout"), Message);
        Assert.Equal(["hello | ada"], await bot.RowsAsync("SELECT w.text, m.name FROM messages w LEFT JOIN members m ON m.id = w.author"));
        await AnsweredAsync(bot, await discord.PressAsync(channel, ada, really!), Update);
        Assert.Equal(["- | -"], await bot.RowsAsync("SELECT w.text, m.name FROM messages w LEFT JOIN members m ON m.id = w.author"));
    }

    /// <summary>Waits for the answer, which must be for the asker alone; the id of its first button.</summary>
    private static async Task<string?> AnsweredAsync(LiveBot bot, FakeInteraction interaction, int type)
    {
        await bot.UntilAsync(() => Task.FromResult(interaction.Answered is not null), "an answer to a command");
        Assert.Equal(type, interaction.Answered);
        if (type == Message)
        {
            Assert.Equal(Ephemeral, interaction.Data!["flags"]!.GetValue<int>() & Ephemeral);
        }

        return interaction.Data!["components"]?.AsArray() is [{ } row, ..] ? row["components"]![0]!["custom_id"]!.GetValue<string>() : null;
    }
}
