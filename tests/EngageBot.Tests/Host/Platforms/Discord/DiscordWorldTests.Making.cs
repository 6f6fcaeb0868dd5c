using EngageBot.Chat;
using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Pipeline;

namespace EngageBot.Tests.Host.Platforms.Discord;

/// <content>A guild with two channels, and what happens there.</content>
public sealed partial class DiscordWorldTests
{
    private static void Commit(IEnumerable<QueuedEvent> items)
    {
        foreach (var item in items)
        {
            item.Committed?.SetResult();
        }
    }

    private static MessageCreated Created(IEnumerable<QueuedEvent> items) => Assert.Single(items.Select(item => item.Event).OfType<MessageCreated>());

    private static Snowflake At(int seconds) => Snowflake.At(Now.AddSeconds(seconds));

    private static Channel Thread() => new() { Id = Talk, Type = ChannelType.PublicThread, GuildId = Guild, ParentId = Help, Name = "a talk", NewlyCreated = true };

    private static MessageCreateEvent Said(int second, Snowflake? channel = null) => new(new Message
    {
        Id = At(second),
        ChannelId = channel ?? Help,
        GuildId = Guild,
        Author = new User { Id = new Snowflake(7), Username = "ada" },
        Member = new Member(),
        Content = "a question",
        Timestamp = Now.AddSeconds(second),
    });

    private static GuildCreateEvent Whole(Snowflake? last = null, Snowflake? lastInStaff = null) => new(new Guild
    {
        Id = Guild,
        OwnerId = new Snowflake(1),
        Roles = [new Role { Id = Guild, Permissions = Permissions.ViewChannel | Permissions.ReadMessageHistory }],
        Members = [new Member { User = new User { Id = Bot } }],
        Channels =
        [
            new Channel { Id = Help, Type = ChannelType.GuildText, Name = "help", LastMessageId = last },
            new Channel
            {
                Id = new Snowflake(201),
                Type = ChannelType.GuildText,
                Name = "staff",
                LastMessageId = lastInStaff,
                PermissionOverwrites = [new PermissionOverwrite { Id = Guild, Deny = Permissions.ViewChannel }],
            },
        ],
    });

    private DiscordWorld NewWorld() => new(
        new DiscordSettings
        {
            Token = new BotToken("made.up.token"),
            ApiBaseUrl = new Uri("http://127.0.0.1/"),
            Shards = ShardRange.Auto,
            MessageContent = true,
            ReadBack = TimeSpan.FromDays(7),
            ReadBackMessages = 1_000,
            NeedsAnswerTag = "waiting",
        },
        Bot,
        [0],
        totalShards: 1,
        _clock);

    private List<QueuedEvent> Take(GatewayEvent happened, string session = "session", DiscordWorld? world = null) =>
        (world ?? _world).Translate(new GatewayDispatch(0, new GatewaySession(session, "wss://resume", ++_sequence), happened), learnt: null);
}
