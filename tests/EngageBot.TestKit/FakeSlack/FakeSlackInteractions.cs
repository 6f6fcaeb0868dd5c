using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Commands, clicks and forms of one workspace.</summary>
internal sealed class FakeSlackInteractions(FakeWorkspace workspace, Func<Uri> address)
{
    private readonly Lock _gate = new();
    private readonly List<FakeSlackInteraction> _all = [];

    private FakeSlackWorld World => workspace.World;

    public IReadOnlyList<FakeSlackInteraction> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public async Task<FakeSlackInteraction> SlashAsync(string user, string channel, string command, string text)
    {
        var interaction = New(user, channel);
        await BringAsync(interaction, "slash_commands", FakeSlackPayloads.Command(workspace, interaction, command, text));
        Show(interaction);
        return interaction;
    }

    public Task<FakeSlackInteraction> PressAsync(string user, FakeSlackMessage message, string actionId)
    {
        var found = World.Find(message) ?? Ephemeral(user, message) ?? throw new InvalidOperationException($"{message} is not there to press a button of.");
        var interaction = New(user, message.Channel, message.Ts);
        return BringAsync(interaction, "interactive", FakeSlackPayloads.Press(workspace, interaction, Action(found, actionId), found, view: null));
    }

    public Task<FakeSlackInteraction> PressAsync(string user, string view, string actionId)
    {
        var shown = View(view);
        var interaction = New(user);
        return BringAsync(interaction, "interactive", FakeSlackPayloads.Press(workspace, interaction, Action(shown, actionId), message: null, shown));
    }

    public Task<FakeSlackInteraction> ShortcutAsync(string user, FakeSlackMessage? message, string callbackId)
    {
        var found = message is { } there ? World.Find(there) : null;
        var interaction = New(user, message?.Channel, message?.Ts);
        return BringAsync(interaction, "interactive", FakeSlackPayloads.Shortcut(workspace, interaction, callbackId, found));
    }

    public async Task<FakeSlackInteraction> SubmitViewAsync(string user, string view, JsonObject? values)
    {
        var shown = View(view).With("state", new JsonObject { ["values"] = values ?? [] });
        var interaction = New(user);
        await BringAsync(interaction, "interactive", FakeSlackPayloads.View(workspace, interaction, shown, "view_submission"));
        lock (World.Gate)
        {
            Follow(user, view, interaction);
        }

        return interaction;
    }

    public async Task<FakeSlackInteraction?> CloseViewAsync(string user, string view)
    {
        var shown = View(view);
        lock (World.Gate)
        {
            Close(user, view);
        }

        if (shown["notify_on_close"]?.GetValue<bool>() != true)
        {
            return null;
        }

        var interaction = New(user);
        return await BringAsync(interaction, "interactive", FakeSlackPayloads.View(workspace, interaction, shown, "view_closed"));
    }

    /// <summary>The button or menu of this id, as an action.</summary>
    private static JsonObject Action(JsonObject shown, string actionId)
    {
        foreach (var block in shown["blocks"] as JsonArray ?? [])
        {
            IEnumerable<JsonNode?> elements = [.. block?["elements"] as JsonArray ?? [], block?["accessory"], block?["element"]];
            if (elements.FirstOrDefault(element => element.Text("action_id") == actionId) is JsonObject element)
            {
                var action = new JsonObject { ["type"] = element.Text("type"), ["action_id"] = actionId, ["block_id"] = block.Text("block_id") ?? "", ["action_ts"] = "0.0" };
                return action.With("text", element["text"]).With("value", element["value"]);
            }
        }

        throw new InvalidOperationException($"There is nothing with the action_id {actionId}.");
    }

    private FakeSlackInteraction New(string user, string? channel = null, string? ts = null)
    {
        lock (_gate)
        {
            var number = _all.Count + 1;
            var interaction = new FakeSlackInteraction
            {
                User = user,
                Channel = channel,
                Ts = ts,
                At = World.Now,
                TriggerId = $"{number}.{workspace.TeamId}.fake",
                ResponseUrl = new Uri(address(), $"actions/{workspace.TeamId}/{number - 1}/{Guid.NewGuid():N}"),
            };
            _all.Add(interaction);
            return interaction;
        }
    }

    private async Task<FakeSlackInteraction> BringAsync(FakeSlackInteraction interaction, string type, JsonObject payload)
    {
        interaction.Delivery = await workspace.BringAsync(type, payload);
        return interaction;
    }

    private JsonObject View(string view)
    {
        lock (World.Gate)
        {
            return World.Views[view].Copy();
        }
    }

    private JsonObject? Ephemeral(string user, FakeSlackMessage message)
    {
        lock (World.Gate)
        {
            return World.Ephemerals.FirstOrDefault(seen => seen.User == user && seen.Channel == message.Channel && seen.Message.Text("ts") == message.Ts)?.Message.Copy();
        }
    }

    /// <summary>What was said with an acknowledgement is seen by the one who asked.</summary>
    private void Show(FakeSlackInteraction interaction)
    {
        if (interaction.Answer is not JsonObject answer || answer.Text("text") is null || answer.Text("response_type") == "in_channel")
        {
            return;
        }

        lock (World.Gate)
        {
            var call = new FakeSlackCall { Method = "response", Arguments = answer.Copy(), Workspace = workspace, At = World.Now };
            World.Ephemerals.Add(new FakeEphemeral(interaction.Channel!, interaction.User, FakeChatMethods.Message(call).With("is_ephemeral", true)));
        }
    }

    /// <summary>Does what the answer to a form says is to become of its modal.</summary>
    private void Follow(string user, string view, FakeSlackInteraction interaction)
    {
        if (!interaction.IsAcked)
        {
            return;
        }

        switch (interaction.Answer.Text("response_action"))
        {
            case "errors":
                World.Views[view]["errors"] = interaction.Answer!["errors"]!.DeepClone();
                break;
            case "clear":
                World.Modals.Remove(user);
                break;
            case "update" or "push":
                FakeSlackViews.Replace(World.Views[view], interaction.Answer!["view"]!.AsObject());
                break;
            default:
                Close(user, view);
                break;
        }
    }

    private void Close(string user, string view)
    {
        World.Views.Remove(view);
        World.Modals.GetValueOrDefault(user)?.Remove(view);
    }
}
