using System.Net;
using EngageBot.Host.Configuration;
using EngageBot.Host.Web.Dashboard;
using EngageBot.Host.Web.Dashboard.Providers;

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

    /// <summary>Of the application in Discord's developer portal, page OAuth2: with it and its secret moderators can sign in by Discord.</summary>
    public string? DiscordClientId { get; set; }

    public string? DiscordClientSecret { get; set; }

    /// <summary>A file that holds the secret, instead of the secret itself.</summary>
    public string? DiscordClientSecretFile { get; set; }

    /// <summary>Of the app on api.slack.com/apps, page Basic Information: with it and its secret moderators can sign in by Slack.</summary>
    public string? SlackClientId { get; set; }

    public string? SlackClientSecret { get; set; }

    /// <summary>A file that holds the secret, instead of the secret itself.</summary>
    public string? SlackClientSecretFile { get; set; }

    /// <exception cref="ConfigurationException">The address from outside is none, or a secret is missing.</exception>
    internal DashboardSettings Pages() => Addressed() with { Providers = [.. Providers()] };

    private IEnumerable<SignInProvider> Providers()
    {
        if (Given("Discord", DiscordClientId, DiscordClientSecret, DiscordClientSecretFile) is var (discord, discordSecret))
        {
            yield return SignInProvider.Discord(discord, discordSecret);
        }

        if (Given("Slack", SlackClientId, SlackClientSecret, SlackClientSecretFile) is var (slack, slackSecret))
        {
            yield return SignInProvider.Slack(slack, slackSecret);
        }
    }

    private static (string Id, string Secret)? Given(string platform, string? id, string? secret, string? file)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            return null;
        }

        if (!string.IsNullOrWhiteSpace(file))
        {
            secret = string.IsNullOrWhiteSpace(secret) ? ReadSecret(platform, file) : throw new ConfigurationException($"{Section}:{platform}ClientSecretFile is set, and {platform}ClientSecret as well: leave one of them out.");
        }

        return string.IsNullOrWhiteSpace(secret) ? throw new ConfigurationException($"{Section}:{platform}ClientSecret is missing: it stands beside the client id.") : (id.Trim(), secret.Trim());
    }

    private static string ReadSecret(string platform, string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{Section}:{platform}ClientSecretFile names a file that cannot be read: {file}", fault);
        }
    }

    private DashboardSettings Addressed()
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
