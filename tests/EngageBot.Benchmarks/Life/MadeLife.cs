using EngageBot.Chat;
using EngageBot.Pipeline;

namespace EngageBot.Benchmarks.Life;

/// <summary>What happens in some hundred made communities, thirty million messages a year: a batch at a time, in the order in which it would arrive.</summary>
internal sealed class MadeLife
{
    private const double MessagesPerDay = 30_000_000 / 365.0;

    /// <summary>Of platforms' ids: so many of them are made in a millisecond at most.</summary>
    private const int IdsOfAMillisecond = 1 << 22;

    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MadeCommunity[] _communities;
    private readonly double[] _until;
    private readonly Random _random = new(1);
    private long _last;

    public MadeLife(int communities)
    {
        Now = Begun;
        var words = new MadeWords();
        _communities = [.. Enumerable.Range(1, communities).Select(number => new MadeCommunity(number, PeopleOf(number, communities), words))];
        var sum = 0.0;
        _until = [.. _communities.Select(community => sum += community.Weight)];
    }

    public IReadOnlyList<MadeCommunity> Communities => _communities;

    public DateTimeOffset Begun { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; private set; }

    public long Messages { get; private set; }

    /// <summary>The next events, nearly as many as are stored together at most: what people answer to the bot comes besides.</summary>
    public List<ChatEvent> Next()
    {
        var events = new List<ChatEvent>(ChatEventQueue.LargestBatch);
        while (events.Count < ChatEventQueue.LargestBatch * 95 / 100)
        {
            Now += TimeSpan.FromDays(-Math.Log(1 - _random.NextDouble()) / MessagesPerDay);
            Who().Write(Now, NextId(), events);
            Messages++;
        }

        return events;
    }

    /// <summary>Begins after so many messages, which were made before.</summary>
    public void Pass(long messages)
    {
        while (Messages < messages)
        {
            Next();
        }
    }

    /// <summary>The largest has twenty thousand people, half of them have less than two hundred.</summary>
    private static int PeopleOf(int number, int communities) => (int)Math.Max(20, 20_000 / Math.Pow(number * 200.0 / communities, 1.0));

    private MadeCommunity Who()
    {
        while (true)
        {
            var found = Array.BinarySearch(_until, _random.NextDouble() * _until[^1]);
            if (_communities[found < 0 ? ~found : found] is var community && community.IsAwake(Now))
            {
                return community;
            }
        }
    }

    private MessageId NextId() => new(_last = Math.Max(_last + 1, (long)(Now - Epoch).TotalMilliseconds * IdsOfAMillisecond));
}
