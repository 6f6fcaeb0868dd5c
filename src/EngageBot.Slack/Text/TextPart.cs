namespace EngageBot.Slack.Text;

/// <summary>A part of a message's text. <see href="https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages"/>.</summary>
public abstract record TextPart
{
    private TextPart()
    {
    }

    /// <summary>Plain words, as they were written; stars and underscores for bold and italic are left in.</summary>
    public sealed record Plain(string Text) : TextPart;

    /// <summary>A mention of a user.</summary>
    /// <param name="Id">The user's id.</param>
    /// <param name="Label">The name Slack gave along, if it did.</param>
    public sealed record User(string Id, string? Label) : TextPart;

    /// <summary>A link to a channel.</summary>
    /// <param name="Id">The channel's id.</param>
    /// <param name="Label">The name Slack gave along, if it did.</param>
    public sealed record Channel(string Id, string? Label) : TextPart;

    /// <summary>A mention of a group of users.</summary>
    /// <param name="Id">The group's id.</param>
    /// <param name="Label">The handle Slack gave along, if it did.</param>
    public sealed record UserGroup(string Id, string? Label) : TextPart;

    /// <summary>A mention of many: <c>here</c>, <c>channel</c> or <c>everyone</c>.</summary>
    public sealed record Special(string Name) : TextPart;

    /// <summary>A link to a page or mail address.</summary>
    /// <param name="Url">As it was written, which may be no good address.</param>
    /// <param name="Label">What it shows; none shows the address.</param>
    public sealed record Link(string Url, string? Label) : TextPart;

    /// <summary>A moment.</summary>
    /// <param name="At">To the second.</param>
    /// <param name="Label">What old programs show.</param>
    public sealed record Date(DateTimeOffset At, string? Label) : TextPart;
}
