namespace EngageBot.Transport;

/// <summary>Whether nobody between here and there can read what goes over a line: an encrypted one, or one that does not leave this machine.</summary>
public static class SafeAddress
{
    public static bool IsHttp(Uri address) => Is(address, Uri.UriSchemeHttps, Uri.UriSchemeHttp);

    public static bool IsWebSocket(Uri address) => Is(address, Uri.UriSchemeWss, Uri.UriSchemeWs);

    private static bool Is(Uri address, string encrypted, string open) =>
        address.IsAbsoluteUri && (address.Scheme == encrypted || address.Scheme == open && address.IsLoopback);
}
