using EngageBot.Commands;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>On which page a moderator does what a command of moderators does. One that is in neither list is nowhere but among all commands, which a test does not let pass.</summary>
internal static class CommandPages
{
    public const string Rules = "/rules";

    /// <summary>Paths below the first page, by the names of commands, in the order in which they are shown there.</summary>
    public static IReadOnlyList<(string Command, string Page)> All { get; } =
    [
        ("stats", string.Empty), ("export", string.Empty), ("report", string.Empty),
        ("log", "/activity"),
        ("helpers", "/people"),
        ("round", "/introductions"),
        ("queue", "/queue"),
        ("rules", Rules), ("texts", Rules), ("channel", Rules), ("quiet-hours", Rules), ("setup", Rules), ("notice", Rules), ("live", Rules), ("observe", Rules), ("quiet", Rules),
    ];

    /// <summary>What is done in chat alone, and why.</summary>
    public static IReadOnlyDictionary<string, string> InChatAlone { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["dashboard"] = "It leads to the pages.",
        ["help"] = "It tells how commands are written in chat; on the pages each says so itself.",
    };

    /// <summary>The commands of a page that have forms like those of chat there.</summary>
    /// <param name="own">Those for which the page has something better.</param>
    public static IReadOnlyList<ISlashCommand> On(string page, CommandRouter router, params IReadOnlyCollection<string> own) =>
    [
        .. All.Where(one => one.Page == page && !own.Contains(one.Command)).Select(one => router.Listed.First(command => command.IsForModerators && command.Name == one.Command)),
    ];
}
