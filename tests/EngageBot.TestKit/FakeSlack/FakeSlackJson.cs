using System.Globalization;
using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Things as Slack's API answers with them.</summary>
internal static class FakeSlackJson
{
    public static JsonObject User(FakeSlackUser user, string team) => new()
    {
        ["id"] = user.Id,
        ["team_id"] = team,
        ["name"] = user.Name,
        ["deleted"] = user.IsDeleted,
        ["color"] = "9f69e7",
        ["real_name"] = user.Name,
        ["tz"] = user.TimeZone,
        ["tz_label"] = user.TimeZone,
        ["tz_offset"] = user.TimeZoneOffset,
        ["profile"] = new JsonObject { ["real_name"] = user.Name, ["display_name"] = user.Name, ["team"] = team, ["avatar_hash"] = "0" },
        ["locale"] = user.Locale,
        ["is_admin"] = user.IsAdmin,
        ["is_owner"] = false,
        ["is_primary_owner"] = false,
        ["is_restricted"] = false,
        ["is_ultra_restricted"] = false,
        ["is_bot"] = user.IsBot,
        ["is_app_user"] = false,
        ["updated"] = 1_700_000_000,
    };

    public static JsonObject Channel(FakeSlackChannel channel, string botUser, bool withMembers = false)
    {
        var json = new JsonObject
        {
            ["id"] = channel.Id,
            ["created"] = channel.Created.ToUnixTimeSeconds(),
            ["is_archived"] = channel.IsArchived,
            ["is_im"] = channel.Kind == FakeChannelKind.Im,
            ["is_org_shared"] = false,
        };
        if (channel.Kind == FakeChannelKind.Im)
        {
            return json.With("user", channel.Members.First(member => member != botUser)).With("is_user_deleted", false).With("priority", 0);
        }

        json.With("name", channel.Name)
            .With("name_normalized", channel.Name)
            .With("is_channel", channel.Kind == FakeChannelKind.Public)
            .With("is_group", channel.Kind == FakeChannelKind.Private)
            .With("is_mpim", channel.Kind == FakeChannelKind.Mpim)
            .With("is_private", channel.Kind != FakeChannelKind.Public)
            .With("is_general", false)
            .With("is_shared", false)
            .With("is_ext_shared", false)
            .With("is_member", channel.Members.Contains(botUser))
            .With("creator", channel.Creator)
            .With("topic", Said(channel.Topic, channel))
            .With("purpose", Said("", channel));
        return withMembers ? json.With("num_members", channel.Members.Count) : json;
    }

    public static JsonObject Message(string user, string text, string ts, string team) => new()
    {
        ["type"] = "message",
        ["user"] = user,
        ["text"] = text,
        ["ts"] = ts,
        ["team"] = team,
    };

    public static JsonObject File(FakeSlackFile file, string user) => new()
    {
        ["id"] = file.Id,
        ["name"] = file.Name,
        ["title"] = file.Title,
        ["size"] = file.Length,
        ["user"] = user,
        ["mode"] = "hosted",
    };

    /// <summary>Seconds and microseconds.</summary>
    public static string Ts(long microseconds) => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000_000}.{microseconds % 1_000_000:D6}");

    private static JsonObject Said(string value, FakeSlackChannel channel) => new() { ["value"] = value, ["creator"] = channel.Creator, ["last_set"] = 0 };
}
