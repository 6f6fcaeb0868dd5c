using EngageBot.Host.Platforms.Slack.Mapping;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack.Reading;

/// <summary>What was read of a gap, in order of time, or why nothing was.</summary>
internal sealed record GapRead(Timestamps After, IReadOnlyList<Message> Messages)
{
    public SlackResult<IReadOnlyList<Message>>? Refusal { get; init; }
}
