using EngageBot.Transport;

namespace EngageBot.Discord.Gateway;

/// <summary>
/// The address of a connection: version, encoding and compression are said every time, also when resuming.
/// <see href="https://discord.com/developers/docs/events/gateway#connecting"/>.
/// </summary>
internal static class GatewayAddress
{
    private const string Query = "?v=10&encoding=json&compress=zlib-stream";

    /// <summary>Nobody between here and there can read the bot token.</summary>
    public static bool IsSafe(Uri url) => SafeAddress.IsWebSocket(url);

    public static Uri For(Uri url) =>
        IsSafe(url)
            ? new Uri(new Uri(url.GetLeftPart(UriPartial.Path)), Query)
            : throw new GatewayAddressException(url);
}
