using EngageBot.Discord.Gateway;

namespace EngageBot.Tests.Discord.Gateway;

public sealed class GatewayAddressTests
{
    [Theory]
    [InlineData("wss://gateway.discord.gg", "wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream")]
    [InlineData("wss://gateway.discord.gg/?v=6", "wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream")]
    [InlineData("ws://127.0.0.1:4000/gateway", "ws://127.0.0.1:4000/gateway?v=10&encoding=json&compress=zlib-stream")]
    public void Version_encoding_and_compression_are_said_every_time(string url, string expected) =>
        Assert.Equal(expected, GatewayAddress.For(new Uri(url)).AbsoluteUri);

    [Theory]
    [InlineData("ws://gateway.discord.gg")]
    [InlineData("https://gateway.discord.gg")]
    public void An_open_line_is_refused(string url) => Assert.Throws<GatewayAddressException>(() => GatewayAddress.For(new Uri(url)));
}
