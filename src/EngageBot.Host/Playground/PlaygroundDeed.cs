namespace EngageBot.Host.Playground;

/// <summary>Something that the bot did.</summary>
/// <param name="What">The text <c>playground.deed.WHAT</c> tells it.</param>
/// <param name="Message">The message that it said or changed, or that it is about.</param>
/// <param name="To">The member it was said to alone; null for everybody.</param>
internal sealed record PlaygroundDeed(DateTimeOffset At, string What, string Channel, long Message, string? To)
{
    /// <summary>That it put somewhere or took away; null for none.</summary>
    public string? Emoji { get; init; }
}
