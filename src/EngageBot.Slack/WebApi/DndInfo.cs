namespace EngageBot.Slack.WebApi;

/// <summary>When a user does not want to be disturbed; moments in seconds since 1970. <see href="https://docs.slack.dev/reference/methods/dnd.info"/>.</summary>
public sealed record DndInfo
{
    public bool DndEnabled { get; set; }

    public long NextDndStartTs { get; set; }

    public long NextDndEndTs { get; set; }
}
