using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Modals and home tabs.</summary>
internal static class FakeSlackViews
{
    /// <summary>What an app sent, as Slack keeps it.</summary>
    public static JsonObject New(FakeWorkspace workspace, JsonObject sent, string? root, string? previous)
    {
        var id = workspace.World.NewId('V');
        var view = sent.Copy()
            .With("id", id)
            .With("team_id", workspace.TeamId)
            .With("app_id", workspace.App.Id)
            .With("app_installed_team_id", workspace.TeamId)
            .With("bot_id", workspace.World.BotId)
            .With("root_view_id", root ?? id)
            .With("previous_view_id", previous)
            .With("state", new JsonObject { ["values"] = new JsonObject() })
            .With("hash", NewHash());
        foreach (var (name, value) in new[] { ("private_metadata", ""), ("callback_id", ""), ("external_id", "") })
        {
            view[name] ??= value;
        }

        workspace.World.Views[id] = view;
        return view;
    }

    /// <summary>Shows something else in the same place.</summary>
    public static void Replace(JsonObject view, JsonObject sent)
    {
        view.Remove("errors");
        foreach (var (name, value) in sent)
        {
            view[name] = value?.DeepClone();
        }

        view["hash"] = NewHash();
    }

    private static string NewHash() => $"1.{Guid.NewGuid():N}";
}
