using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>What the bot must be allowed, by the names that Discord shows.</summary>
internal static class DiscordRights
{
    public const Permissions Reading = Permissions.ViewChannel | Permissions.ReadMessageHistory;

    public const Permissions Speaking = Reading | Permissions.SendMessages;

    private static readonly (Permissions Right, string Name)[] Names =
    [
        (Permissions.ViewChannel, "View Channel"),
        (Permissions.ReadMessageHistory, "Read Message History"),
        (Permissions.SendMessages, "Send Messages"),
    ];

    /// <summary>"View Channel and Send Messages".</summary>
    public static string InWords(Permissions rights) =>
        Names.Where(name => rights.HasFlag(name.Right)).Select(name => name.Name).ToArray() switch
        {
            [.. var first, var last] when first.Length > 0 => $"{string.Join(", ", first)} and {last}",
            var one => string.Concat(one),
        };
}
