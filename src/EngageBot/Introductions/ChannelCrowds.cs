namespace EngageBot.Introductions;

/// <summary>How many of a community's members write in each channel.</summary>
internal sealed class ChannelCrowds
{
    private readonly Dictionary<int, int> _members = [];
    private readonly Dictionary<long, ChannelVector> _vectors = [];
    private int _all;

    public static ChannelCrowds Of(IEnumerable<IntroductionCandidate> members)
    {
        var crowds = new ChannelCrowds();
        foreach (var member in members)
        {
            crowds._all++;
            foreach (ref readonly var channel in member.Profile.Channels)
            {
                crowds._members[channel.Channel] = crowds._members.GetValueOrDefault(channel.Channel) + 1;
            }
        }

        return crowds;
    }

    /// <summary>The channel that tells most of what a member is interested in: where he is often and not everybody is. Null where nothing is known.</summary>
    public int? MainOf(IntroductionCandidate member)
    {
        var (main, most) = ((int?)null, 0.0);
        foreach (ref readonly var channel in member.Profile.Channels)
        {
            if (channel.Lines * Weight(channel.Channel) is var told && told > most)
            {
                (main, most) = (channel.Channel, told);
            }
        }

        return main;
    }

    /// <summary>How much of their time two members spend in the same channels: 1 for the same, 0 for none. One in which everybody is counts little.</summary>
    public double Shared(IntroductionCandidate one, IntroductionCandidate other) => VectorOf(one).Cosine(VectorOf(other));

    /// <summary>How much it tells that somebody writes in a channel: little where everybody does.</summary>
    public double Weight(int channel) => Math.Log(1.5 + (_all / (1.0 + _members.GetValueOrDefault(channel))));

    private ChannelVector VectorOf(IntroductionCandidate member)
    {
        if (!_vectors.TryGetValue(member.Member, out var vector))
        {
            _vectors.Add(member.Member, vector = ChannelVector.Of(member.Profile.Channels, this));
        }

        return vector;
    }
}
