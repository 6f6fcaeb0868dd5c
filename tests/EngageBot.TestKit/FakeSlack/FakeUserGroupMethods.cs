using System.Text.Json.Nodes;
using static EngageBot.TestKit.FakeSlack.FakeSlackMethods;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>User groups, as Slack tells of them: <see href="https://docs.slack.dev/reference/objects/usergroup-object"/>.</summary>
internal static class FakeUserGroupMethods
{
    public static IEnumerable<FakeSlackMethod> All() =>
    [
        new("usergroups.list", Tier2, call => FakeSlackAnswer.Ok(("usergroups", new JsonArray(
            [.. call.World.UserGroups.Values.Where(group => !group.IsDisabled).Select(group => Group(group, call.World, call.Text("include_users") == "true"))]))))
        {
            TakesJson = false,
            Needs = Always("usergroups:read"),
        },
        new("usergroups.users.list", Tier2, call => call.World.UserGroups.TryGetValue(call.Text("usergroup")!, out var group)
            ? FakeSlackAnswer.Ok(("users", Ids(group.Members)))
            : FakeSlackAnswer.Error("no_such_subteam"))
        {
            TakesJson = false,
            Needs = Always("usergroups:read"),
            Required = ["usergroup"],
        },
    ];

    public static JsonObject Group(FakeSlackUserGroup group, FakeSlackWorld world, bool withUsers)
    {
        var told = new JsonObject
        {
            ["id"] = group.Id,
            ["team_id"] = world.TeamId,
            ["is_usergroup"] = true,
            ["name"] = $"The {group.Handle}",
            ["description"] = "",
            ["handle"] = group.Handle,
            ["is_external"] = false,
            ["date_create"] = 1_446_746_793,
            ["date_update"] = world.Now.ToUnixTimeSeconds(),
            ["date_delete"] = group.IsDisabled ? world.Now.ToUnixTimeSeconds() : 0,
            ["auto_type"] = null,
            ["user_count"] = $"{group.Members.Count}",
        };
        return withUsers ? told.With("users", Ids(group.Members)) : told;
    }

    public static JsonArray Ids(IEnumerable<string> users) => [.. users.Select(user => JsonValue.Create(user))];
}
