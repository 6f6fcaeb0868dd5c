using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Host.Platforms.Discord.Reading;
using EngageBot.Tests.Discord.Rest;

namespace EngageBot.Tests.Host.Platforms.Discord;

public sealed class GapReaderTests
{
    [Fact]
    public async Task What_is_missing_is_read_in_order_from_the_mark_on_no_more_than_wanted_and_the_newest_of_it()
    {
        await using var server = await RestServer.StartAsync();
        var (ada, first) = (server.World.AddMember(server.Guild, "ada"), server.Clock.GetUtcNow());
        List<Snowflake> said = [];
        for (var number = 0; number < 250; number++)
        {
            said.Add(server.World.AddMessage(server.Channel, ada, $"message {number}"));
            server.Clock.MoveTo(first.AddMinutes(number + 1));
        }

        var gap = new ReadGap(server.Channel, server.Guild, said[^1]);

        Assert.Equal(said, await ReadAsync(server, 1_000, gap, mark: null));
        Assert.Equal(said[100..], await ReadAsync(server, 1_000, gap, mark: said[100])); // What was written at the same moment may have come in another order.
        Assert.Equal(said[^120..], await ReadAsync(server, 120, gap, mark: null));
        Assert.Equal(said[..101], await ReadAsync(server, 1_000, gap with { UpTo = said[100] }, mark: null));
    }

    [Fact]
    public async Task What_is_older_than_is_read_back_is_left_and_a_refusal_is_one()
    {
        await using var server = await RestServer.StartAsync();
        var ada = server.World.AddMember(server.Guild, "ada");
        server.World.AddMessage(server.Channel, ada, "old");
        server.Clock.MoveTo(server.Clock.GetUtcNow().AddDays(8));
        var young = server.World.AddMessage(server.Channel, ada, "young");
        var gap = new ReadGap(server.Channel, server.Guild, young);

        Assert.Equal([young], await ReadAsync(server, 1_000, gap, mark: null));
        server.World.Denied[server.Channel] = Permissions.ReadMessageHistory;
        var (messages, refusal) = await Reader(server, 1_000).ReadAsync(gap, mark: null, CancellationToken.None);
        Assert.Empty(messages);
        Assert.Equal(JsonErrorCode.MissingPermissions, Assert.IsType<RestResult<IReadOnlyList<Message>>.Refused>(refusal).Code);
    }

    private static async Task<IEnumerable<Snowflake>> ReadAsync(RestServer server, int most, ReadGap gap, Snowflake? mark)
    {
        var reading = Reader(server, most).ReadAsync(gap, mark, CancellationToken.None);
        await server.PassTimeAsync(reading);
        return (await reading).Messages.Select(message => message.Id);
    }

    private static GapReader Reader(RestServer server, int most) => new(server.Client, TimeSpan.FromDays(7), TimeSpan.FromDays(7), most, server.Clock);
}
