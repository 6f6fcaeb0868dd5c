namespace EngageBot.Host.Platforms.Slack.Reading;

/// <summary>A channel may have messages that never came: those after its mark.</summary>
/// <param name="Number">Which opening it is of: a gap that is opened again while it is read must be read again.</param>
/// <param name="Parents">Threads that began within this time are asked for replies.</param>
internal sealed record ReadGap(string Channel, long Number, TimeSpan Parents);
