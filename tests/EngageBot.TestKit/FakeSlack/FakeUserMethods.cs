using static EngageBot.TestKit.FakeSlack.FakeSlackMethods;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Members, and whether they are there.</summary>
internal sealed class FakeUserMethods(FakeSlackOptions options)
{
    public IEnumerable<FakeSlackMethod> All() =>
    [
        new("users.info", Tier4, call => Known(call, user => FakeSlackAnswer.Ok(("user", FakeSlackJson.User(user, call.World.TeamId)))))
        {
            TakesJson = false,
            Needs = Always("users:read"),
            Required = ["user"],
        },
        new("users.list", Tier2, call => FakeSlackPages.Of(call, [.. call.World.Users.Values], "members", 1_000, options.LongestPage, user => FakeSlackJson.User(user, call.World.TeamId)))
        {
            TakesJson = false,
            Needs = Always("users:read"),
        },
        new("users.getPresence", Tier3, call => Known(call, user => FakeSlackAnswer.Ok(("presence", user.IsActive ? "active" : "away"))))
        {
            TakesJson = false,
            Needs = Always("users:read"),
            Required = ["user"],
        },
        new("dnd.info", Tier3, call => Known(call, Dnd)) { TakesJson = false, Needs = Always("dnd:read"), Required = ["user"] },
    ];

    private static FakeSlackAnswer Known(FakeSlackCall call, Func<FakeSlackUser, FakeSlackAnswer> handle) =>
        call.World.Users.TryGetValue(call.Text("user")!, out var user) ? handle(user) : FakeSlackAnswer.Error("user_not_found");

    private static FakeSlackAnswer Dnd(FakeSlackUser user) => FakeSlackAnswer.Ok(
        ("dnd_enabled", user.DoNotDisturb is not null),
        ("next_dnd_start_ts", user.DoNotDisturb?.Start.ToUnixTimeSeconds() ?? 1),
        ("next_dnd_end_ts", user.DoNotDisturb?.End.ToUnixTimeSeconds() ?? 1),
        ("snooze_enabled", false));
}
