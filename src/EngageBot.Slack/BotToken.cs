namespace EngageBot.Slack;

/// <summary>
/// What a bot acts with in one workspace: it begins with <c>xoxb-</c>. <see href="https://docs.slack.dev/authentication/tokens#bot"/>.
/// </summary>
public sealed class BotToken(string value) : SlackToken(value, "xoxb-", Complaint)
{
    private const string Complaint =
        "The bot token must begin with xoxb-: copy the Bot User OAuth Token from the page OAuth & Permissions of the app on api.slack.com/apps.";
}
