using EngageBot.Chat;

namespace EngageBot.Stats.Daily;

/// <summary>What figures need of a message that a person wrote.</summary>
/// <param name="Message">Its key.</param>
/// <param name="At">When it was written, unix milliseconds.</param>
/// <param name="Author">His key; 0 for somebody who opted out.</param>
internal readonly record struct DayLine(long Message, long At, long Author)
{
    /// <summary>What it wants of everybody.</summary>
    public PostKind Kind { get; init; }

    public DaySigns Signs { get; init; }

    /// <summary>What a person wrote that it answers or goes on from, by its key; 0 for nothing of the kind.</summary>
    public long Parent { get; init; }

    /// <summary>Who wrote that, where it stands in another day or channel; else 0.</summary>
    public long ParentAuthor { get; init; }

    /// <summary>When it was taken back, unix milliseconds; 0 where it stands.</summary>
    public long DeletedAt { get; init; }

    public bool Has(DaySigns sign) => (Signs & sign) != DaySigns.None;
}
