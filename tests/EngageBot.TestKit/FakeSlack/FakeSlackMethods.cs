namespace EngageBot.TestKit.FakeSlack;

/// <summary>All methods, and what several of them need. The limits are those of each method's tier.</summary>
internal static class FakeSlackMethods
{
    public const int Tier2 = 20;
    public const int Tier3 = 50;
    public const int Tier4 = 100;

    /// <summary>Where Slack says no more than that it is a special case.</summary>
    public const int Special = 600;

    public static IEnumerable<FakeSlackMethod> Of(FakeSlack slack, FakeSlackOptions options) =>
    [
        .. OfApps(slack),
        .. new FakeChatMethods(slack).All(),
        .. new FakeConversationMethods(options).All(),
        .. new FakeHistoryMethods(options).All(),
        .. new FakeUserMethods(options).All(),
        .. FakeUserGroupMethods.All(),
        .. FakeReactionMethods.All(),
        .. new FakeViewMethods(options).All(),
        .. new FakeFileMethods(slack, options).All(),
    ];

    /// <summary>A scope whose name begins with the kind of the channel, for example <c>groups:read</c>.</summary>
    public static Func<FakeSlackCall, IEnumerable<string>> OfKind(string verb, string argument = "channel") => call => [$"{call.Channel(argument)!.ScopeName}:{verb}"];

    public static Func<FakeSlackCall, IEnumerable<string>> Always(string scope) => _ => [scope];

    /// <summary>Whether the bot may know of the channel at all.</summary>
    public static bool IsVisible(FakeSlackCall call, FakeSlackChannel channel) => channel.Kind == FakeChannelKind.Public || channel.Members.Contains(call.World.BotUserId);

    private static IEnumerable<FakeSlackMethod> OfApps(FakeSlack slack) =>
    [
        new("api.test", Tier4, _ => FakeSlackAnswer.Ok()),
        new("auth.test", Special, call => FakeSlackAnswer.Ok(
            ("url", $"https://{call.Workspace!.Name}.slack.com/"),
            ("team", call.Workspace.Name),
            ("user", call.World.Users[call.World.BotUserId].Name),
            ("team_id", call.World.TeamId),
            ("user_id", call.World.BotUserId),
            ("bot_id", call.World.BotId),
            ("is_enterprise_install", false))),
        new("apps.connections.open", Tier4, call => call.App!.Sockets.IsEnabled
            ? FakeSlackAnswer.Ok(("url", call.App.Sockets.NewAddress().OriginalString))
            : FakeSlackAnswer.Error("socket_mode_disabled"))
        {
            IsForApps = true,
            Needs = Always("connections:write"),
        },
    ];
}
