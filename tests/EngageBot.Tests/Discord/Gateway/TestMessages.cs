using EngageBot.Discord.Models;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.Tests.Discord.Gateway;

/// <summary>Messages in a guild of shard 0, known by their text.</summary>
internal static class TestMessages
{
    public static readonly Snowflake Guild = new(4UL << 22);
    public static readonly Snowflake Channel = new(1_000_000_000_000_000_000);

    private static ulong _last = 1_200_000_000_000_000_000;

    public static Task SayAsync(this FakeDiscord discord, string text) => discord.SayAsync(Guild, text);

    public static Task SayAsync(this FakeDiscord discord, Snowflake guild, string text)
    {
        var id = new Snowflake(Interlocked.Add(ref _last, 4_194_304));
        return discord.Gateway.DispatchAsync("MESSAGE_CREATE", FakePayloads.Message(id, guild, Channel, new Snowflake(53_908_099_506_183_680), text), guild);
    }
}
