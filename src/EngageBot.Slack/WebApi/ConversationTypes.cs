namespace EngageBot.Slack.WebApi;

/// <summary>Which conversations are asked for. <see href="https://docs.slack.dev/reference/methods/conversations.list"/>.</summary>
[Flags]
public enum ConversationTypes
{
    None = 0,
    PublicChannel = 1,
    PrivateChannel = 2,
    Mpim = 4,
    Im = 8,
}
