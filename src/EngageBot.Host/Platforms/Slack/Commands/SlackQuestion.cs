using EngageBot.Slack.Models;

namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>Something that a member asks of the bot, and the acknowledgement that Slack waits for: whoever gives it first has given it.</summary>
/// <param name="Late">What goes with the acknowledgement where the answer takes longer; null for nothing.</param>
internal sealed record SlackQuestion(SlackPayload Payload, string Team, string User, DateTimeOffset At, AckPayload? Late)
{
    private readonly TaskCompletionSource<AckPayload?> _acknowledged = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<AckPayload?> Acknowledged => _acknowledged.Task;

    /// <summary>False where it was acknowledged before: then the answer must go another way.</summary>
    public bool TryAcknowledge(AckPayload? answer) => _acknowledged.TrySetResult(answer);
}
