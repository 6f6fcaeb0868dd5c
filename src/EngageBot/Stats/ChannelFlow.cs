namespace EngageBot.Stats;

/// <summary>What flowed through a channel.</summary>
internal sealed class ChannelFlow
{
    public long Messages { get; set; }

    /// <summary>Replies of one person to another.</summary>
    public long Links { get; set; }

    public HashSet<long> Writers { get; } = [];
}
