namespace EngageBot.Profiles;

/// <summary>
/// What is kept of a member beyond his messages: how much he writes, answers and asks, where, at what hours, and about what. At most a kilobyte, all of it
/// fading with time: a function of his messages in their order.
/// </summary>
internal sealed class MemberProfile
{
    public const int MostChannels = 6;
    public const int MostWritten = 36;
    public const int MostAnswered = 20;

    /// <summary>The day in parts of three hours.</summary>
    public const int PartsOfDay = 8;

    private const long Hour = 3_600_000;
    private const long PartOfDay = 3 * Hour;

    private readonly float[] _hours = new float[PartsOfDay];
    private ChannelActivity[] _channels = new ChannelActivity[1];

    /// <summary>The moment to which everything has faded, unix milliseconds.</summary>
    public long At { get; set; }

    /// <summary>Messages.</summary>
    public float Lines { get; set; }

    /// <summary>Those of them that answered somebody.</summary>
    public float Answers { get; set; }

    /// <summary>Those that were a first answer to somebody's question.</summary>
    public float Helped { get; set; }

    /// <summary>Those that began a conversation with a question.</summary>
    public float Asks { get; set; }

    public long LastAskedAt { get; set; }

    public int ChannelCount { get; private set; }

    public Span<float> Hours => _hours;

    public Span<ChannelActivity> Channels => _channels.AsSpan(0, ChannelCount);

    public Topics Written { get; } = new(MostWritten);

    /// <summary>What those he answered wrote about.</summary>
    public Topics Answered { get; } = new(MostAnswered);

    /// <summary>Takes in that he wrote something.</summary>
    public void Write(ProfileLine line, ReadOnlySpan<uint> words, WordCounts counts)
    {
        var weight = FadeTo(line.At);
        Lines += weight;
        _hours[line.At / PartOfDay % PartsOfDay] += weight;
        ref var channel = ref Channel(line.Channel);
        channel.Lines += weight;
        channel.LastWroteAt = Math.Max(channel.LastWroteAt, line.At);
        if (line.Asks)
        {
            Asks += weight;
            LastAskedAt = Math.Max(LastAskedAt, line.At);
        }

        Learn(Written, words, line, counts);
    }

    /// <summary>Takes in that what he just wrote answers somebody.</summary>
    /// <param name="words">What the one answered wrote about; empty where that is not known.</param>
    /// <param name="helps">Whether that began a conversation with a question.</param>
    public void Answer(ProfileLine line, ReadOnlySpan<uint> words, bool helps, WordCounts counts)
    {
        var weight = Fading.Of(Fading.Activity, At - line.At);
        Answers += weight;
        Helped += helps ? weight : 0;
        ref var channel = ref Channel(line.Channel);
        channel.Answers += weight;
        channel.LastAnsweredAt = Math.Max(channel.LastAnsweredAt, line.At);
        Learn(Answered, words, line, counts);
    }

    /// <summary>What he does in a channel; nothing where he was not seen there lately.</summary>
    public ChannelActivity In(long channel)
    {
        foreach (ref readonly var activity in Channels)
        {
            if (activity.Channel == channel)
            {
                return activity;
            }
        }

        return default;
    }

    /// <summary>Puts a channel back as it was stored.</summary>
    public void Restore(ChannelActivity channel)
    {
        if (ChannelCount == _channels.Length)
        {
            Array.Resize(ref _channels, Math.Min(MostChannels, 2 * ChannelCount));
        }

        _channels[ChannelCount++] = channel;
    }

    /// <summary>Lets everything fade to a moment, hour by hour at most, and gives the weight of what happened at that moment: less than 1 where it is late.</summary>
    private float FadeTo(long at)
    {
        if (At == 0)
        {
            At = at;
        }

        if (at - At < Hour)
        {
            return at >= At ? 1 : Fading.Of(Fading.Activity, At - at);
        }

        var factor = Fading.Of(Fading.Activity, at - At);
        Lines *= factor;
        Answers *= factor;
        Helped *= factor;
        Asks *= factor;
        for (var part = 0; part < PartsOfDay; part++)
        {
            _hours[part] *= factor;
        }

        foreach (ref var channel in Channels)
        {
            channel.Lines *= factor;
            channel.Answers *= factor;
        }

        var topics = Fading.Of(Fading.Topics, at - At);
        Written.Decay(topics);
        Answered.Decay(topics);
        At = at;
        return 1;
    }

    private void Learn(Topics topics, ReadOnlySpan<uint> words, ProfileLine line, WordCounts counts)
    {
        var weight = Fading.Of(Fading.Topics, At - line.At);
        foreach (var word in words)
        {
            if (counts.Weight(word) > 0)
            {
                topics.Add(word, weight, line.Place, counts);
            }
        }
    }

    /// <summary>The entry of a channel; where all are taken, that of the channel where he wrote longest ago.</summary>
    private ref ChannelActivity Channel(int channel)
    {
        var oldest = 0;
        for (var at = 0; at < ChannelCount; at++)
        {
            if (_channels[at].Channel == channel)
            {
                return ref _channels[at];
            }

            oldest = _channels[at].LastWroteAt < _channels[oldest].LastWroteAt ? at : oldest;
        }

        if (ChannelCount < MostChannels)
        {
            Restore(new ChannelActivity { Channel = channel });
            return ref _channels[ChannelCount - 1];
        }

        _channels[oldest] = new ChannelActivity { Channel = channel };
        return ref _channels[oldest];
    }
}
