using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;

namespace EngageBot.Tests.Discord.Rest;

public sealed class HistoryPagesTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(250, 3)]
    public async Task A_history_is_read_once_from_either_end(int count, int pages)
    {
        await using var server = await RestServer.StartAsync();
        var author = server.World.AddMember(server.Guild, "ada");
        var ids = Enumerable.Range(0, count).Select(index => server.World.AddMessage(server.Channel, author, $"{index}")).ToList();

        var before = await ReadAsync(server.Client.GetPagesBeforeAsync(server.Channel, before: null, CancellationToken.None));
        var after = await ReadAsync(server.Client.GetPagesAfterAsync(server.Channel, new Snowflake(0), CancellationToken.None));

        Assert.Equal(ids.AsEnumerable().Reverse(), before.SelectMany(page => page).Select(message => message.Id));
        Assert.Equal(ids, after.SelectMany(page => page.Reverse()).Select(message => message.Id));
        Assert.Equal((pages, pages), (before.Count, after.Count));
    }

    [Fact]
    public async Task A_refused_page_is_the_last()
    {
        await using var server = await RestServer.StartAsync();
        server.World.Denied[server.Channel] = Permissions.ReadMessageHistory;

        var pages = new List<RestResult<IReadOnlyList<Message>>>();
        await foreach (var page in server.Client.GetPagesBeforeAsync(server.Channel, before: null, CancellationToken.None))
        {
            pages.Add(page);
        }

        Assert.IsType<RestResult<IReadOnlyList<Message>>.Refused>(Assert.Single(pages));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(101, false)]
    [InlineData(1, true)]
    public async Task What_no_page_can_be_is_not_asked_for(int limit, bool bothEnds)
    {
        await using var server = await RestServer.StartAsync();
        Snowflake? end = bothEnds ? new Snowflake(1) : null;

        await Assert.ThrowsAsync<InvalidRequestException>(() => server.Client.GetChannelMessagesAsync(server.Channel, end, end, limit, CancellationToken.None));
    }

    private static async Task<List<IReadOnlyList<Message>>> ReadAsync(IAsyncEnumerable<RestResult<IReadOnlyList<Message>>> pages)
    {
        var read = new List<IReadOnlyList<Message>>();
        await foreach (var page in pages)
        {
            read.Add(page.ValueOrThrow());
        }

        return read;
    }
}
