using EngageBot.Host.Configuration;
using EngageBot.Host.Web;

namespace EngageBot.Tests.Host.Web;

public sealed class WebOptionsTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("https://bot.example.org", "https://bot.example.org/")]
    [InlineData("https://bot.example.org:8443/", "https://bot.example.org:8443/")]
    [InlineData("http://localhost:5080", "http://localhost:5080/")]
    public void The_address_from_outside_is_encrypted_or_this_machine(string? written, string? address) =>
        Assert.Equal(address, new WebOptions { PublicUrl = written }.Pages().PublicUrl?.AbsoluteUri);

    [Theory]
    [InlineData("http://bot.example.org")]
    [InlineData("https://bot.example.org/pages")]
    [InlineData("https://ada:secret@bot.example.org")]
    [InlineData("https://bot.example.org/?x=1")]
    [InlineData("bot.example.org")]
    public void Anything_else_stops_the_start_with_a_sentence(string written) =>
        Assert.Contains("EngageBot:Web:PublicUrl", Assert.Throws<ConfigurationException>(() => new WebOptions { PublicUrl = written }.Pages()).Message, StringComparison.Ordinal);
}
