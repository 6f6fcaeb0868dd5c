namespace EngageBot.Host.Platforms.Slack;

/// <summary>
/// What makes the app on Slack in one step: the file <c>deploy/slack-manifest.yaml</c>, as it is for Socket Mode, or with an address of its own for requests over
/// HTTP. <see href="https://docs.slack.dev/reference/app-manifest"/>.
/// </summary>
internal static class SlackManifest
{
    private const string Resource = "slack-manifest.yaml";
    private const string ForHttp = "# http: ";
    private const string ExampleAddress = "https://bot.example.com";
    private const string SocketMode = "socket_mode_enabled: true";

    /// <param name="address">Where Slack reaches the bot over HTTP; none for Socket Mode.</param>
    public static string For(Uri? address)
    {
        using var file = new StreamReader(typeof(SlackManifest).Assembly.GetManifestResourceStream(Resource)!);
        var manifest = file.ReadToEnd();
        return address is null ? manifest : string.Join('\n', manifest.Split('\n').Select(line => OverHttp(line, address)));
    }

    /// <summary>What the bot token may do, by the manifest.</summary>
    public static IReadOnlyList<string> BotScopes() =>
        [.. For(address: null).Split('\n').SkipWhile(line => line.Trim() != "bot:").Skip(1).TakeWhile(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal)).Select(line => line.Trim()[2..])];

    /// <summary>Slack takes <c>https</c> only.</summary>
    public static bool IsPublicAddress(Uri address) =>
        address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;

    private static string OverHttp(string line, Uri address)
    {
        var begin = line.Length - line.TrimStart().Length;
        return line[begin..].StartsWith(ForHttp, StringComparison.Ordinal)
            ? line[..begin] + line[(begin + ForHttp.Length)..].Replace(ExampleAddress, address.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal)
            : line.Replace(SocketMode, "socket_mode_enabled: false", StringComparison.Ordinal);
    }
}
