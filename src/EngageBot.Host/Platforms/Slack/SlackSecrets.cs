using EngageBot.Host.Configuration;
using EngageBot.Slack;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>The tokens and secrets of the options: read from where they are, and checked without being shown.</summary>
internal sealed class SlackSecrets(SlackOptions options)
{
    /// <summary>The settings that hold a secret.</summary>
    public static readonly IReadOnlyList<string> Names =
        [nameof(SlackWorkspaceOptions.BotToken), nameof(SlackWorkspaceOptions.AppToken), nameof(SlackWorkspaceOptions.SigningSecret)];

    /// <summary>Somebody has set something.</summary>
    public bool Any => options.Workspaces.Count > 0 || HasBotToken(options);

    /// <exception cref="ConfigurationException">One is missing, stands in two places, or cannot be one.</exception>
    public IReadOnlyList<SlackWorkspaceSettings> Workspaces(SlackMode mode)
    {
        if (options.Workspaces.Count == 0)
        {
            return [Workspace(options, string.Empty, mode)];
        }

        Check(!HasBotToken(options), "BotToken", "is set, and Workspaces as well: put it into the list, or leave the list out.");
        var workspaces = options.Workspaces.Select((workspace, index) => Workspace(workspace, $"Workspaces:{index}:", mode)).ToList();
        Check(workspaces.DistinctBy(workspace => workspace.BotToken.Reveal()).Count() == workspaces.Count, "Workspaces", "names the same bot token twice.");
        return workspaces;
    }

    public static void Check(bool holds, string setting, string otherwise)
    {
        if (!holds)
        {
            throw new ConfigurationException($"{SlackOptions.Section}:{setting} {otherwise}");
        }
    }

    private static bool HasBotToken(SlackWorkspaceOptions workspace) => !string.IsNullOrWhiteSpace(workspace.BotToken) || !string.IsNullOrWhiteSpace(workspace.BotTokenFile);

    private SlackWorkspaceSettings Workspace(SlackWorkspaceOptions workspace, string at, SlackMode mode)
    {
        var bot = Read(workspace.BotToken, workspace.BotTokenFile, at + "BotToken");
        Check(bot is not null, at + "BotToken", "is missing: copy the Bot User OAuth Token from the page OAuth & Permissions of the app on api.slack.com/apps.");
        var app = Read(workspace.AppToken, workspace.AppTokenFile, at + "AppToken") ?? Read(options.AppToken, options.AppTokenFile, "AppToken");
        var secret = Read(workspace.SigningSecret, workspace.SigningSecretFile, at + "SigningSecret") ?? Read(options.SigningSecret, options.SigningSecretFile, "SigningSecret");
        Check(
            mode != SlackMode.Socket || app is not null,
            at + "AppToken",
            "is missing: make one with the scope connections:write on the page Basic Information of the app on api.slack.com/apps, or set Mode to Http.");
        Check(
            mode != SlackMode.Http || secret is not null,
            at + "SigningSecret",
            "is missing: copy it from the page Basic Information of the app on api.slack.com/apps, or set Mode to Socket.");
        return new SlackWorkspaceSettings(Made(bot!, at + "BotToken", value => new BotToken(value)))
        {
            AppToken = app is null ? null : Made(app, at + "AppToken", value => new AppToken(value)),
            InstalledBy = string.IsNullOrWhiteSpace(workspace.InstalledBy) ? null : workspace.InstalledBy.Trim(),
            SigningSecret = secret is null ? null : Made(secret, at + "SigningSecret", value => new SigningSecret(value)),
        };
    }

    private static string? Read(string? value, string? path, string setting)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return string.IsNullOrWhiteSpace(value) ? null : value;
        }

        Check(string.IsNullOrWhiteSpace(value), setting + "File", $"is set, and {setting} as well: leave one of them out.");
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{SlackOptions.Section}:{setting}File names a file that cannot be read: {path}", fault);
        }
    }

    /// <summary>The complaint says what to do, and not what was given.</summary>
    private static T Made<T>(string value, string setting, Func<string, T> make)
    {
        try
        {
            return make(value);
        }
        catch (ArgumentException fault)
        {
            throw new ConfigurationException($"{SlackOptions.Section}:{setting}: {fault.Message.Split(" (Parameter", 2)[0]}", fault);
        }
    }
}
