using EngageBot.Chat;

namespace EngageBot.Nudges.Inbox;

/// <summary>Which posts come first in somebody's inbox.</summary>
internal static class InboxPolicy
{
    /// <summary>On a page.</summary>
    public const int MostPosts = 5;

    /// <summary>Who says of more posts at once that he will reply keeps others from being asked; he answers one first.</summary>
    public const int MostClaims = 3;

    /// <summary>The share of a post's words, each by how much it tells, from which it is about something that he knows: one telling word among some.</summary>
    private const double Knows = 0.1;

    /// <param name="topics">The share of the post's words that he answered or wrote about, 0 to 1.</param>
    /// <param name="isAtHome">He wrote in its channel lately.</param>
    public static InboxFit FitOf(PostKind kind, double topics, bool isAtHome) =>
        topics >= Knows ? InboxFit.Topic : isAtHome || kind == PostKind.Introduction ? InboxFit.Place : InboxFit.None;

    /// <summary>What fits best comes first; of what fits as well newcomers' posts, then what has waited longest.</summary>
    public static IReadOnlyList<InboxPost> Order(IEnumerable<InboxPost> posts) =>
    [
        .. posts.OrderByDescending(post => post.Fit).ThenByDescending(post => post.IsByNewcomer).ThenBy(post => post.Post.At).ThenBy(post => post.Post.Message),
    ];

    /// <summary>What comes after a post in that order; everything where it is not there any more, since it is better to be shown twice than not at all.</summary>
    /// <param name="after">The key of the post; 0 for none.</param>
    public static IEnumerable<InboxPost> After(IReadOnlyList<InboxPost> ordered, long after)
    {
        var place = ordered.Index().FirstOrDefault(one => one.Item.Post.Message == after, (Index: -1, Item: null!)).Index;
        return ordered.Skip(place + 1);
    }
}
