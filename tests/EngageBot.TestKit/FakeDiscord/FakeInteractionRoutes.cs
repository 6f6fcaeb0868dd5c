using System.Text.Json.Nodes;
using EngageBot.Discord.Models;
using static EngageBot.TestKit.FakeDiscord.FakeRestRoutes;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>
/// Answers to interactions. <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type"/>.
/// </summary>
internal sealed class FakeInteractionRoutes(FakeWorld world, FakeViolations violations)
{
    private const int Message = 4;
    private const int DeferredMessage = 5;
    private const int Update = 7;

    private readonly FakeMessageMaker _maker = new(world, violations);

    public IEnumerable<FakeRestRoute> All() =>
    [
        Post("interactions/{interaction_id}/{interaction_token}/callback", Answer),
        Post("webhooks/{webhook_id}/{webhook_token}", call => Find(call, interaction => Create(call, interaction, call.Body!))),
        Get("webhooks/{webhook_id}/{webhook_token}/messages/@original", call => FindMessage(call, FakeRestAnswer.Ok)),
        Patch("webhooks/{webhook_id}/{webhook_token}/messages/@original", call => Find(call, interaction => EditOriginal(call, interaction))),
        Delete("webhooks/{webhook_id}/{webhook_token}/messages/@original", call => FindMessage(call, Remove)),
        Patch("webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", call => FindMessage(call, message => Edit(call, message))),
        Delete("webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", call => FindMessage(call, Remove)),
    ];

    private FakeRestAnswer Answer(FakeRestCall call)
    {
        if (!world.Interactions.TryGetValue(call.Values["interaction_token"], out var interaction) || interaction.Id != call.Id("interaction_id"))
        {
            return FakeRestAnswer.NotFound(10062, "interaction");
        }

        if (interaction.Answered is not null)
        {
            return FakeRestAnswer.Error(400, 40060, "Interaction has already been acknowledged.");
        }

        var (type, data) = (call.Body!["type"]!.GetValue<int>(), call.Body["data"]);
        if (type is Message or Update && _maker.Refusal(call, data, isNew: type == Message) is { } refusal)
        {
            return refusal;
        }

        (interaction.Answered, interaction.Data) = (type, data?.DeepClone());
        if (type is Message or DeferredMessage)
        {
            var message = _maker.Create(call, interaction.Channel, data ?? new JsonObject());
            world.Put(message);
            interaction.Original = message.Id();
        }
        else if (type == Update && interaction.Pressed is { } pressed && world.Messages.GetValueOrDefault(interaction.Channel)?.GetValueOrDefault(pressed) is { } changed)
        {
            _maker.Apply(call, changed, data!);
        }

        return FakeRestAnswer.NoContent;
    }

    private FakeRestAnswer Create(FakeRestCall call, FakeInteraction interaction, JsonNode body)
    {
        if (_maker.Refusal(call, body, isNew: true) is { } refusal)
        {
            return refusal;
        }

        var message = _maker.Create(call, interaction.Channel, body);
        world.Put(message);
        return FakeRestAnswer.Ok(message);
    }

    private FakeRestAnswer EditOriginal(FakeRestCall call, FakeInteraction interaction) => interaction.Original is null
        ? FakeRestAnswer.NotFound(10008, "Message")
        : FindMessage(call, message => Edit(call, message));

    private FakeRestAnswer Edit(FakeRestCall call, JsonObject message)
    {
        if (_maker.Refusal(call, call.Body, isNew: false) is { } refusal)
        {
            return refusal;
        }

        _maker.Apply(call, message, call.Body!);
        message["edited_timestamp"] = FakeJson.Time(world.Now);
        return FakeRestAnswer.Ok(message);
    }

    private FakeRestAnswer Remove(JsonObject message)
    {
        world.Messages[message.Id("channel_id")].Remove(message.Id());
        return FakeRestAnswer.NoContent;
    }

    private FakeRestAnswer Find(FakeRestCall call, Func<FakeInteraction, FakeRestAnswer> answer) =>
        world.Interactions.TryGetValue(call.Values["webhook_token"], out var interaction) && call.Id("webhook_id") == world.BotId
            ? answer(interaction)
            : FakeRestAnswer.NotFound(10015, "Webhook");

    private FakeRestAnswer FindMessage(FakeRestCall call, Func<JsonObject, FakeRestAnswer> answer) => Find(call, interaction =>
    {
        var id = call.Values.TryGetValue("message_id", out var named) ? Snowflake.Parse(named) : interaction.Original;
        var message = id is null ? null : world.Messages.GetValueOrDefault(interaction.Channel)?.GetValueOrDefault(id.Value);
        return message is null ? FakeRestAnswer.NotFound(10008, "Message") : answer(message);
    });
}
