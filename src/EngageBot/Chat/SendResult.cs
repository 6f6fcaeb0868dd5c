namespace EngageBot.Chat;

/// <summary>What came of something that the bot asked of a platform.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="Message">The message sent, changed or taken away.</param>
    public sealed record Sent(MessageId Message) : SendResult
    {
        /// <summary>The private conversation that a message to one member stands in.</summary>
        public ChannelId? Conversation { get; init; }
    }

    /// <summary>The platform will not have it; to ask again would be of no use.</summary>
    /// <param name="Reason">In words, for the log and moderators.</param>
    /// <param name="IsGoneForGood">What it was about is not there any more: the channel, the message, the member.</param>
    public sealed record Refused(string Reason, bool IsGoneForGood = false) : SendResult
    {
        /// <summary>The bot lacks a permission in the channel; the reason says which.</summary>
        public bool LacksPermission { get; init; }

        /// <summary>The member takes no private messages from the bot, or none can be opened with him.</summary>
        public bool CannotBeReached { get; init; }
    }

    /// <summary>Certainly not done; may be asked again after a while.</summary>
    public sealed record RetryAfter(TimeSpan Delay) : SendResult;

    /// <summary>The answer was lost: it may be done or not.</summary>
    public sealed record Uncertain : SendResult;
}
