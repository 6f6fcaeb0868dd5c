using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>A session: what it brought so far, so that it can be resumed from anywhere.</summary>
internal sealed class FakeGatewaySession(string id, int shard, int shards, GatewayIntents intents)
{
    private readonly List<(string Name, string Data)> _history = [];

    /// <summary>Held while something is added and sent, so that all of it goes out in order.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    public string Id => id;

    public int Shard => shard;

    public int Shards => shards;

    public GatewayIntents Intents => intents;

    public long Sequence => _history.Count;

    /// <summary>The connection it is sent over; none while nobody listens.</summary>
    public FakeGatewayConnection? Connection { get; set; }

    public long Add(string name, string data)
    {
        _history.Add((name, data));
        return _history.Count;
    }

    public string Payload(long sequence)
    {
        var (name, data) = _history[(int)sequence - 1];
        return $$"""{"t":"{{name}}","s":{{sequence}},"op":0,"d":{{data}}}""";
    }
}
