using Microsoft.Extensions.Configuration;

namespace EngageBot.Host.Configuration;

/// <summary>
/// Settings that stand in files, as those who run containers keep secrets: where <c>EngageBot__Discord__Token__File</c> names a file, what is in it is <c>EngageBot:Discord:Token</c>. So it is with
/// every setting of the program; what stands in the file holds, whatever the setting itself says elsewhere.
/// </summary>
internal static class SettingFiles
{
    private const string Ours = "EngageBot:";

    private const string File = ":File";

    /// <summary>The settings that others name files for, with what is in these.</summary>
    /// <exception cref="ConfigurationException">A file cannot be read.</exception>
    public static IReadOnlyDictionary<string, string?> Of(IConfiguration configuration) => configuration.AsEnumerable()
        .Where(setting => setting.Key.StartsWith(Ours, StringComparison.OrdinalIgnoreCase) && setting.Key.EndsWith(File, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(setting.Value))
        .ToDictionary(setting => setting.Key[..^File.Length], setting => (string?)Read(setting.Key, setting.Value!));

    private static string Read(string setting, string path)
    {
        try
        {
            return System.IO.File.ReadAllText(path).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{setting} names a file that cannot be read: {path}", fault);
        }
    }
}
