using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.Tests.Discord.Rest;

/// <summary>The fake keeps its limits and reports every call beyond them, which fails the test.</summary>
public sealed class RateLimitTests
{
    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_bucket_is_never_overrun()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.Limit(RestServer.Create, new FakeRestLimit("create", 3, FiveSeconds));

        var said = Enumerable.Range(0, 10).Select(index => server.SayAsync($"{index}")).ToList();
        var took = await server.PassTimeAsync(Task.WhenAll(said));

        Assert.All(said, result => Assert.True(result.Result.IsOk));
        Assert.Equal(10, server.World.MessagesOf(server.Channel).DistinctBy(message => message["content"]!.ToString()).Count());
        Assert.True(took >= 3 * FiveSeconds, $"{took}");
        Assert.Equal(10, server.Rest.Calls.Count);
    }

    [Fact]
    public async Task Routes_of_one_bucket_share_its_room()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.Limit(RestServer.Create, new FakeRestLimit("both", 2, FiveSeconds));
        server.Rest.Limit(RestServer.GetMessage, new FakeRestLimit("both", 2, FiveSeconds));
        var id = server.World.AddMessage(server.Channel, server.World.BotId, "here");

        Assert.True((await server.SayAsync("first")).IsOk);
        Assert.True((await server.Client.GetChannelMessageAsync(server.Channel, id, CancellationToken.None)).IsOk);
        var took = await server.PassTimeAsync(server.Client.GetChannelMessageAsync(server.Channel, id, CancellationToken.None));

        Assert.True(took >= FiveSeconds, $"{took}");
    }

    [Fact]
    public async Task Channels_have_room_of_their_own()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.Limit(RestServer.Create, new FakeRestLimit("create", 1, FiveSeconds));
        var other = server.World.AddChannel(server.Guild, "other");

        await server.SayAsync("here");
        var waiting = server.SayAsync("here again");
        Assert.True((await server.SayAsync("there", other)).IsOk); // no time passes

        Assert.False(waiting.IsCompleted);
        await server.PassTimeAsync(waiting);
    }

    [Fact]
    public async Task While_a_bucket_is_unknown_one_call_goes_out_at_a_time()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.Limit(RestServer.Create, new FakeRestLimit("create", 1, FiveSeconds));
        server.Rest.FailNext(RestServer.Create, new FakeRestFault.Slow(TimeSpan.FromSeconds(2)));

        var said = Task.WhenAll(server.SayAsync("a"), server.SayAsync("b"), server.SayAsync("c"));
        await server.UntilCalledAsync(1);
        Assert.Single(server.Rest.Calls);

        await server.PassTimeAsync(said);
        Assert.All(await said, result => Assert.True(result.IsOk));
    }

    [Fact]
    public async Task A_route_without_limits_is_not_held_back()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.Limit(RestServer.Create, limit: null);
        await server.SayAsync("first");

        var said = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => server.SayAsync($"{index}"))); // no time passes

        Assert.All(said, result => Assert.True(result.IsOk));
    }

    [Theory]
    [InlineData(RateLimitScope.User)]
    [InlineData(RateLimitScope.Shared)]
    [InlineData(RateLimitScope.Global)]
    public async Task A_429_is_waited_out(RateLimitScope scope)
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.FailNext(RestServer.Create, new FakeRestFault.TooManyRequests(scope, FiveSeconds));

        var said = server.SayAsync("hello");
        var took = await server.PassTimeAsync(said);

        Assert.True((await said).IsOk);
        Assert.True(took >= FiveSeconds, $"{took}");
        Assert.Equal(2, server.Rest.Calls.Count);
    }

    [Theory]
    [InlineData(RateLimitScope.User, false)]
    [InlineData(RateLimitScope.Shared, false)]
    [InlineData(RateLimitScope.Global, true)]
    public async Task A_429_holds_back_what_it_is_about(RateLimitScope scope, bool everything)
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.FailNext(RestServer.Create, new FakeRestFault.TooManyRequests(scope, FiveSeconds));

        var said = server.SayAsync("hello");
        await server.UntilLimitedAsync();
        var other = server.Client.GetGuildAsync(server.Guild, CancellationToken.None);
        if (!everything)
        {
            await other; // no time passes
        }

        Assert.Equal(everything ? 1 : 2, server.Rest.Calls.Count);
        await server.PassTimeAsync(Task.WhenAll(said, other));
    }

    [Fact]
    public async Task Answers_to_interactions_know_no_global_limit()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.FailNext(RestServer.Create, new FakeRestFault.TooManyRequests(RateLimitScope.Global, FiveSeconds));
        var interaction = server.World.AddInteraction(server.Channel);

        var said = server.SayAsync("hello");
        await server.UntilLimitedAsync();
        var answered = await server.Client.CreateInteractionResponseAsync(
            interaction.Id, interaction.Token, new InteractionResponse.DeferredChannelMessageWithSource(Ephemeral: true), CancellationToken.None); // no time passes

        Assert.True(answered.IsOk);
        await server.PassTimeAsync(said);
    }

    [Fact]
    public async Task The_whole_bot_makes_at_most_so_many_calls_a_second()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.DefaultLimit = _ => null;
        var channels = Enumerable.Range(0, 120).Select(index => server.World.AddChannel(server.Guild, $"channel-{index}")).ToList();

        var took = await server.PassTimeAsync(Task.WhenAll(channels.Select(channel => server.SayAsync("hello", channel))));

        Assert.True(took >= TimeSpan.FromSeconds(2), $"{took}");
        Assert.Equal(120, server.Rest.Calls.Count);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_told_and_the_call_withheld()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.FailNext(RestServer.Create, new FakeRestFault.TooManyRequests(RateLimitScope.User, TimeSpan.FromMinutes(10)));

        var first = Assert.IsType<RestResult<Message>.RateLimited>(await server.SayAsync("hello"));
        var second = Assert.IsType<RestResult<Message>.RateLimited>(await server.SayAsync("hello"));

        Assert.Equal(TimeSpan.FromMinutes(10), first.RetryAfter);
        Assert.Equal(RateLimitScope.User, second.Scope);
        Assert.Single(server.Rest.Calls);
    }

    [Fact]
    public async Task A_ban_of_the_address_is_waited_out()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.FailNext(RestServer.Create, new FakeRestFault.Banned(TimeSpan.FromSeconds(30)));

        var said = server.SayAsync("hello");
        var took = await server.PassTimeAsync(said);

        Assert.True((await said).IsOk);
        Assert.True(took >= TimeSpan.FromSeconds(30), $"{took}");
    }

    [Fact]
    public async Task A_call_that_is_given_up_lets_the_next_one_pass()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.Limit(RestServer.Create, new FakeRestLimit("create", 1, FiveSeconds));
        await server.SayAsync("first");
        using var giveUp = new CancellationTokenSource();

        var given = server.Client.CreateMessageAsync(server.Channel, new MessageProperties { Content = "never" }, giveUp.Token);
        var next = server.SayAsync("last");
        await giveUp.CancelAsync();
        await server.PassTimeAsync(next);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal(["first", "last"], server.World.MessagesOf(server.Channel).Select(message => message["content"]!.ToString()));
    }
}
