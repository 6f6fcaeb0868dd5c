using EngageBot.EndToEndTests.Discord;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests.Metrics;

/// <summary>Whoever watches over the program is brought its figures, and nothing of anybody.</summary>
public sealed class MetricsTests
{
    private static readonly string[] Expected =
    [
        "engagebot.messages.received", "engagebot.events.handled", "engagebot.message.lag", "engagebot.database.commit.duration", "engagebot.queue.length", "engagebot.outbox.entries",
        "discord.client.rate_limit.wait", "http.client.request.duration", "dotnet.process.memory.working_set", "service.name",
    ];

    [Fact]
    public async Task Figures_are_brought_to_a_collector_without_a_word_of_anybody()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var discord = await LiveDiscord.StartAsync();
        var guild = discord.World.AddGuild("Quokkaville");
        var channel = discord.World.AddChannel(guild, "zanzibar");
        var member = discord.World.AddMember(guild, "wombat");
        await using var bot = new LiveBot(discord, more: $"}},\"Metrics\":{{\"Endpoint\":\"{collector.Address}\",\"Every\":\"00:00:01\"");
        bot.Start();
        await ListeningTests.UntilListeningAsync(discord, bot);
        await discord.SayAsync(channel, member, "does anybody know the xylophone?");
        await bot.UntilStoredAsync(1);

        await bot.UntilAsync(() => Task.FromResult(Expected.All(name => collector.Brought.Contains(name, StringComparison.Ordinal))), "all figures to be brought");
        Assert.Equal(0, await bot.StopAsync());
        foreach (var word in (string[])["xylophone", "wombat", "zanzibar", "Quokkaville", member.ToString(), channel.ToString(), guild.ToString(), "fake-token"])
        {
            Assert.DoesNotContain(word, collector.Brought, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_collector_that_is_not_there_keeps_nobody_from_anything()
    {
        await using var discord = await LiveDiscord.StartAsync();
        var (channel, ada) = ListeningTests.Begin(discord);
        await using var bot = new LiveBot(discord, more: "},\"Metrics\":{\"Endpoint\":\"http://127.0.0.1:9\",\"Every\":\"00:00:01\"");
        bot.Start();
        await ListeningTests.UntilListeningAsync(discord, bot);
        await discord.SayAsync(channel, ada, "hello");
        await bot.UntilStoredAsync(1);
        Assert.Equal(0, await bot.StopAsync());
    }
}
