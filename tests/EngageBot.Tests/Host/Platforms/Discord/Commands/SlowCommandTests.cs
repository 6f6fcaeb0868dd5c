using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms.Discord.Commands;
using EngageBot.Tests.Discord.Rest;
using EngageBot.TestKit;
using EngageBot.Texts;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Platforms.Discord.Commands;

/// <summary>What takes longer than Discord waits is put off in time, also where it holds its thread up as the embedded store does.</summary>
public sealed class SlowCommandTests
{
    private const int Deferred = 5;

    [Fact]
    public async Task A_command_that_holds_its_thread_up_is_put_off_and_answered_later()
    {
        await using var server = await RestServer.StartAsync();
        using var command = new Slow();
        using var stop = new CancellationTokenSource();
        var world = new DiscordWorld(Settings(), server.World.BotId, [0], totalShards: 1, server.Clock);
        var interactions = new DiscordInteractions(
            server.Client, server.World.BotId, world, new CommandRouter([command], NullLogger<CommandRouter>.Instance), RulesBook.Fixed(new CommunityRules()), server.Clock, NullLogger<DiscordInteractions>.Instance);
        var running = interactions.RunAsync(stop.Token);

        var asked = server.World.AddInteraction(server.Channel);
        interactions.Take(new Interaction
        {
            Id = asked.Id,
            Token = asked.Token,
            ApplicationId = server.World.BotId,
            Type = InteractionType.ApplicationCommand,
            GuildId = server.Guild,
            ChannelId = server.Channel,
            Member = new Member { User = new User { Id = server.World.AddMember(server.Guild, "ada"), Username = "ada" } },
            Data = new InteractionData { Name = "engage", Options = [new InteractionOption { Name = "optin" }] },
        });
        await server.Clock.PassUntilAsync(UntilAsync(() => asked.Answered is not null));
        Assert.Equal(Deferred, asked.Answered);

        command.LetGo.Set();
        await server.Clock.PassUntilAsync(UntilAsync(() => server.World.MessagesOf(server.Channel).Any(message => message["content"]!.ToString() == "at last")));
        await EndAsync(stop, running);
    }

    private static async Task EndAsync(CancellationTokenSource stop, Task running)
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<bool> UntilAsync(Func<bool> condition)
    {
        using var guard = new CancellationTokenSource(TestTime.Patience);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, guard.Token);
        }

        return true;
    }

    private static DiscordSettings Settings() => new()
    {
        Token = new BotToken("fake-token"),
        ApiBaseUrl = new Uri("http://127.0.0.1/"),
        Shards = ShardRange.Auto,
        MessageContent = true,
        ReadBack = TimeSpan.FromDays(7),
        ReadBackMessages = 1_000,
        NeedsAnswerTag = "waiting",
    };

    private sealed class Slow : ISlashCommand, IDisposable
    {
        public ManualResetEventSlim LetGo { get; } = new();

        public string Name => "optin";

        public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
        {
            LetGo.Wait(TestTime.Patience, cancellationToken);
            return Task.FromResult<CommandReply>(new CommandReply.Says("at last"));
        }

        public void Dispose() => LetGo.Dispose();
    }
}
