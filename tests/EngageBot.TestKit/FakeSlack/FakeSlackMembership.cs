using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Channels and who is in them, whoever changes it.</summary>
internal sealed class FakeSlackMembership(FakeSlackWorld world)
{
    /// <summary>Whether the user was not in it.</summary>
    public bool Join(FakeSlackChannel channel, string user)
    {
        if (!channel.Members.Add(user))
        {
            return false;
        }

        Note(channel, user, "channel_join", $"<@{user}> has joined the channel");
        world.Tell(Moved("member_joined_channel", channel, user));
        return true;
    }

    public bool Leave(FakeSlackChannel channel, string user)
    {
        if (!channel.Members.Contains(user))
        {
            return false;
        }

        Note(channel, user, "channel_leave", $"<@{user}> has left the channel");
        world.Tell(Moved("member_left_channel", channel, user));
        channel.Members.Remove(user);
        return true;
    }

    public FakeSlackChannel Create(string name, string user)
    {
        var channel = world.Channels[world.AddChannel(name, FakeChannelKind.Public, user)];
        world.Tell(new JsonObject
        {
            ["type"] = "channel_created",
            ["channel"] = new JsonObject
            {
                ["id"] = channel.Id,
                ["is_channel"] = true,
                ["name"] = name,
                ["name_normalized"] = name,
                ["created"] = channel.Created.ToUnixTimeSeconds(),
                ["creator"] = user,
                ["is_shared"] = false,
                ["is_org_shared"] = false,
                ["context_team_id"] = world.TeamId,
            },
            ["event_ts"] = world.NewTs(),
        });
        return channel;
    }

    public void Rename(FakeSlackChannel channel, string user, string name)
    {
        var old = channel.Name;
        channel.Name = name;
        Note(channel, user, "channel_name", $"<@{user}> has renamed the channel from \"{old}\" to \"{name}\"", note => note.With("old_name", old).With("name", name));
        world.Tell(new JsonObject
        {
            ["type"] = Named(channel, "rename"),
            ["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = name, ["name_normalized"] = name, ["created"] = channel.Created.ToUnixTimeSeconds() },
            ["event_ts"] = world.NewTs(),
        });
    }

    public void Archive(FakeSlackChannel channel, string user, bool isArchived)
    {
        var verb = isArchived ? "archive" : "unarchive";
        channel.IsArchived = isArchived;
        Note(channel, user, $"channel_{verb}", $"<@{user}> {verb}d the channel");
        world.Tell(new JsonObject { ["type"] = Named(channel, verb), ["channel"] = channel.Id, ["user"] = user, ["event_ts"] = world.NewTs() });
    }

    /// <summary>The conversation of the bot with these; a new one where there is none.</summary>
    public (FakeSlackChannel Channel, bool IsOld) Open(IReadOnlyCollection<string> users)
    {
        var kind = users.Count == 1 ? FakeChannelKind.Im : FakeChannelKind.Mpim;
        string[] members = [world.BotUserId, .. users];
        var known = world.Channels.Values.FirstOrDefault(channel => channel.Kind == kind && channel.Members.SetEquals(members));
        var name = kind == FakeChannelKind.Im ? "" : $"mpdm-{string.Join("--", members.Select(member => world.Users[member].Name))}-1";
        return (known ?? world.Channels[world.AddChannel(name, kind, members)], known is not null);
    }

    private static string Named(FakeSlackChannel channel, string verb) => channel.Kind == FakeChannelKind.Public ? $"channel_{verb}" : $"group_{verb}";

    /// <summary>What stands in the channel about it.</summary>
    private void Note(FakeSlackChannel channel, string user, string subtype, string text, Action<JsonObject>? more = null)
    {
        var note = FakeSlackJson.Message(user, text, world.NewTs(), world.TeamId).With("subtype", subtype);
        note.Remove("team");
        more?.Invoke(note);
        world.Messages.Post(channel, note, thread: null);
    }

    private JsonObject Moved(string type, FakeSlackChannel channel, string user) => new()
    {
        ["type"] = type,
        ["user"] = user,
        ["channel"] = channel.Id,
        ["channel_type"] = channel.Kind == FakeChannelKind.Public ? "C" : "G",
        ["team"] = world.TeamId,
        ["event_ts"] = world.NewTs(),
    };
}
