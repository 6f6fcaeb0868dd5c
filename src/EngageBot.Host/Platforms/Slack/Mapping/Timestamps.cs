using EngageBot.Slack;

namespace EngageBot.Host.Platforms.Slack.Mapping;

/// <summary>From when on something is read up.</summary>
/// <param name="Written">What was written later may be missing.</param>
/// <param name="Oldest">What is older is not looked at.</param>
internal readonly record struct Timestamps(Timestamp Written, Timestamp Oldest);
