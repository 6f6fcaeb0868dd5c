using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Signs requests as <see href="https://docs.slack.dev/authentication/verifying-requests-from-slack"/> has it.</summary>
public static class FakeSignature
{
    public static string Of(string secret, long timestamp, string body)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"v0:{timestamp}:{body}");
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
    }
}
