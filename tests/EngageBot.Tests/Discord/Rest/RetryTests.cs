using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.Tests.Discord.Rest;

public sealed class RetryTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_fault_of_Discords_is_tried_again(int status)
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.FailNext(RestServer.Create, new FakeRestFault.Status(status), new FakeRestFault.Status(status));

        var said = server.SayAsync("hello", nonce: 1);
        await server.PassTimeAsync(said);

        Assert.True((await said).IsOk);
        Assert.Equal(3, server.Rest.Calls.Count);
    }

    [Fact]
    public async Task Waits_between_attempts_grow_and_end()
    {
        await using var server = await RestServer.StartAsync();
        server.NewClient(options => options with { Attempts = 4, FirstBackoff = TimeSpan.FromSeconds(2) });
        server.Rest.FailNext(RestServer.Create, [.. Enumerable.Repeat(new FakeRestFault.Status(500), 10)]);

        var said = server.SayAsync("hello", nonce: 1);
        var fault = await Assert.ThrowsAsync<DiscordUnavailableException>(() => server.PassTimeAsync(said));

        Assert.Contains("attempt 4", fault.Message, StringComparison.Ordinal);
        var gaps = server.Rest.Calls.Zip(server.Rest.Calls.Skip(1), (earlier, later) => later.At - earlier.At).ToList();
        Assert.Equal(3, gaps.Count);
        Assert.All(gaps.Select((gap, index) => gap.TotalSeconds / Math.Pow(2, index)), seconds => Assert.True(seconds >= 1, $"{seconds}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_with_a_nonce_is_there_once_however_the_line_breaks(bool afterDoing)
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.FailNext(RestServer.Create, new FakeRestFault.Drop(afterDoing), new FakeRestFault.Drop(afterDoing));

        var said = server.SayAsync("hello", nonce: long.MaxValue);
        await server.PassTimeAsync(said);

        var message = Assert.Single(server.World.MessagesOf(server.Channel));
        Assert.Equal(message["id"]!.ToString(), (await said).ValueOrThrow().Id.ToString());
        Assert.Equal($"{long.MaxValue}", (await said).ValueOrThrow().Nonce);
    }

    [Fact]
    public async Task A_message_without_a_nonce_is_not_sent_twice()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.FailNext(RestServer.Create, new FakeRestFault.Drop(AfterDoing: true));

        await Assert.ThrowsAsync<DiscordUnavailableException>(() => server.SayAsync("hello"));

        Assert.Single(server.World.MessagesOf(server.Channel));
        Assert.Single(server.Rest.Calls);
    }

    [Fact]
    public async Task A_call_that_never_left_may_always_be_tried_again()
    {
        await using var server = await RestServer.StartAsync();
        server.NewClient(options => options with { BaseAddress = new Uri("http://127.0.0.1:1/api/v10"), Attempts = 3 });

        var fault = await Assert.ThrowsAsync<DiscordUnavailableException>(() => server.PassTimeAsync(server.SayAsync("no nonce")));

        Assert.Contains("attempt 3", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_never_tried_again()
    {
        await using var server = await RestServer.StartAsync();
        server.World.Denied[server.Channel] = Permissions.SendMessages;

        var refused = Assert.IsType<RestResult<Message>.Refused>(await server.SayAsync("hello", nonce: 1));

        Assert.Equal(JsonErrorCode.MissingPermissions, refused.Code);
        Assert.Single(server.Rest.Calls);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_tried_again()
    {
        await using var server = await RestServer.StartAsync();
        server.NewClient(options => options with { AttemptTimeout = TimeSpan.FromMinutes(5) });
        server.Rest.FailNext(RestServer.Create, new FakeRestFault.Slow(TimeSpan.FromMinutes(30)));

        var said = server.SayAsync("hello", nonce: 1);
        var took = await server.PassTimeAsync(said);

        Assert.True((await said).IsOk);
        Assert.True(took >= TimeSpan.FromMinutes(5), $"{took}");
        Assert.True(server.Rest.Calls.Count >= 2);
    }

    [Fact]
    public async Task An_answer_to_an_interaction_that_arrived_unheard_is_not_refused()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.FailNext(RestServer.Callback, new FakeRestFault.Drop(AfterDoing: true));
        var interaction = server.World.AddInteraction(server.Channel);
        var response = new InteractionResponse.ChannelMessageWithSource(new MessageProperties { Content = "here" });

        var answered = server.Client.CreateInteractionResponseAsync(interaction.Id, interaction.Token, response, CancellationToken.None);
        await server.PassTimeAsync(answered);
        var again = await server.Client.CreateInteractionResponseAsync(interaction.Id, interaction.Token, response, CancellationToken.None);

        Assert.True((await answered).IsOk);
        Assert.Equal(JsonErrorCode.InteractionAlreadyAcknowledged, Assert.IsType<RestResult<NoContent>.Refused>(again).Code);
    }

    [Fact]
    public async Task A_message_that_was_taken_away_unheard_is_gone()
    {
        await using var server = await RestServer.StartAsync();
        server.Rest.FailNext("DELETE channels/{channel_id}/messages/{message_id}", new FakeRestFault.Drop(AfterDoing: true));
        var id = server.World.AddMessage(server.Channel, server.World.BotId, "old");

        var deleted = server.Client.DeleteMessageAsync(server.Channel, id, CancellationToken.None);
        await server.PassTimeAsync(deleted);
        var again = await server.Client.DeleteMessageAsync(server.Channel, id, CancellationToken.None);

        Assert.True((await deleted).IsOk);
        Assert.Equal(JsonErrorCode.UnknownMessage, Assert.IsType<RestResult<NoContent>.Refused>(again).Code);
    }
}
