using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Storage;
using Microsoft.Extensions.Configuration;

namespace EngageBot.Host.Configuration;

/// <summary>What the operator decides: <c>appsettings.json</c> in the current folder, and over it environment variables like <c>EngageBot__Database__Path</c>.</summary>
internal static class HostConfiguration
{
    /// <exception cref="ConfigurationException">The file cannot be read, or a setting is out of its range.</exception>
    public static DatabaseOptions Database()
    {
        var options = Bind<DatabaseOptions>(DatabaseOptions.Section);
        var result = new DatabaseOptionsValidator().Validate(name: null, options);
        return result.Failed ? throw new ConfigurationException($"{DatabaseOptions.Section}: {string.Join(' ', result.Failures)}") : options;
    }

    /// <summary>Null where Discord is not configured.</summary>
    /// <exception cref="ConfigurationException">The file cannot be read, or a setting is out of its range.</exception>
    public static DiscordSettings? Discord() => DiscordSettings.Of(Bind<DiscordOptions>(DiscordOptions.Section));

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

    private static IConfigurationRoot Read() => new ConfigurationBuilder()
        .SetBasePath(Directory.GetCurrentDirectory())
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();
}
