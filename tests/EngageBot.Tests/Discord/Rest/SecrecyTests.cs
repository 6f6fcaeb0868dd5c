using EngageBot.Discord;
using EngageBot.Discord.Rest;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.Tests.Discord.Rest;

/// <summary>Neither the bot's token nor an interaction's gets out.</summary>
public sealed class SecrecyTests
{
    private const string Token = "MTE.very-secret.token";

    [Fact]
    public async Task The_token_is_in_no_exception_text_log_or_record()
    {
        await using var server = await RestServer.StartAsync();
        server.NewClient(options => options with { Attempts = 2 }, Token);
        var interaction = server.World.AddInteraction(server.Channel);
        server.Rest.FailNext(RestServer.Callback, new FakeRestFault.Drop(AfterDoing: false), new FakeRestFault.Status(500));
        server.Rest.FailNext(RestServer.GetMessage, new FakeRestFault.Drop(AfterDoing: false), new FakeRestFault.Drop(AfterDoing: false));

        var texts = new List<string?> { $"{new BotToken(Token)}", new BotToken(Token).ToString() };
        var calls = new List<Func<Task>>
        {
            () => server.Client.GetChannelMessageAsync(server.Channel, server.Channel, CancellationToken.None),
            () => server.Client.CreateInteractionResponseAsync(interaction.Id, interaction.Token, new InteractionResponse.DeferredUpdateMessage(), CancellationToken.None),
            () => server.SayAsync("hello"),
        };
        foreach (var call in calls)
        {
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => server.PassTimeAsync(call()));
            texts.Add(fault.ToString());
            texts.Add(string.Concat(fault.Data.Values.Cast<object>()));
        }

        texts.AddRange(server.Log.Lines);
        texts.AddRange(server.Rest.Record.Lines);
        Assert.True(texts.Count > 8);
        Assert.Contains(texts, text => text!.Contains("401", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text!.Contains("very-secret", StringComparison.Ordinal) || text.Contains(interaction.Token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://discord.com/api/v10/")]
    [InlineData("http://192.168.1.2/api/v10/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("/api/v10")]
    public void The_token_does_not_cross_a_network_in_the_clear(string address)
    {
        var options = new DiscordRestOptions
        {
            BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute),
            ProjectAddress = new Uri("https://example.org"),
            ProjectVersion = "1",
        };

        Assert.Throws<InvalidRequestException>(() => new DiscordRestClient(new BotToken(Token), options, TimeProvider.System, new LineLogger<DiscordRestClient>()));
    }
}
