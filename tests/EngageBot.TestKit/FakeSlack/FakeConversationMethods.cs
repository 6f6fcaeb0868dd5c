using System.Text.Json.Nodes;
using static EngageBot.TestKit.FakeSlack.FakeSlackMethods;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Channels and who is in them.</summary>
internal sealed class FakeConversationMethods(FakeSlackOptions options)
{
    private static readonly FakeChannelKind[] Kinds = Enum.GetValues<FakeChannelKind>();

    public IEnumerable<FakeSlackMethod> All() =>
    [
        new("conversations.list", Tier2, call => List(call, channel => IsVisible(call, channel))) { TakesJson = false, Needs = NeedsOfTypes },
        new("users.conversations", Tier3, call => List(call, channel => IsVisible(call, channel) && channel.Members.Contains(call.Text("user") ?? call.World.BotUserId)))
        {
            TakesJson = false,
            Needs = NeedsOfTypes,
        },
        new("conversations.info", Tier3, Info) { TakesJson = false, Needs = OfKind("read"), Required = ["channel"], ChannelArgument = "channel" },
        new("conversations.members", Tier4, Members) { TakesJson = false, Needs = OfKind("read"), Required = ["channel"], ChannelArgument = "channel" },
        new("conversations.join", Tier3, Join) { Needs = Always("channels:join"), Required = ["channel"], ChannelArgument = "channel" },
        new("conversations.open", Tier3, Open) { Needs = NeedsToOpen },
    ];

    private static List<FakeChannelKind?> Types(FakeSlackCall call) =>
        [.. (call.Text("types") ?? "public_channel").Split(',').Select(type => Kinds.Select(kind => (FakeChannelKind?)kind).FirstOrDefault(kind => Named(kind!.Value).ListName == type.Trim()))];

    private static IEnumerable<string> NeedsOfTypes(FakeSlackCall call) => Types(call).OfType<FakeChannelKind>().Select(kind => $"{Named(kind).ScopeName}:read");

    private static IEnumerable<string> NeedsToOpen(FakeSlackCall call) => (call.Text("users")?.Contains(',', StringComparison.Ordinal) ?? false) ? ["mpim:write"] : ["im:write"];

    private static FakeSlackChannel Named(FakeChannelKind kind) => new() { Id = "", Name = "", Kind = kind, Created = default, Creator = "" };

    private static FakeSlackAnswer Info(FakeSlackCall call) => IsVisible(call, call.Channel()!)
        ? FakeSlackAnswer.Ok(("channel", FakeSlackJson.Channel(call.Channel()!, call.World.BotUserId, call.Flag("include_num_members"))))
        : FakeSlackAnswer.Error("channel_not_found");

    private static FakeSlackAnswer Join(FakeSlackCall call)
    {
        var channel = call.Channel()!;
        if (channel.Kind != FakeChannelKind.Public || channel.IsArchived)
        {
            return FakeSlackAnswer.Error(channel.IsArchived ? "is_archived" : "method_not_supported_for_channel_type");
        }

        var answer = call.World.Membership.Join(channel, call.World.BotUserId) ? FakeSlackAnswer.Ok() : FakeSlackAnswer.Ok(("warning", "already_in_channel"));
        answer.Body["channel"] = FakeSlackJson.Channel(channel, call.World.BotUserId);
        return answer;
    }

    private static FakeSlackAnswer Open(FakeSlackCall call)
    {
        var users = (call.Text("users") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (users.Length is 0 or > 8)
        {
            return FakeSlackAnswer.Error(users.Length == 0 ? "users_list_not_supplied" : "too_many_users");
        }

        if (users.Any(user => !call.World.Users.ContainsKey(user)))
        {
            return FakeSlackAnswer.Error("user_not_found");
        }

        if (users.Any(user => call.World.Users[user].IsDeleted || call.World.Users[user].IsBot))
        {
            return FakeSlackAnswer.Error(users.Any(user => call.World.Users[user].IsDeleted) ? "user_disabled" : "cannot_dm_bot");
        }

        var (channel, isOld) = call.World.Membership.Open(users);
        var whole = FakeSlackJson.Channel(channel, call.World.BotUserId);
        var answer = FakeSlackAnswer.Ok(("channel", call.Flag("return_im") ? whole : new JsonObject { ["id"] = channel.Id }));
        return isOld ? answer with { Body = answer.Body.With("no_op", true).With("already_open", true) } : answer;
    }

    private FakeSlackAnswer List(FakeSlackCall call, Func<FakeSlackChannel, bool> isIn)
    {
        var types = Types(call);
        if (types.Contains(null))
        {
            return FakeSlackAnswer.Error("invalid_types");
        }

        var found = call.World.Channels.Values.Where(channel => types.Contains(channel.Kind) && isIn(channel) && !(channel.IsArchived && call.Flag("exclude_archived")));
        return FakeSlackPages.Of(call, [.. found], "channels", 100, options.LongestPage, channel => FakeSlackJson.Channel(channel, call.World.BotUserId, withMembers: true));
    }

    private FakeSlackAnswer Members(FakeSlackCall call) => IsVisible(call, call.Channel()!)
        ? FakeSlackPages.Of(call, [.. call.Channel()!.Members], "members", 100, options.LongestPage, member => JsonValue.Create(member))
        : FakeSlackAnswer.Error("channel_not_found");
}
