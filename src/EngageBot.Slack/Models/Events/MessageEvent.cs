namespace EngageBot.Slack.Models.Events;

/// <summary>
/// Something was written, changed or deleted: which, its <see cref="Message.Subtype"/> says. <see href="https://docs.slack.dev/reference/events/message"/>.
/// </summary>
/// <param name="Message">
/// With its channel. Of a change, the message as it is now stands in <see cref="Models.Message.Changed"/> and as it was in
/// <see cref="Models.Message.PreviousMessage"/>.
/// </param>
public sealed record MessageEvent(Message Message) : SlackEvent;
