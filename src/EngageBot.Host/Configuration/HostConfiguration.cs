using EngageBot.Host.Storage;
using Microsoft.Extensions.Configuration;

namespace EngageBot.Host.Configuration;

/// <summary>What the operator decides: <c>appsettings.json</c> in the current folder, and over it environment variables like <c>EngageBot__Database__Path</c>.</summary>
internal static class HostConfiguration
{
    /// <exception cref="ConfigurationException">The file cannot be read, or a setting is out of its range.</exception>
    public static DatabaseOptions Database()
    {
        try
        {
            var options = new DatabaseOptions();
            Read().GetSection(DatabaseOptions.Section).Bind(options);
            var result = new DatabaseOptionsValidator().Validate(name: null, options);
            return result.Failed ? throw new ConfigurationException($"{DatabaseOptions.Section}: {string.Join(' ', result.Failures)}") : options;
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
