using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Discord.Rest.RateLimits;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.Tests.Discord.Rest;

/// <summary>Discord bans an address that is refused too often.</summary>
public sealed class InvalidRequestTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(4_999, 0)]
    [InlineData(5_000, 1)]
    [InlineData(7_999, 1)]
    [InlineData(8_000, 600)]
    public void Calls_are_slowed_and_then_stopped(int refusals, int waitSeconds)
    {
        var limit = new InvalidRequestLimit(5_000, 8_000);
        limit.Take(TimeSpan.Zero);
        for (var index = 0; index < refusals; index++)
        {
            limit.Add(TimeSpan.Zero);
        }

        Assert.Equal(TimeSpan.FromSeconds(waitSeconds), limit.WaitBefore(TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, limit.WaitBefore(TenMinutes));
    }

    [Fact]
    public async Task A_client_that_is_refused_too_often_stops_by_itself_until_ten_minutes_have_passed()
    {
        await using var server = await RestServer.StartAsync();
        server.NewClient(options => options with { SlowAfterRefusals = 5, StopAfterRefusals = 5 });
        server.World.Denied[server.Channel] = Permissions.ViewChannel;
        for (var index = 0; index < 5; index++)
        {
            Assert.IsType<RestResult<Message>.Refused>(await server.SayAsync("hello"));
        }

        var stopped = Assert.IsType<RestResult<Message>.RateLimited>(await server.SayAsync("hello"));
        Assert.Equal(RateLimitScope.InvalidRequests, stopped.Scope);
        Assert.Equal(TenMinutes, stopped.RetryAfter);
        Assert.Contains("ban", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(5, server.Rest.Calls.Count);
        Assert.Single(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));

        server.Clock.MoveTo(server.Clock.GetUtcNow() + TenMinutes);
        server.World.Denied.Clear();
        Assert.True((await server.SayAsync("hello")).IsOk);
    }

    [Theory]
    [InlineData(RateLimitScope.Shared, true)]
    [InlineData(RateLimitScope.User, false)]
    public async Task A_shared_429_is_nobodys_fault(RateLimitScope scope, bool goesOn)
    {
        await using var server = await RestServer.StartAsync();
        server.NewClient(options => options with { SlowAfterRefusals = 2, StopAfterRefusals = 2 });
        var second = TimeSpan.FromSeconds(1);
        server.Rest.FailNext(RestServer.Create, new FakeRestFault.TooManyRequests(scope, second), new FakeRestFault.TooManyRequests(scope, second));

        var said = server.SayAsync("hello");
        await server.PassTimeAsync(said);

        Assert.Equal(goesOn, (await said).IsOk);
    }

    [Fact]
    public async Task A_wrong_token_is_fatal_and_is_not_tried_twice()
    {
        await using var server = await RestServer.StartAsync();
        server.NewClient(token: "wrong-token");

        var fault = await Assert.ThrowsAsync<DiscordAuthenticationException>(() => server.SayAsync("hello"));
        await Assert.ThrowsAsync<DiscordAuthenticationException>(() => server.Client.GetGatewayBotAsync(CancellationToken.None));

        Assert.Contains("developer portal", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Rest.Calls);
    }
}
