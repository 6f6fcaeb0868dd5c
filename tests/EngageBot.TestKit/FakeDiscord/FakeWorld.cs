using System.Text.Json.Nodes;
using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>What there is on a fake Discord: guilds, channels, threads, messages, members. All of it is JSON as Discord's API answers with it.</summary>
public sealed class FakeWorld
{
    private readonly TimeProvider _clock;
    private readonly List<(string Name, string Payload)> _events = [];
    private Snowflake _last;

    public FakeWorld(FakeDiscordOptions options, TimeProvider clock)
    {
        _clock = clock;
        Bot = FakeJson.User(options.BotId, "fake", isBot: true);
        Users[options.BotId] = Bot;
    }

    /// <summary>Held by whoever reads or changes the lists.</summary>
    public Lock Gate { get; } = new();

    public JsonObject Bot { get; }

    public Snowflake BotId => Bot.Id();

    /// <summary>Which privileged intents are on.</summary>
    public ApplicationFlags ApplicationFlags { get; set; } = ApplicationFlags.GatewayMessageContentLimited | ApplicationFlags.GatewayGuildMembersLimited;

    internal Dictionary<Snowflake, JsonObject> Users { get; } = [];

    internal Dictionary<Snowflake, JsonObject> Guilds { get; } = [];

    /// <summary>By guild and user.</summary>
    internal Dictionary<(Snowflake Guild, Snowflake User), JsonObject> Members { get; } = [];

    /// <summary>Channels, threads and conversations.</summary>
    internal Dictionary<Snowflake, JsonObject> Channels { get; } = [];

    /// <summary>By channel, in order of time.</summary>
    internal Dictionary<Snowflake, SortedDictionary<Snowflake, JsonObject>> Messages { get; } = [];

    /// <summary>By thread and user.</summary>
    internal SortedDictionary<(Snowflake Thread, Snowflake User), JsonObject> ThreadMembers { get; } = [];

    /// <summary>The bot's reactions, by message.</summary>
    internal HashSet<(Snowflake Message, string Emoji)> Reactions { get; } = [];

    /// <summary>What the bot may not do in a channel.</summary>
    internal Dictionary<Snowflake, Permissions> Denied { get; } = [];

    /// <summary>Who takes no direct messages, and the code with which Discord says so (50007, 50278); and that for whoever is sent one next.</summary>
    internal Dictionary<Snowflake, int> ClosedDMs { get; } = [];
    internal int? ClosesNext { get; set; }

    internal List<JsonObject> Commands { get; } = [];

    /// <summary>The names of the commands that are listed.</summary>
    public IReadOnlyList<string> CommandNames
    {
        get
        {
            lock (Gate)
            {
                return [.. Commands.Select(command => command["name"]!.GetValue<string>())];
            }
        }
    }

    /// <summary>By token.</summary>
    internal Dictionary<string, FakeInteraction> Interactions { get; } = [];

    /// <summary>Files that came with messages: by attachment.</summary>
    internal Dictionary<Snowflake, byte[]> Files { get; } = [];

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>An id of this moment, higher than all before.</summary>
    public Snowflake NewId()
    {
        lock (Gate)
        {
            var id = Snowflake.At(Now);
            _last = id > _last ? id : new Snowflake(_last.Value + 1);
            return _last;
        }
    }

    public Snowflake AddGuild(string name = "a guild")
    {
        lock (Gate)
        {
            var id = NewId();
            var guild = FakeJson.Guild(id, name, AddUser("owner"));
            guild["roles"]!.AsArray().Add(FakeJson.Role(id, "@everyone", Permissions.ViewChannel | Permissions.SendMessages | Permissions.ReadMessageHistory));
            Guilds[id] = guild;
            Members[(id, BotId)] = FakeJson.Member(Bot, Now);
            return id;
        }
    }

    public Snowflake AddUser(string name)
    {
        lock (Gate)
        {
            var id = NewId();
            Users[id] = FakeJson.User(id, name);
            return id;
        }
    }

    public Snowflake AddMember(Snowflake guild, string name)
    {
        lock (Gate)
        {
            var id = AddUser(name);
            Members[(guild, id)] = FakeJson.Member(Users[id], Now);
            return id;
        }
    }

    public Snowflake AddChannel(Snowflake guild, string name = "help", ChannelType type = ChannelType.GuildText)
    {
        lock (Gate)
        {
            var id = NewId();
            Channels[id] = FakeJson.Channel(id, guild, type, name);
            return id;
        }
    }

    /// <summary>Gives a member of a guild roles, in place of those he had.</summary>
    public void SetRoles(Snowflake guild, Snowflake member, params IEnumerable<Snowflake> roles)
    {
        lock (Gate)
        {
            Members[(guild, member)]["roles"] = new System.Text.Json.Nodes.JsonArray([.. roles.Select(role => System.Text.Json.Nodes.JsonValue.Create(role.ToString()))]);
        }
    }

