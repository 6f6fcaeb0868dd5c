using System.Text;
using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Concerns;

/// <summary>What moderators are told of posts that a person should look at: in words, with where they stand. Nothing is quoted, and nobody named.</summary>
internal static class ConcernTexts
{
    public static string Of(IReadOnlyList<ConcernPost> posts, Func<MessagePlace, Uri?> linkTo, TextBook texts)
    {
        if (posts is [{ Kind: PostKind.Crisis } crisis])
        {
            return $"{texts.Of("concern.crisis", ("channel", ChannelOf(crisis)))}{LinkOf(crisis, linkTo)}";
        }

        var lines = new StringBuilder();
        foreach (var post in posts)
        {
            lines.Append('\n').Append(Line(post, texts)).Append(LinkOf(post, linkTo));
        }

        return texts.Of("concern.text", ("posts", lines.ToString()));
    }

    private static string Line(ConcernPost post, TextBook texts) => post.Kind switch
    {
        PostKind.Crisis => texts.Of("concern.line.crisis", ("channel", ChannelOf(post))),
        PostKind.Complaint => texts.Of("concern.line.complaint", ("channel", ChannelOf(post))),
        PostKind.Scam => texts.Of("concern.line.scam", ("channel", ChannelOf(post))),
        _ => texts.Of("concern.line.quarrel", ("channel", ChannelOf(post))),
    };

    private static string ChannelOf(ConcernPost post) => $"#{Excerpt.Of(post.ChannelName.TrimStart('#'))}";

    private static string LinkOf(ConcernPost post, Func<MessagePlace, Uri?> linkTo) => linkTo(post.Place) is { } link ? $"\n{link.AbsoluteUri}" : string.Empty;
}
