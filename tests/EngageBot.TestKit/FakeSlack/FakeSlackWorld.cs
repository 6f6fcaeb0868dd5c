using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>What there is in one workspace: members, channels, messages, views, files.</summary>
public sealed class FakeSlackWorld
{
    private readonly TimeProvider _clock;
    private readonly Func<long> _next;
    private readonly List<JsonObject> _events = [];
    private long _last;

    internal FakeSlackWorld(string teamId, string botName, TimeProvider clock, Func<long> next)
    {
        _clock = clock;
        _next = next;
        TeamId = teamId;
        BotUserId = AddUser(botName);
        Users[BotUserId].IsBot = true;
        BotId = NewId('B');
        Messages = new FakeSlackMessages(this);
        Membership = new FakeSlackMembership(this);
    }

    /// <summary>Held by whoever reads or changes the lists.</summary>
    public Lock Gate { get; } = new();

    public string TeamId { get; }

    /// <summary>The user the bot is, <c>U…</c>.</summary>
    public string BotUserId { get; }

    /// <summary>The bot as its messages name it, <c>B…</c>.</summary>
    public string BotId { get; }

    public string AppId { get; internal set; } = "";

    /// <summary>What the bot was granted; all that there is to grant, unless a test takes something away.</summary>
    public ISet<string> Scopes { get; } = new HashSet<string>(FakeSlackScopes.All, StringComparer.Ordinal);

    internal Dictionary<string, FakeSlackUser> Users { get; } = [];

    internal Dictionary<string, FakeSlackChannel> Channels { get; } = [];

    /// <summary>What only one member saw, in order.</summary>
    internal List<FakeEphemeral> Ephemerals { get; } = [];

    /// <summary>Modals that are open and home tabs, by id.</summary>
    internal Dictionary<string, JsonObject> Views { get; } = [];

    /// <summary>The view of each member's home tab.</summary>
    internal Dictionary<string, string> Homes { get; } = [];

    /// <summary>The modals a member has open, the uppermost last.</summary>
    internal Dictionary<string, List<string>> Modals { get; } = [];

    internal Dictionary<string, FakeSlackFile> Files { get; } = [];

    internal Dictionary<string, FakeSlackUserGroup> UserGroups { get; } = [];

    public DateTimeOffset Now => _clock.GetUtcNow();

    internal FakeSlackMessages Messages { get; }

    internal FakeSlackMembership Membership { get; }

    public string AddUser(string name)
    {
        lock (Gate)
        {
            var id = NewId('U');
            Users[id] = new FakeSlackUser { Id = id, Name = name };
            return id;
        }
    }

    /// <summary>A channel that was there before: nobody is told of it. The bot is in it.</summary>
    public string AddChannel(string name, params string[] members) => AddChannel(name, FakeChannelKind.Public, [BotUserId, .. members]);

    /// <param name="members">Who is in it; the bot only where it is named.</param>
    public string AddChannel(string name, FakeChannelKind kind, params string[] members)
    {
        lock (Gate)
        {
            var id = NewId(kind switch { FakeChannelKind.Im => 'D', FakeChannelKind.Private => 'G', _ => 'C' });
            var channel = new FakeSlackChannel { Id = id, Name = name, Kind = kind, Created = Now, Creator = members.FirstOrDefault(BotUserId) };
            channel.Members.UnionWith(members);
            Channels[id] = channel;
            return id;
        }
    }

    /// <summary>A user group that was there before: nobody is told of it.</summary>
    public string AddUserGroup(string handle, params string[] members)
    {
        lock (Gate)
        {
            var group = new FakeSlackUserGroup { Id = NewId('S'), Handle = handle };
            group.Members.AddRange(members);
            UserGroups[group.Id] = group;
            return group.Id;
        }
    }

    /// <summary>The messages of a channel with those in its threads, oldest first.</summary>
    public IReadOnlyList<JsonObject> MessagesOf(string channel)
    {
        lock (Gate)
        {
            return [.. Channels[channel].Messages.Values.Select(message => message.Copy())];
        }
    }

    public JsonObject? Find(FakeSlackMessage message)
    {
        lock (Gate)
        {
            return Channels.GetValueOrDefault(message.Channel)?.Messages.GetValueOrDefault(message.Ts)?.Copy();
        }
    }

    /// <summary>What the bot has said in a channel, oldest first.</summary>
    public IReadOnlyList<JsonObject> SaidByBot(string channel) => [.. MessagesOf(channel).Where(message => message.Text("bot_id") == BotId)];

    /// <summary>A message from before: nobody is told of it.</summary>
    public FakeSlackMessage AddMessage(string channel, string user, string text, string? thread = null)
    {
        lock (Gate)
        {
            var known = _events.Count;
            var ts = Messages.Post(Channels[channel], FakeSlackJson.Message(user, text, NewTs(), TeamId), thread).Text("ts")!;
            _events.RemoveRange(known, _events.Count - known);
            return new FakeSlackMessage(channel, ts);
        }
    }

    /// <summary>A <c>ts</c> of this moment, later than all before.</summary>
    internal string NewTs()
    {
        var now = (Now.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
        _last = Math.Max(now, _last + 1);
        return FakeSlackJson.Ts(_last);
    }

    internal string NewId(char kind) => $"{kind}{_next():D10}";

    /// <summary>Something the app hears of, where its scopes and the bot's memberships allow it.</summary>
    internal void Tell(JsonObject happened)
    {
        if (FakeSlackScopes.Hear(this, happened))
        {
            _events.Add(happened);
        }
    }

    internal IReadOnlyList<JsonObject> TakeEvents()
    {
        JsonObject[] events = [.. _events];
        _events.Clear();
        return events;
    }
}