    /// <summary>A tag a forum offers.</summary>
    public Snowflake AddTag(Snowflake forum, string name)
    {
        lock (Gate)
        {
            var id = NewId();
            var tag = FakeJson.Parse($$"""{"id":"{{id}}","moderated":false,"emoji_id":null,"emoji_name":null}""").With("name", name);
            var tags = Channels[forum]["available_tags"]?.AsArray() ?? [];
            tags.Add(tag);
            Channels[forum]["available_tags"] = tags.Parent is null ? tags : tags.DeepClone();
            return id;
        }
    }

    public Snowflake AddThread(Snowflake parent, string name, Snowflake owner, ChannelType type = ChannelType.PublicThread, Snowflake? id = null)
    {
        lock (Gate)
        {
            var thread = id ?? NewId();
            Channels[thread] = FakeJson.Thread(thread, Channels[parent].Id("guild_id"), parent, type, name, owner, Now);
            ThreadMembers[(thread, owner)] = FakeJson.ThreadMember(thread, owner, Now);
            if (Channels[parent]["type"]!.GetValue<int>() == (int)ChannelType.GuildForum)
            {
                Channels[parent]["last_message_id"] = thread.ToString();
            }

            return thread;
        }
    }

    /// <summary>A thread is archived, and nobody is told.</summary>
    public void Archive(Snowflake thread, DateTimeOffset? at = null)
    {
        lock (Gate)
        {
            Channels[thread]["thread_metadata"]!["archived"] = true;
            Channels[thread]["thread_metadata"]!["archive_timestamp"] = FakeJson.Time(at ?? Now);
        }
    }

    public Snowflake AddMessage(Snowflake channel, Snowflake author, string content)
    {
        lock (Gate)
        {
            var id = NewId();
            Put(FakeJson.Message(id, channel, Users[author], content, Now));
            return id;
        }
    }

    /// <summary>A command or click that waits for an answer; its token.</summary>
    public FakeInteraction AddInteraction(Snowflake channel)
    {
        lock (Gate)
        {
            var id = NewId();
            var interaction = new FakeInteraction(id, $"token-{id}", channel);
            Interactions[interaction.Token] = interaction;
            return interaction;
        }
    }

    /// <summary>As <see cref="AddMessage"/>, with what MESSAGE_CREATE brings of it.</summary>
    public (Snowflake Id, string Payload, Snowflake Guild) Say(Snowflake channel, Snowflake author, string text, Snowflake? replyTo = null, Snowflake? id = null)
    {
        lock (Gate)
        {
            var message = FakeJson.Message(id ?? NewId(), channel, Users[author], text, Now);
            if (replyTo is { } parent)
            {
                message["type"] = (int)MessageType.Reply;
                message["message_reference"] = FakeJson.Parse($$"""{"type":0,"channel_id":"{{channel}}","message_id":"{{parent}}"}""");
            }

            Put(message);
            var guild = Channels[channel].Id("guild_id");
            var payload = message.DeepClone().AsObject().With("guild_id", guild.ToString());
            return (message.Id(), payload.With("member", FakeJson.Parse("""{"roles":[],"joined_at":"2024-03-02T18:11:09.123000+00:00"}""")).ToJsonString(), guild);
        }
    }

    /// <summary>A channel or thread as an event tells of it.</summary>
    public string Tells(Snowflake channel)
    {
        lock (Gate)
        {
            return Channels[channel].ToJsonString();
        }
    }

    /// <summary>A message is gone, and nobody is told.</summary>
    public void Forget(Snowflake channel, Snowflake message)
    {
        lock (Gate)
        {
            Messages[channel].Remove(message);
        }
    }

    public void RemoveGuild(Snowflake guild)
    {
        lock (Gate)
        {
            Guilds.Remove(guild);
        }
    }

    /// <summary>What GUILD_CREATE says of each guild at this moment.</summary>
    internal IReadOnlyList<string> GuildsWhole()
    {
        lock (Gate)
        {
            return [.. Guilds.Values.Select(guild => FakeGuildJson.Whole(this, guild).ToJsonString())];
        }
    }

    /// <summary>Discord tells the number that was sent with a message only for a while.</summary>
    public void ForgetNonces(Snowflake channel)
    {
        lock (Gate)
        {
            foreach (var message in Messages[channel].Values)
            {
                message.Remove("nonce");
            }
        }
    }

    /// <summary>The messages of a channel, oldest first.</summary>
    public IReadOnlyList<JsonObject> MessagesOf(Snowflake channel)
    {
        lock (Gate)
        {
            return Messages.TryGetValue(channel, out var messages) ? [.. messages.Values.Select(message => message.DeepClone().AsObject())] : [];
        }
    }

    /// <summary>Something the gateway would tell of.</summary>
    internal void Tell(string name, JsonNode payload) => _events.Add((name, payload.ToJsonString()));

    internal IReadOnlyList<(string Name, string Payload)> TakeEvents()
    {
        (string, string)[] events = [.. _events];
        _events.Clear();
        return events;
    }

    internal void Put(JsonObject message)
    {
        var channel = message.Id("channel_id");
        var messages = Messages.TryGetValue(channel, out var known) ? known : Messages[channel] = [];
        messages[message.Id()] = message;
        if (Channels[channel].Text("last_message_id") is not { } last || Snowflake.Parse(last) < message.Id())
        {
            Channels[channel]["last_message_id"] = message.Id().ToString();
        }
    }
}
