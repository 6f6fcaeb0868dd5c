using System.Text.Json.Nodes;
using static EngageBot.TestKit.FakeSlack.FakeSlackMethods;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Modals and home tabs: <see href="https://docs.slack.dev/surfaces/modals"/>.</summary>
internal sealed class FakeViewMethods(FakeSlackOptions options)
{
    private const int HighestPile = 3;

    public IEnumerable<FakeSlackMethod> All() =>
    [
        new("views.open", Tier4, call => Show(call, isOnTop: false)) { Required = ["view"] },
        new("views.push", Tier4, call => Show(call, isOnTop: true)) { Required = ["view"] },
        new("views.update", Tier4, Update) { Required = ["view"] },
        new("views.publish", Tier4, Publish) { Required = ["user_id", "view"] },
    ];

    private static FakeSlackAnswer? Refusal(FakeSlackCall call, string type)
    {
        var problems = FakeBlockRules.OfView(call.Json("view"));
        problems = problems.Count == 0 && call.Json("view").Text("type") != type ? [$"must be a view of type {type}"] : problems;
        return problems.Count == 0 ? null : FakeSlackAnswer.Error("invalid_arguments", problems.Select(problem => $"[ERROR] {problem} [json-pointer:/view]"));
    }

    private static FakeSlackAnswer Shown(JsonObject view) => FakeSlackAnswer.Ok(("view", view));

    private static FakeSlackAnswer Update(FakeSlackCall call)
    {
        var external = call.Text("external_id");
        var known = call.World.Views.Values.FirstOrDefault(view => view.Text("id") == call.Text("view_id") || (external is { Length: > 0 } && view.Text("external_id") == external));
        if (known is null)
        {
            return FakeSlackAnswer.Error("not_found");
        }

        if (call.Text("hash") is { } hash && hash != known.Text("hash"))
        {
            return FakeSlackAnswer.Error("hash_conflict");
        }

        if (Refusal(call, known.Text("type")!) is { } refusal)
        {
            return refusal;
        }

        FakeSlackViews.Replace(known, call.Json("view")!.AsObject());
        return Shown(known);
    }

    private static FakeSlackAnswer Publish(FakeSlackCall call)
    {
        var user = call.Text("user_id")!;
        if (!call.World.Users.ContainsKey(user))
        {
            return FakeSlackAnswer.Error("user_not_found");
        }

        if (Refusal(call, "home") is { } refusal)
        {
            return refusal;
        }

        if (!call.World.Homes.TryGetValue(user, out var home))
        {
            var view = FakeSlackViews.New(call.Workspace!, call.Json("view")!.AsObject(), root: null, previous: null);
            call.World.Homes[user] = view.Text("id")!;
            return Shown(view);
        }

        if (call.Text("hash") is { } hash && hash != call.World.Views[home].Text("hash"))
        {
            return FakeSlackAnswer.Error("hash_conflict");
        }

        FakeSlackViews.Replace(call.World.Views[home], call.Json("view")!.AsObject());
        return Shown(call.World.Views[home]);
    }

    private FakeSlackAnswer Show(FakeSlackCall call, bool isOnTop)
    {
        if (Refusal(call, "modal") is { } refusal)
        {
            return refusal;
        }

        if (call.Workspace!.ByTrigger(call.Text("trigger_id") ?? "") is not { } interaction)
        {
            return FakeSlackAnswer.Error("invalid_trigger_id");
        }

        if (interaction.IsTriggerUsed || call.World.Now - interaction.At > options.TriggerLifetime)
        {
            return FakeSlackAnswer.Error(interaction.IsTriggerUsed ? "exchanged_trigger_id" : "expired_trigger_id");
        }

        var pile = isOnTop ? call.World.Modals.GetValueOrDefault(interaction.User) ?? [] : [];
        if (isOnTop && pile.Count is 0 or >= HighestPile)
        {
            return FakeSlackAnswer.Error(pile.Count == 0 ? "invalid_trigger_id" : "push_limit_reached");
        }

        interaction.IsTriggerUsed = true;
        var view = FakeSlackViews.New(call.Workspace, call.Json("view")!.AsObject(), pile.FirstOrDefault(), pile.LastOrDefault());
        pile.Add(view.Text("id")!);
        call.World.Modals[interaction.User] = pile;
        return Shown(view);
    }
}
