using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EngageBot.Slack.Events;

/// <summary>
/// Tells Slack's requests from those of others: by the signature over the body as it came, and by the time.
/// <see href="https://docs.slack.dev/authentication/verifying-requests-from-slack"/>.
/// </summary>
public sealed class SlackRequestVerifier(SigningSecret secret, TimeProvider clock)
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    public const string SignatureHeader = "X-Slack-Signature";

    private const string Version = "v0=";

    /// <summary>On either side of now.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <param name="timestamp">The header <see cref="TimestampHeader"/>.</param>
    /// <param name="signature">The header <see cref="SignatureHeader"/>.</param>
    /// <param name="body">Every byte of it, before anything was made of it.</param>
    public SignatureResult Verify(string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        Span<byte> said = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || !TryRead(signature, said))
        {
            return SignatureResult.Malformed;
        }

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (seconds < now - Window.TotalSeconds || seconds > now + Window.TotalSeconds)
        {
            return SignatureResult.Stale;
        }

        Span<byte> computed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Compute(timestamp, body, computed);
        return CryptographicOperations.FixedTimeEquals(said, computed) ? SignatureResult.Valid : SignatureResult.BadSignature;
    }

    private static bool TryRead(string? signature, Span<byte> hash) =>
        signature is not null
        && signature.Length == Version.Length + (hash.Length * 2)
        && signature.StartsWith(Version, StringComparison.Ordinal)
        && Convert.FromHexString(signature.AsSpan(Version.Length), hash, out _, out _) == System.Buffers.OperationStatus.Done;

    private void Compute(string timestamp, ReadOnlySpan<byte> body, Span<byte> hash)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret.Reveal());
        hmac.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        hmac.GetHashAndReset(hash);
    }
}
