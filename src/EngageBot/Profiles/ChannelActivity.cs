namespace EngageBot.Profiles;

/// <summary>What somebody does in one channel. Counts fade; times are unix milliseconds, 0 for never.</summary>
internal struct ChannelActivity
{
    public int Channel;

    /// <summary>What he wrote.</summary>
    public float Lines;

    /// <summary>How much of it answered others.</summary>
    public float Answers;

    public long LastWroteAt;

    public long LastAnsweredAt;
}
