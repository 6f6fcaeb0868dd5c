using EngageBot.Slack.Blocks;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed record ViewArguments(ViewProperties View)
{
    public string? TriggerId { get; init; }

    public string? UserId { get; init; }

    public string? ViewId { get; init; }

    public string? Hash { get; init; }
}
