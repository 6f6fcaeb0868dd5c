using System.Net;
using EngageBot.Communities;
using EngageBot.Host.Metrics;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Host.Storage;
using EngageBot.Host.Web;
using EngageBot.Host.Web.Dashboard;
using Microsoft.Extensions.Configuration;

namespace EngageBot.Host.Configuration;

/// <summary>
/// What the operator decides: <c>appsettings.json</c> in the current folder, over it a developer's user secrets, and over all environment variables like <c>EngageBot__Database__Path</c>; each setting
/// may stand in a file, see <see cref="SettingFiles"/>.
/// </summary>
internal static class HostConfiguration
{
    /// <summary>The id under which <c>dotnet user-secrets</c> keeps what a developer sets for this program: the project's, <c>UserSecretsId</c>.</summary>
    internal const string UserSecrets = "engagebot";

    private const string RulesSection = "EngageBot:Rules";

    /// <summary>Asked for more than once, and taken out of the environment the first time.</summary>
    private static string? _connectionString;

    private static readonly string[] RuleNames = [.. typeof(CommunityRules).GetProperties().Select(rule => rule.Name)];

    /// <exception cref="ConfigurationException">The file cannot be read, or a setting is out of its range.</exception>
    public static DatabaseOptions Database()
    {
        var options = Bind<DatabaseOptions>(DatabaseOptions.Section);
        var result = new DatabaseOptionsValidator().Validate(name: null, options);
        if (result.Failed)
        {
            throw new ConfigurationException($"{DatabaseOptions.Section}: {string.Join(' ', result.Failures)}");
        }

        options.ConnectionString = _connectionString ??= options.ConnectionString;
        Forget(name => name.Equals($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}", StringComparison.OrdinalIgnoreCase));
        return options;
    }

    /// <summary>The file with the key by which people who asked to be forgotten are recognised.</summary>
    /// <param name="database">The file of the database.</param>
    /// <exception cref="ConfigurationException">The file of settings cannot be read.</exception>
    public static string ErasureKeyPath(string database) => Privacy().KeyPath is { Length: > 0 } path ? path : database + ".key";

    /// <summary>For how long what people write is kept.</summary>
    /// <exception cref="ConfigurationException">The file of settings cannot be read, or the setting is out of its range.</exception>
    public static TextRetention Retention() => new(Privacy().TextDays);

    /// <summary>Null where Discord is not configured.</summary>
    /// <exception cref="ConfigurationException">The file cannot be read, or a setting is out of its range.</exception>
    public static DiscordSettings? Discord()
    {
        var settings = DiscordSettings.Of(Bind<DiscordOptions>(DiscordOptions.Section));

        Forget(name => name.Equals($"{DiscordOptions.Section}:{nameof(DiscordOptions.Token)}", StringComparison.OrdinalIgnoreCase));
        return settings;
    }

    /// <summary>Where the web server listens.</summary>
    /// <exception cref="ConfigurationException">The file cannot be read, or it is no address.</exception>
    public static IPEndPoint Web() => Bind<WebOptions>(WebOptions.Section).EndPoint();

    /// <summary>Whether moderators have pages, and where these are reached.</summary>
    /// <exception cref="ConfigurationException">The file cannot be read, it is no address, or a secret is missing.</exception>
    public static DashboardSettings Dashboard()
    {
        var settings = Bind<WebOptions>(WebOptions.Section).Pages();
        Forget(name => name.StartsWith(WebOptions.Section + ":", StringComparison.OrdinalIgnoreCase) && name.EndsWith("ClientSecret", StringComparison.OrdinalIgnoreCase));
        return settings;
    }

    /// <summary>Where figures about the program go; null for nowhere.</summary>
    /// <exception cref="ConfigurationException">The file cannot be read, or a setting cannot be used.</exception>
    public static MetricsSettings? Metrics() => Bind<MetricsOptions>(MetricsOptions.Section).Settings();

    /// <summary>Null where Slack is not configured.</summary>
    /// <exception cref="ConfigurationException">The file cannot be read, or a setting is out of its range.</exception>
    public static SlackSettings? Slack()
    {
        var settings = SlackSettings.Of(Bind<SlackOptions>(SlackOptions.Section));

        Forget(name => name.StartsWith(SlackOptions.Section + ":", StringComparison.OrdinalIgnoreCase)
            && SlackSecrets.Names.Any(secret => name.EndsWith(":" + secret, StringComparison.OrdinalIgnoreCase)));
        return settings;
    }

    /// <summary>The rules for all communities; what is left out has its default.</summary>
    /// <exception cref="ConfigurationException">The file cannot be read, or a rule has no such name or value.</exception>
    /// <exception cref="RulesException">A rule is out of its range, or contradicts another.</exception>
    public static CommunityRules Rules()
    {
        try
        {
            return Rules(Read());
        }
        catch (InvalidDataException fault)
        {
            throw new ConfigurationException($"appsettings.json: {fault.InnerException?.Message ?? fault.Message}", fault);
        }
    }

    public static CommunityRules Rules(IConfiguration configuration)
    {
        try
        {
            var section = configuration.GetSection(RulesSection);
            if (section.GetChildren().FirstOrDefault(rule => !IsRule(rule.Key)) is { } unknown)
            {
                throw new ConfigurationException($"{unknown.Path}: there is no such rule. {Hint(unknown.Key)}");
            }

            var rules = new CommunityRules();
            section.Bind(rules);
            RulesFile.Check(rules, RulesSection);
            return rules;
        }
        catch (InvalidOperationException fault)
        {
            throw new ConfigurationException(fault.Message, fault); // Names the setting.
        }
    }

    private static string Hint(string rule) => NearestName.Of(rule, RuleNames) is { } near ? $"Did you mean {near}?" : $"There are: {string.Join(", ", RuleNames)}.";

    /// <summary>No program that this one starts needs a secret. Configuration takes its name in any case, the environment of a system knows several.</summary>
    private static void Forget(Func<string, bool> isSecret)
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>())
        {
            if (isSecret(name.Replace("__", ":", StringComparison.Ordinal)))
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }

    private static T Bind<T>(string section)
        where T : new()
    {
        try
        {
            var options = new T();
            Read().GetSection(section).Bind(options);
            return options;
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or InvalidOperationException)
        {
            throw new ConfigurationException($"appsettings.json: {fault.InnerException?.Message ?? fault.Message}", fault);
        }
    }

    private static PrivacyOptions Privacy()
    {
        var options = Bind<PrivacyOptions>(PrivacyOptions.Section);
        var result = new PrivacyOptionsValidator().Validate(name: null, options);
        return result.Failed ? throw new ConfigurationException($"{PrivacyOptions.Section}: {string.Join(' ', result.Failures)}") : options;
    }

    private static bool IsRule(string name) => RuleNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static IConfigurationRoot Read()
    {
        var builder = new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true);
        if (IsDevelopment)
        {
            builder.AddUserSecrets(UserSecrets);
        }

        var configuration = builder.AddEnvironmentVariables().Build();
        return SettingFiles.Of(configuration) is { Count: > 0 } files ? builder.AddInMemoryCollection(files).Build() : configuration;
    }

    /// <summary>As every .NET program is told so: where it is only run, what a developer keeps for himself is not looked at.</summary>
    private static bool IsDevelopment => string.Equals(Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"), "Development", StringComparison.OrdinalIgnoreCase);
}
