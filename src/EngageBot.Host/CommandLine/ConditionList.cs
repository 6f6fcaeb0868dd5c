using System.Globalization;
using EngageBot.Chat;
using EngageBot.Health;
using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>Writes what keeps the bot from its work: of each community, and of platforms as a whole.</summary>
internal static class ConditionList
{
    public static void Write(IAnsiConsole output, IReadOnlyList<HealthCondition> conditions)
    {
        if (conditions.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("What keeps it from its work:");
        foreach (var condition in conditions)
        {
            output.WriteLine("  " + InALine(condition));
        }
    }

    public static string InALine(HealthCondition condition) =>
        $"{Place(condition)}: {OneLine.Of(condition.Sentence, 500)} (since {condition.Since.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC)";

    private static string Place(HealthCondition condition)
    {
        var place = condition.Key.Community is { } community ? OneLine.Of(community.Value) : condition.Key.Platform.ToString();
        return condition.ChannelName is { } name ? $"{place} #{OneLine.Of(name.TrimStart('#'), 50)}" : place;
    }
}
