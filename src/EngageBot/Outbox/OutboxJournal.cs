using EngageBot.Chat;
using EngageBot.Health;
using Microsoft.Extensions.Logging;

namespace EngageBot.Outbox;

/// <summary>
/// A line in the log for everything that was said, changed, taken away or refused, without a word of it and without names; and, where the bot lacks a permission,
/// the health of the channel. That it may not put eyes under a post keeps nobody from an answer and is only in the log.
/// </summary>
internal sealed partial class OutboxJournal(ILogger<OutboxJournal> logger, HealthBook? health, BotMetrics? metrics = null)
{
    public async Task SaidAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        Log(entry, "said");
        if (entry.Member is null && entry.Kind != OutboxKind.Eyes && health is not null)
        {
            await health.ClearAsync(HealthKey.In(entry.Channel, HealthCode.Permission), cancellationToken);
        }
    }

    public void Changed(OutboxEntry entry) => Log(entry, "changed");

    public void TakenAway(OutboxEntry entry) => Log(entry, "taken away");

    /// <param name="what">What was to be done: "said".</param>
    public async Task RefusedAsync(OutboxEntry entry, string what, SendResult.Refused refused, CancellationToken cancellationToken)
    {
        metrics?.Said(entry.Channel.Community.Platform, entry.Kind.ToString(), "refused");
        LogRefused(entry.Id, entry.Kind, entry.Channel.Value, entry.Channel.Community.Platform, entry.Channel.Community.Value, what, OneLine.Of(refused.Reason, 200));
        if (refused.LacksPermission && entry.Member is null && entry.Kind != OutboxKind.Eyes && health is not null)
        {
            await health.RaiseAsync(HealthKey.In(entry.Channel, HealthCode.Permission), $"The bot could not write where it was to: {refused.Reason.TrimEnd('.')}.", cancellationToken);
        }
    }

    private void Log(OutboxEntry entry, string outcome)
    {
        metrics?.Said(entry.Channel.Community.Platform, entry.Kind.ToString(), outcome);
        LogDone(entry.Id, entry.Kind, entry.Channel.Value, entry.Channel.Community.Platform, entry.Channel.Community.Value, outcome);
    }

    [LoggerMessage(LogLevel.Information, "Outbox {Id}: {Kind} in channel {Channel} of {Platform} {Community} was {Outcome}")]
    private partial void LogDone(long id, OutboxKind kind, string channel, Platform platform, string community, string outcome);

    [LoggerMessage(LogLevel.Warning, "Outbox {Id}: {Kind} in channel {Channel} of {Platform} {Community} could not be {Outcome}: {Reason}")]
    private partial void LogRefused(long id, OutboxKind kind, string channel, Platform platform, string community, string outcome, string reason);
}
