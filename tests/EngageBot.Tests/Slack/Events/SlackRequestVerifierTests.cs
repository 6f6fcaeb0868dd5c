using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EngageBot.Slack;
using EngageBot.Slack.Events;
using EngageBot.Tests.Architecture;

namespace EngageBot.Tests.Slack.Events;

public sealed class SlackRequestVerifierTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const long Time = 1_531_420_618;

    /// <summary>The request that Slack's own page on verifying requests takes for its example.</summary>
    private const string Published =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private const string PublishedSignature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    [Fact]
    public void The_example_of_Slacks_own_page_is_valid() => Assert.Equal(SignatureResult.Valid, Verify(Time, PublishedSignature, Published));

    [Theory]
    [InlineData(0, SignatureResult.Valid)]
    [InlineData(300, SignatureResult.Valid)]
    [InlineData(-300, SignatureResult.Valid)]
    [InlineData(301, SignatureResult.Stale)]
    [InlineData(-301, SignatureResult.Stale)]
    public void A_request_counts_for_five_minutes_on_either_side_of_now(int age, SignatureResult expected) =>
        Assert.Equal(expected, Verify(Time + age, PublishedSignature, Published));

    [Theory]
    [InlineData("1531420618", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504", SignatureResult.BadSignature)]
    [InlineData("1531420617", PublishedSignature, SignatureResult.BadSignature)]
    [InlineData("1531420618", "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", SignatureResult.Malformed)]
    [InlineData("1531420618", "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", SignatureResult.Malformed)]
    [InlineData("1531420618", "v0=a2114d57", SignatureResult.Malformed)]
    [InlineData("1531420618", "v0=zz114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", SignatureResult.Malformed)]
    [InlineData("1531420618", "", SignatureResult.Malformed)]
    [InlineData("1531420618", null, SignatureResult.Malformed)]
    [InlineData(null, PublishedSignature, SignatureResult.Malformed)]
    [InlineData("-1531420618", PublishedSignature, SignatureResult.Malformed)]
    [InlineData(" 1531420618", PublishedSignature, SignatureResult.Malformed)]
    [InlineData("9223372036854775807", PublishedSignature, SignatureResult.Stale)]
    [InlineData("99999999999999999999", PublishedSignature, SignatureResult.Malformed)]
    public void Anything_else_is_not_Slacks(string? timestamp, string? signature, SignatureResult expected) =>
        Assert.Equal(expected, new SlackRequestVerifier(new SigningSecret(Secret), At(Time)).Verify(timestamp, signature, Encoding.UTF8.GetBytes(Published)));

    [Fact]
    public void A_body_changed_in_one_byte_or_another_secret_is_a_bad_signature()
    {
        Assert.Equal(SignatureResult.BadSignature, Verify(Time, PublishedSignature, Published + " "));
        Assert.Equal(SignatureResult.BadSignature, Verify(Time, PublishedSignature, Published, "another0secret0of0the0same0size0"));
    }

    [Fact]
    public void The_bytes_are_signed_as_they_came_whatever_they_are()
    {
        byte[] body = [0xFF, 0x00, 0xC3, 0x28];
        byte[] signed = [.. "v0:1531420618:"u8, .. body];
        var signature = "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), signed));

        Assert.Equal(SignatureResult.Valid, new SlackRequestVerifier(new SigningSecret(Secret), At(Time)).Verify("1531420618", signature, body));
    }

    /// <summary>What a test cannot see: a comparison that ends at the first wrong byte tells a sender how far he was right.</summary>
    [Fact]
    public void Signatures_are_compared_in_constant_time()
    {
        var source = File.ReadAllText(Repository.Files("EngageBot.Slack").Single(file => file.EndsWith("SlackRequestVerifier.cs", StringComparison.Ordinal)));
        Assert.Contains("return CryptographicOperations.FixedTimeEquals(", source, StringComparison.Ordinal);
        Assert.DoesNotContain("SequenceEqual", source, StringComparison.Ordinal);
    }

    private static SignatureResult Verify(long now, string signature, string body, string secret = Secret) =>
        new SlackRequestVerifier(new SigningSecret(secret), At(now)).Verify(Time.ToString(CultureInfo.InvariantCulture), signature, Encoding.UTF8.GetBytes(body));

    private static VirtualClock At(long seconds) => new(DateTimeOffset.FromUnixTimeSeconds(seconds));
}
