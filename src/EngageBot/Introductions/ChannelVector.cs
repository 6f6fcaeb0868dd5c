using EngageBot.Profiles;

namespace EngageBot.Introductions;

/// <summary>Where somebody writes as a direction: channels in order, each by how much it tells and how often he is there, of length 1.</summary>
internal sealed class ChannelVector
{
    private readonly int[] _channels;
    private readonly double[] _values;

    private ChannelVector(int[] channels, double[] values) => (_channels, _values) = (channels, values);

    public static ChannelVector Of(ReadOnlySpan<ChannelActivity> activities, ChannelCrowds crowds)
    {
        var channels = activities.ToArray().OrderBy(one => one.Channel).ToList();
        double[] values = [.. channels.Select(one => Math.Log(1 + one.Lines) * crowds.Weight(one.Channel))];
        var length = Math.Sqrt(values.Sum(value => value * value));
        return new ChannelVector([.. channels.Select(one => one.Channel)], [.. values.Select(value => length == 0 ? 0 : value / length)]);
    }

    /// <summary>1 for the same channels, 0 for none in common.</summary>
    public double Cosine(ChannelVector other)
    {
        var (here, there, sum) = (0, 0, 0.0);
        while (here < _channels.Length && there < other._channels.Length)
        {
            if (_channels[here] == other._channels[there])
            {
                sum += _values[here++] * other._values[there++];
            }
            else if (_channels[here] < other._channels[there])
            {
                here++;
            }
            else
            {
                there++;
            }
        }

        return sum;
    }
}
