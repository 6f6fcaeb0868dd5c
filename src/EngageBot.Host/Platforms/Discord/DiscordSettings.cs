using System.Reflection;
using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Host.Configuration;
using EngageBot.Host.Storage;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>The options, checked, and the token out of everybody's sight.</summary>
internal sealed record DiscordSettings
{
    private const int MostDays = 365;

    /// <summary>Where the build names no page of the project and nobody has set one: an address that is nobody's.</summary>
    private static readonly Uri NoPage = new("https://engagebot.invalid/");

    public required BotToken Token { get; init; }

    public required Uri ApiBaseUrl { get; init; }

    public required ShardRange Shards { get; init; }

    public required bool MessageContent { get; init; }

    /// <summary>Whether members' comings and goings are asked for.</summary>
    public bool Members { get; init; }

    public required TimeSpan ReadBack { get; init; }

    /// <summary>So far back a channel is read that was never read; where it is less than <see cref="ReadBack"/>, that counts.</summary>
    public TimeSpan FirstReadBack { get; init; }

    public required int ReadBackMessages { get; init; }

    public required string NeedsAnswerTag { get; init; }

    /// <summary>A page about the bot, told with every call.</summary>
    public Uri UserAgentUrl { get; init; } = ProjectPage();

    /// <summary>The wait before a lost connection is opened again; it doubles with each failure.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What goes out passes here.</summary>
    public Func<CancellationToken, ValueTask>? Gate { get; init; }

    /// <summary>Waits until a session may be begun, by the key that its seconds count for, where other processes begin some too.</summary>
    public Func<int, CancellationToken, Task>? IdentifyTurn { get; init; }

    /// <summary>To the other processes, where the work is divided.</summary>
    public HolderPost? Post { get; init; }

    /// <summary>Null where no token is configured.</summary>
    /// <exception cref="ConfigurationException">A setting cannot be used; the message is one sentence.</exception>
    public static DiscordSettings? Of(DiscordOptions options)
    {
        if (TokenOf(options) is not { } token)
        {
            return null;
        }

        Check(IsAddress(options.ApiBaseUrl), "ApiBaseUrl", "must begin with https://; http:// is taken for this machine itself only (http://127.0.0.1).");
        Check(options.ReadBackDays is >= 0 and <= MostDays, "ReadBackDays", $"must be between 0 and {MostDays}.");
        Check(options.FirstReadBackDays is >= 0 and <= MostDays, "FirstReadBackDays", $"must be between 0 and {MostDays}.");
        Check(options.ReadBackMessages is >= 0 and <= 100_000, "ReadBackMessages", "must be between 0 and 100000.");
        Check(options.UserAgentUrl is null || IsPage(options.UserAgentUrl), "UserAgentUrl", "must be the address of a page about the bot: https://…");
        return new DiscordSettings
        {
            Token = token,
            UserAgentUrl = options.UserAgentUrl ?? ProjectPage(),
            ApiBaseUrl = options.ApiBaseUrl,
            Shards = Range(options.Shards),
            MessageContent = options.MessageContent,
            Members = options.Members,
            ReadBack = TimeSpan.FromDays(options.ReadBackDays),
            FirstReadBack = options.ReadBackDays == 0 ? TimeSpan.Zero : TimeSpan.FromDays(Math.Max(options.ReadBackDays, options.FirstReadBackDays)),
            ReadBackMessages = options.ReadBackMessages,
            NeedsAnswerTag = options.NeedsAnswerTag.Trim(),
        };
    }

    private static BotToken? TokenOf(DiscordOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.TokenFile))
        {
            Check(string.IsNullOrWhiteSpace(options.Token), "TokenFile", "is set, and Token as well: leave one of them out.");
            return new BotToken(ReadToken(options.TokenFile));
        }

        if (string.IsNullOrWhiteSpace(options.Token))
        {
            return null;
        }

        return new BotToken(Whole(options.Token, "Token"));
    }

    private static string ReadToken(string path)
    {
        try
        {
            return Whole(File.ReadAllText(path), "TokenFile");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{DiscordOptions.Section}:TokenFile names a file that cannot be read: {path}", fault);
        }
    }

    /// <summary>What cannot stand in a header is refused here, where nobody prints it.</summary>
    private static string Whole(string token, string setting)
    {
        token = token.Trim();
        token = token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase) ? token[4..].Trim() : token;
        Check(token.Length > 0 && token.All(character => character is > ' ' and < '\u007F'), setting, "holds no token: copy it again from the page Bot of the application in Discord's developer portal.");
        return token;
    }

    private static ShardRange Range(string shards)
    {
        try
        {
            return ShardRange.Parse(shards);
        }
        catch (FormatException fault)
        {
            throw new ConfigurationException($"{DiscordOptions.Section}:Shards: {fault.Message}", fault);
        }
    }

    /// <summary>The RepositoryUrl of the build.</summary>
    private static Uri ProjectPage() =>
        typeof(DiscordSettings).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(one => one.Key == "RepositoryUrl")?.Value is { } page && Uri.TryCreate(page, UriKind.Absolute, out var address)
            ? address
            : NoPage;

    /// <summary>It stands in a header, between parentheses.</summary>
    private static bool IsPage(Uri page) => page.IsAbsoluteUri && page.Scheme is "https" or "http" && page.AbsoluteUri.IndexOfAny(['(', ')', ',']) < 0;

    private static bool IsAddress(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static void Check(bool holds, string setting, string otherwise)
    {
        if (!holds)
        {
            throw new ConfigurationException($"{DiscordOptions.Section}:{setting} {otherwise}");
        }
    }
}
