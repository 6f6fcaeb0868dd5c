using EngageBot.Slack.SocketMode;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>The options, checked, and the secrets out of everybody's sight.</summary>
internal sealed record SlackSettings
{
    private const int MostDays = 365;

    public required SlackMode Mode { get; init; }

    public required Uri ApiBaseUrl { get; init; }

    public required IReadOnlyList<SlackWorkspaceSettings> Workspaces { get; init; }

    public int Connections { get; init; } = 2;

    public TimeSpan ReadBack { get; init; } = TimeSpan.FromDays(7);

    public int ReadBackMessages { get; init; } = 5_000;

    /// <summary>So far back a channel is read that was never read; where it is less than <see cref="ReadBack"/>, that counts.</summary>
    public TimeSpan FirstReadBack { get; init; }

    /// <summary>Slack sends again what it could not bring; where nobody listened for longer than this, what was missed is read up.</summary>
    public TimeSpan Moment { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The wait before a lost connection is opened again; it doubles with each failure.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What that wait grows to where connections break again and again.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How Slack's API is reached.</summary>
    public SlackWebClientOptions Client => new() { BaseAddress = ApiBaseUrl, BeforeEach = Gate };

    /// <summary>What goes out passes here.</summary>
    public Func<CancellationToken, ValueTask>? Gate { get; init; }

    /// <summary>Null where no bot token is configured.</summary>
    /// <exception cref="Configuration.ConfigurationException">A setting cannot be used; the message is one sentence.</exception>
    public static SlackSettings? Of(SlackOptions options)
    {
        var secrets = new SlackSecrets(options);
        if (!secrets.Any)
        {
            return null;
        }

        var isKnown = Enum.TryParse<SlackMode>(options.Mode, ignoreCase: true, out var mode) && Enum.IsDefined(mode);
        SlackSecrets.Check(isKnown, "Mode", "must be Socket or Http.");
        SlackSecrets.Check(IsAddress(options.ApiBaseUrl), "ApiBaseUrl", "must begin with https://; http:// is taken for this machine itself only (http://127.0.0.1).");
        SlackSecrets.Check(options.Connections is >= 1 and <= SocketModeOptions.MostConnections, "Connections", $"must be between 1 and {SocketModeOptions.MostConnections}.");
        SlackSecrets.Check(options.ReadBackDays is >= 0 and <= MostDays, "ReadBackDays", $"must be between 0 and {MostDays}.");
        SlackSecrets.Check(options.FirstReadBackDays is >= 0 and <= MostDays, "FirstReadBackDays", $"must be between 0 and {MostDays}.");
        SlackSecrets.Check(options.ReadBackMessages is >= 0 and <= 100_000, "ReadBackMessages", "must be between 0 and 100000.");
        return new SlackSettings
        {
            Mode = mode,
            ApiBaseUrl = options.ApiBaseUrl,
            Workspaces = secrets.Workspaces(mode),
            Connections = options.Connections,
            ReadBack = TimeSpan.FromDays(options.ReadBackDays),
            FirstReadBack = options.ReadBackDays == 0 ? TimeSpan.Zero : TimeSpan.FromDays(Math.Max(options.ReadBackDays, options.FirstReadBackDays)),
            ReadBackMessages = options.ReadBackMessages,
        };
    }

    private static bool IsAddress(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
