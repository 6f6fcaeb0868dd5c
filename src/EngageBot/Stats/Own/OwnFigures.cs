using EngageBot.SelfPromotion;

namespace EngageBot.Stats.Own;

/// <summary>How it stands with what a member gave and received over 30 days, in channels that he can read now.</summary>
internal sealed record OwnFigures
{
    public required IReadOnlyList<OwnReplies> Replies { get; init; }

    public required Balance Balance { get; init; }

    /// <summary>Those who may be named, with whom most was said first.</summary>
    public required IReadOnlyList<Contact> Contacts { get; init; }

    /// <summary>Replies of those who write in the community; null where that is not to be told.</summary>
    public int? Median { get; init; }

    /// <summary>Pairs whom he brought together by naming one to the other.</summary>
    public int Introduced { get; init; }

    public int Given => Replies.Where(one => one.IsGiven).Sum(one => one.Count);

    public int Received => Replies.Where(one => !one.IsGiven).Sum(one => one.Count);

    public int Answered => Others(isGiven: true).Count;

    public int AnsweredBy => Others(isGiven: false).Count;

    /// <summary>With so many people it went both ways.</summary>
    public int Mutual => Others(isGiven: true).Intersect(Others(isGiven: false)).Count();

    public int People => Others(isGiven: true).Union(Others(isGiven: false)).Count();

    private HashSet<long> Others(bool isGiven) => [.. Replies.Where(one => one.IsGiven == isGiven).Select(one => one.Other).OfType<long>()];
}
