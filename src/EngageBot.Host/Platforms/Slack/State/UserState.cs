using EngageBot.Slack.Models;

namespace EngageBot.Host.Platforms.Slack.State;

/// <summary>What must be known of a user.</summary>
internal sealed record UserState(string Name, bool IsBot)
{
    /// <summary>Slack's own, which writes in its own name.</summary>
    private const string Slackbot = "USLACKBOT";

    /// <summary>His account is switched off.</summary>
    public bool IsGone { get; init; }

    /// <summary>An administrator or owner of a workspace.</summary>
    public bool IsTeam { get; init; }

    /// <summary>No zone's name is nearly as long.</summary>
    private const int LongestZone = 64;

    /// <summary>The name of the zone that he set; null where it is none.</summary>
    public string? TimeZone { get; init; }

    /// <summary>By the name that others see: the one he chose, else his real one, else that of the account.</summary>
    public static UserState Of(User user) => new(
        FirstFilled(user.Profile.DisplayName, user.Profile.RealName, user.RealName, user.Name) ?? user.Id,
        user.IsBot || user.IsWorkflowBot || user.Id == Slackbot)
    {
        IsGone = user.Deleted,
        IsTeam = (user.IsAdmin || user.IsOwner || user.IsPrimaryOwner) && user is { Deleted: false, IsStranger: false },
        TimeZone = user.Tz is { Length: > 0 and <= LongestZone } zone && zone.All(IsOfZone) ? zone : null,
    };

    private static bool IsOfZone(char character) => char.IsAsciiLetterOrDigit(character) || character is '/' or '_' or '-' or '+';

    private static string? FirstFilled(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(name))
            {
                return name;
            }
        }

        return null;
    }
}
