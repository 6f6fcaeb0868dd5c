namespace EngageBot.Reports;

/// <summary>A line of chat to be shown. Author and text are as strangers wrote them: whoever shows them escapes them.</summary>
/// <param name="Id">The platform's spelling of the message's id.</param>
/// <param name="Author">"someone" for a person who opted out.</param>
/// <param name="Text">Empty where none is kept.</param>
public sealed record ChatLine(string Id, string Author, DateTimeOffset At, string Text)
{
    /// <summary>The link that counts, where the line answers or goes on from another.</summary>
    public LineLink? Link { get; init; }
}
