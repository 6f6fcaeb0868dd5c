using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;

namespace EngageBot.Tests.Discord;

public sealed class BotTokenTests
{
    [Fact]
    public void A_token_prints_as_stars_also_within_options()
    {
        var options = new GatewayClientOptions { Token = new BotToken(" MTE.secret.x\n"), Intents = GatewayIntents.None, Gateway = new GatewayBot() };

        Assert.Equal("MTE.secret.x", options.Token.Reveal());
        Assert.Contains("Token = ***", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_token_is_refused_with_a_sentence() =>
        Assert.Contains("developer portal", Assert.Throws<ArgumentException>(() => new BotToken(" ")).Message, StringComparison.Ordinal);
}
