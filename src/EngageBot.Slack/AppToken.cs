namespace EngageBot.Slack;

/// <summary>
/// What an app opens its sockets with, in all workspaces: it begins with <c>xapp-</c> and has the scope <c>connections:write</c>.
/// <see href="https://docs.slack.dev/authentication/tokens#app-level"/>.
/// </summary>
public sealed class AppToken(string value) : SlackToken(value, "xapp-", Complaint)
{
    private const string Complaint =
        "The app token must begin with xapp-: make one with the scope connections:write on the page Basic Information of the app on api.slack.com/apps.";
}
