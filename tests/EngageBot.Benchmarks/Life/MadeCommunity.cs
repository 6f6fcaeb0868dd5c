using EngageBot.Chat;

namespace EngageBot.Benchmarks.Life;

/// <summary>A made community of one size: channels of which few are busy, people of whom few write much, who come, go, answer each other, react, change and take back what they wrote.</summary>
internal sealed class MadeCommunity
{
    private const int Remembered = 24;
    private const int TalkersRemembered = 6;

    private readonly Random _random;
    private readonly ChannelId[] _channels;
    private readonly List<Written>[] _last;
    private readonly List<int>[] _talkers;
    private readonly List<MemberId> _people = [];
    private readonly HashSet<MemberId> _told = [];
    private readonly MadeWords _words;
    private readonly int _peak;
    private int _joined;

    public MadeCommunity(int number, int people, MadeWords words)
    {
        Id = new CommunityId(Platform.Discord, $"{800_000_000_000_000_000 + ((long)number * 7_919_000_000)}");
        (People, _words, _random) = (people, words, new Random(number));
        _peak = _random.Next(24);
        var channels = Math.Clamp((int)(2.2 * Math.Pow(people, 0.35)), 4, 80);
        _channels = [.. Enumerable.Range(0, channels).Select(channel => new ChannelId(Id, $"{900_000_000_000_000_000 + ((long)number * 1_000_000) + channel}"))];
        _last = [.. _channels.Select(_ => new List<Written>(Remembered))];
        _talkers = [.. _channels.Select(_ => new List<int>(TalkersRemembered))];
        _people.AddRange(Enumerable.Range(0, people).Select(_ => NewPerson()));
    }

    public CommunityId Id { get; }

    public int People { get; }

    /// <summary>How much is written in it: larger ones write more, but less a head.</summary>
    public double Weight => Math.Pow(People, 0.8);

    /// <summary>What a platform tells when the bot comes; every fortieth says that he may be asked.</summary>
    public IEnumerable<ChatEvent> Begin(DateTimeOffset at)
    {
        yield return new CommunitySeen(Id, at) { ModeratorsChannel = _channels[0], People = People };
        for (var channel = 0; channel < _channels.Length; channel++)
        {
            yield return new ChannelSeen(Id, at, _channels[channel]) { Name = channel == 0 ? "board" : $"channel-{channel}", Visibility = ChannelVisibility.Everyone };
        }

        foreach (var helper in Enumerable.Range(0, Math.Max(4, People / 40)))
        {
            yield return new MemberChoice.Helps(Id, at, _people[(helper * 7) % People], Topics: null);
        }
    }

    /// <summary>Whether anybody is up: by day twenty times as much is written as by night.</summary>
    public bool IsAwake(DateTimeOffset at) => _random.NextDouble() < 0.05 + (0.95 * Math.Max(0, Math.Cos((at.TimeOfDay.TotalHours - _peak) * Math.PI / 12)));

    /// <summary>Somebody writes; before it what is told of him, and after it what comes of it.</summary>
    public void Write(DateTimeOffset at, MessageId id, List<ChatEvent> events)
    {
        var channel = 1 + (int)((_channels.Length - 1) * Math.Pow(_random.NextDouble(), 2.5));
        ComeAndGo(at, events);
        var author = Author(channel);
        Tell(at, author, events);
        var answered = _last[channel].Count > 0 && _random.Next(10) < 4 ? _last[channel][^(1 + (int)(_last[channel].Count * Math.Pow(_random.NextDouble(), 3)))] : null;
        var isBot = _random.Next(40) == 0;
        events.Add(new MessageCreated(Id, at)
        {
            Channel = _channels[channel],
            Id = id,
            Author = author,
            Text = _words.Text(_random, channel, isAnswer: answered is not null),
            ReplyTo = answered is not null && _random.Next(10) < 7 ? answered.Id : null,
            Thread = answered is not null && _random.Next(10) == 0 ? answered.Thread ?? answered.Id : null,
            Mentions = answered is not null && _random.Next(5) == 0 ? [answered.Author] : [],
            Traits = isBot ? MessageTraits.Bot : MessageTraits.None,
        });
        Remember(channel, new Written(id, author, answered?.Thread));
        Follow(at, channel, events);
    }

    /// <summary>Reactions, edits and deletions, some of them much later than the message.</summary>
    private void Follow(DateTimeOffset at, int channel, List<ChatEvent> events)
    {
        var some = _last[channel][_random.Next(_last[channel].Count)];
        var chance = _random.Next(100);
        if (chance < 20)
        {
            events.Add(new ReactionAdded(Id, at, _channels[channel]) { Message = some.Id, Member = _people[_random.Next(_people.Count)], Emoji = chance < 4 ? "✅" : "👍" });
        }
        else if (chance < 24)
        {
            events.Add(new MessageEdited(Id, at, _channels[channel]) { Id = some.Id, Text = _words.Text(_random, channel, isAnswer: false) });
        }
        else if (chance < 26)
        {
            events.Add(new MessageDeleted(Id, at, _channels[channel]) { Id = some.Id });
        }
        else if (chance < 27)
        {
            events.Add(new ReactionRemoved(Id, at, _channels[channel]) { Message = some.Id, Emoji = "👍" });
        }
    }

    /// <summary>One in three hundred messages somebody goes, and somebody new comes in his place.</summary>
    private void ComeAndGo(DateTimeOffset at, List<ChatEvent> events)
    {
        if (_random.Next(300) == 0)
        {
            var place = _random.Next(_people.Count);
            events.Add(new MemberLeft(Id, at, _people[place]));
            _told.Remove(_people[place]);
            _people[place] = NewPerson();
        }
    }

    private void Tell(DateTimeOffset at, MemberId member, List<ChatEvent> events)
    {
        if (_told.Add(member))
        {
            events.Add(new MemberSeen(Id, at, member) { Name = $"name {member.Value[^8..]}", JoinedAt = at - TimeSpan.FromDays(_random.Next(400)), Standing = new MemberStanding() });
        }
    }

    /// <summary>Who talked there lately goes on; else somebody comes in, those who write much more often.</summary>
    private MemberId Author(int channel)
    {
        var talkers = _talkers[channel];
        var place = talkers.Count > 1 && _random.Next(10) < 6 ? talkers[_random.Next(talkers.Count)] : (int)(_people.Count * Math.Pow(_random.NextDouble(), 2.5));
        if (!talkers.Contains(place))
        {
            if (talkers.Count == TalkersRemembered)
            {
                talkers.RemoveAt(0);
            }

            talkers.Add(place);
        }

        return _people[place];
    }

    private void Remember(int channel, Written written)
    {
        if (_last[channel].Count == Remembered)
        {
            _last[channel].RemoveAt(0);
        }

        _last[channel].Add(written);
    }

    private MemberId NewPerson() => new(Id, $"{long.Parse(Id.Value[..12], System.Globalization.CultureInfo.InvariantCulture) + _joined++}{Id.Value[12..]}");

    private sealed record Written(MessageId Id, MemberId Author, MessageId? Thread);
}
