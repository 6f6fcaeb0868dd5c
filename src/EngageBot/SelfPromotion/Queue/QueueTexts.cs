using System.Globalization;
using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>What moderators are shown of the queue.</summary>
internal static class QueueTexts
{
    public const string Command = "queue";
    private const int MostFeeds = 5;

    public const string Accept = "accept";
    public const string Dismiss = "dismiss";

    /// <summary>The same from the list, which goes on with the next.</summary>
    public const string AcceptInList = "accept-next";
    public const string DismissInList = "dismiss-next";

    /// <summary>Authors may be told something in private.</summary>
    public const string NoteOn = "note-on";

    /// <summary>A reason of its own: what moderators decided before.</summary>
    public const string Taught = "a link that you called promotion before";

    public static string Question(QueuedPromotion post, Uri? link, TextBook texts)
    {
        var reasons = string.Join(", ", post.Reasons.Select(reason => Retelling.Of(reason, texts, Command) ?? reason));
        var text = Excerpt.Of(post.Text) is { Length: > 0 } excerpt
            ? texts.Of("queue.post", ("post", excerpt), ("channel", ChannelOf(post)), ("reasons", reasons))
            : texts.Of("queue.post.bare", ("channel", ChannelOf(post)), ("reasons", reasons));
        return link is null ? text : $"{text}\n{link.AbsoluteUri}";
    }

    /// <param name="others">How many more wait.</param>
    public static string InList(QueuedPromotion post, Uri? link, int others, TextBook texts) => others == 0
        ? Question(post, link, texts)
        : $"{Question(post, link, texts)}\n{texts.Of("queue.more", ("count", others.ToString(CultureInfo.InvariantCulture)))}";

    public static string After(QueuedPromotion post, bool isAccepted, TextBook texts) =>
        Excerpt.Of(post.Text) is { Length: > 0 } excerpt
            ? texts.Of(isAccepted ? "queue.accepted" : "queue.dismissed", ("post", excerpt), ("channel", ChannelOf(post)))
            : texts.Of(isAccepted ? "queue.accepted.bare" : "queue.dismissed.bare", ("channel", ChannelOf(post)));

    public static string Empty(IReadOnlyList<Feed> feeds, TextBook texts) => feeds.Count == 0 ? texts["queue.empty"] : string.Join('\n',
    [
        texts["queue.empty"],
        texts["queue.feeds"],
        .. feeds.Take(MostFeeds).Select(feed => texts.Of(
            "queue.feeds.line",
            ("name", feed.Name.Length == 0 ? "–" : Excerpt.Of(feed.Name)),
            ("channel", $"#{Excerpt.Of(feed.ChannelName.TrimStart('#'))}"),
            ("posts", feed.Posts.ToString(CultureInfo.InvariantCulture)),
            ("answered", feed.Answered.ToString(CultureInfo.InvariantCulture)))),
    ]);

    public static IReadOnlyList<MessageButton> Buttons(QueuedPromotion post, bool inList, TextBook texts) =>
    [
        new(new ButtonId(Command, inList ? AcceptInList : Accept, post.Message), texts["queue.button.accept"]),
        new(new ButtonId(Command, inList ? DismissInList : Dismiss, post.Message), texts["queue.button.dismiss"]),
    ];

    private static string ChannelOf(QueuedPromotion post) => $"#{Excerpt.Of(post.ChannelName.TrimStart('#'))}";
}
