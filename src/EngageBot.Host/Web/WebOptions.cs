using System.Net;
using EngageBot.Host.Configuration;
using EngageBot.Host.Web.Dashboard;

namespace EngageBot.Host.Web;

/// <summary>The program's own web server.</summary>
public sealed class WebOptions
{
    public const string Section = "EngageBot:Web";

    /// <summary>
    /// The address and port to listen on, like <c>http://127.0.0.1:5080</c>; <c>http://0.0.0.0:5080</c> is every address of the machine, and port 0 any free one.
    /// There is no <c>https</c>: a proxy in front of it does that.
    /// </summary>
    public string Listen { get; set; } = "http://127.0.0.1:5080";

    /// <summary>
    /// Where the pages are reached from outside, like <c>https://bot.example.org</c>; without it they are reached where the server listens, if that is this machine alone. Off this
    /// machine it is <c>https</c>: without it browsers would not keep who is signed in.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>Moderators have pages, which <c>/engage-mod dashboard</c> leads to.</summary>
    public bool Dashboard { get; set; } = true;

    /// <exception cref="ConfigurationException">The address from outside is none.</exception>
    internal DashboardSettings Pages()
    {
        if (string.IsNullOrWhiteSpace(PublicUrl))
        {
            return new DashboardSettings(Dashboard, PublicUrl: null);
        }

        return Uri.TryCreate(PublicUrl.Trim(), UriKind.Absolute, out var address)
            && address is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
                ? new DashboardSettings(Dashboard, address)
                : throw new ConfigurationException($"{Section}:{nameof(PublicUrl)} must be an address like https://bot.example.org, without a path; http is for this machine alone.");
    }

    /// <summary><see cref="Listen"/>, to be listened on.</summary>
    /// <exception cref="ConfigurationException">It is no such address.</exception>
    public IPEndPoint EndPoint()
    {
        if (Uri.TryCreate(Listen, UriKind.Absolute, out var address)
            && address is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            && address.Scheme == Uri.UriSchemeHttp
            && AddressOf(address.IdnHost) is { } ip)
        {
            return new IPEndPoint(ip, address.Port);
        }

        throw new ConfigurationException($"{Section}:{nameof(Listen)} must be an address and a port like http://127.0.0.1:5080, or http://0.0.0.0:5080 for every address of this machine.");
    }

    private static IPAddress? AddressOf(string host) => host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host, out var ip) ? ip : null;
}
