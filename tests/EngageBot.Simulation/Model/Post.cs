using EngageBot.Chat;

namespace EngageBot.Simulation.Model;

/// <summary>A post as it stands under one bot.</summary>
internal sealed class Post(PlannedPost plan, MessageId id, ChannelId channel, DateTimeOffset at)
{
    public PlannedPost Plan => plan;

    public MessageId Id => id;

    public ChannelId Channel => channel;

    public DateTimeOffset At => at;

    public DateTimeOffset? AnsweredAt { get; set; }

    public Person? AnsweredBy { get; set; }

    /// <summary>Messages of people in its channel when it was written.</summary>
    public int ChannelMessagesBefore { get; set; }

    public bool IsAnsweredInTime => AnsweredAt - at <= Span.Counts;
}
