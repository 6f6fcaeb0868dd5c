using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Host.Platforms.Discord.Reading;
using EngageBot.Tests.Discord.Rest;

namespace EngageBot.Tests.Host.Platforms.Discord;

public sealed class ThreadFinderTests
{
    [Fact]
    public async Task Pages_are_asked_for_until_what_was_archived_before()
    {
        await using var server = await RestServer.StartAsync();
        var ada = server.World.AddMember(server.Guild, "ada");
        var now = server.Clock.GetUtcNow();
        for (var number = 0; number < 350; number++)
        {
            // Some at one moment, and those of three hours ago were heard of.
            server.World.Archive(server.World.AddThread(server.Channel, $"thread {number}", ada), now.AddMinutes(-(number / 7 * 6)));
        }

        var (threads, refusal) = await Finder(server).FindAsync(new ThreadSearch(server.Channel, server.Guild, now.AddHours(-3)), CancellationToken.None);

        Assert.Null(refusal);
        Assert.Equal(7 * 31, threads.Select(thread => thread.Id).Distinct().Count());
        Assert.Equal(7 * 31, threads.Count);
        Assert.Equal(3, server.Rest.Calls.Count);
    }

    [Fact]
    public async Task Nothing_older_than_is_read_up_is_found_and_a_refusal_is_one()
    {
        await using var server = await RestServer.StartAsync();
        server.World.Archive(server.World.AddThread(server.Channel, "old", server.World.AddMember(server.Guild, "ada")), server.Clock.GetUtcNow().AddDays(-8));

        Assert.Empty((await Finder(server).FindAsync(new ThreadSearch(server.Channel, server.Guild, default), CancellationToken.None)).Threads);
        server.World.Denied[server.Channel] = Permissions.ReadMessageHistory;
        var (threads, refusal) = await Finder(server).FindAsync(new ThreadSearch(server.Channel, server.Guild, default), CancellationToken.None);
        Assert.Empty(threads);
        Assert.Equal(JsonErrorCode.MissingPermissions, Assert.IsType<RestResult<ThreadList>.Refused>(refusal).Code);
    }

    private static ThreadFinder Finder(RestServer server) => new(server.Client, TimeSpan.FromDays(7), server.Clock);
}
