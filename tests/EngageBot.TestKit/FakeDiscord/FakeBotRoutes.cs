using System.Text.Json.Nodes;
using static EngageBot.TestKit.FakeDiscord.FakeRestRoutes;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>The bot, its application and its commands.</summary>
internal sealed class FakeBotRoutes(FakeDiscordRest rest, FakeWorld world)
{
    public IEnumerable<FakeRestRoute> All() =>
    [
        Get("gateway", _ => FakeRestAnswer.Ok(new JsonObject { ["url"] = rest.GatewayBot().Url.OriginalString })),
        Get("gateway/bot", _ => Gateway()),
        Get("applications/@me", _ => FakeRestAnswer.Ok(FakeJson.Application(world.BotId, world.ApplicationFlags, world.Bot))),
        Get("users/@me", _ => FakeRestAnswer.Ok(world.Bot.DeepClone().AsObject().With("mfa_enabled", true).With("locale", "en-US"))),
        Get("users/@me/guilds", Guilds),
        Get("applications/{application_id}/commands", call => IsOwn(call) ? Commands() : MissingAccess()),
        Put("applications/{application_id}/commands", call => IsOwn(call) ? Overwrite(call) : MissingAccess()),
    ];

    private static FakeRestAnswer MissingAccess() => FakeRestAnswer.Error(403, 50001, "Missing Access");

    private bool IsOwn(FakeRestCall call) => call.Id("application_id") == world.BotId;

    private FakeRestAnswer Gateway()
    {
        var gateway = rest.GatewayBot();
        return FakeRestAnswer.Ok(new JsonObject
        {
            ["url"] = gateway.Url.OriginalString,
            ["shards"] = gateway.Shards,
            ["session_start_limit"] = new JsonObject
            {
                ["total"] = gateway.SessionStartLimit.Total,
                ["remaining"] = gateway.SessionStartLimit.Remaining,
                ["reset_after"] = gateway.SessionStartLimit.ResetAfter,
                ["max_concurrency"] = gateway.SessionStartLimit.MaxConcurrency,
            },
        });
    }

    private FakeRestAnswer Guilds(FakeRestCall call)
    {
        var after = ulong.Parse(call.Query.GetValueOrDefault("after", "0"));
        var limit = int.Parse(call.Query.GetValueOrDefault("limit", "200"));
        var guilds = world.Guilds.OrderBy(guild => guild.Key).Where(guild => guild.Key.Value > after).Take(limit).Select(guild => FakeJson.MyGuild(guild.Value));
        return FakeRestAnswer.Ok(new JsonArray([.. guilds]));
    }

    private FakeRestAnswer Commands() => FakeRestAnswer.Ok(new JsonArray([.. world.Commands.Select(command => command.DeepClone())]));

    private FakeRestAnswer Overwrite(FakeRestCall call)
    {
        var asked = call.Body!.AsArray().Select(command => FakeJson.Command(command!.AsObject(), world.NewId(), world.BotId)).ToList();
        world.Commands.Clear();
        world.Commands.AddRange(asked);
        return Commands();
    }
}
