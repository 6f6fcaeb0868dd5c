using System.Globalization;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Texts;

namespace EngageBot.Nudges.Inbox;

/// <summary>A page of somebody's inbox in words; short enough for one message on any platform.</summary>
internal static class InboxTexts
{
    public const string Command = "inbox";
    public const string Will = "will";
    public const string More = "more";

    public static string Of(InboxPage page, Func<MessagePlace, Uri?> linkTo, DateTimeOffset now, TextBook texts)
    {
        if (page.Posts.Count == 0)
        {
            return texts["inbox.empty"];
        }

        List<string> lines = [texts["inbox.title"]];
        foreach (var (place, post) in page.Posts.Index())
        {
            lines.Add(Line(place + 1, post, now, texts));
            if (linkTo(post.Place) is { } link)
            {
                lines.Add(link.AbsoluteUri);
            }
        }

        return string.Join('\n', lines);
    }

    public static IReadOnlyList<MessageButton> Buttons(InboxPage page, TextBook texts)
    {
        List<MessageButton> buttons =
        [
            .. page.Posts.Index().Where(one => !one.Item.IsClaimed).Select(one => new MessageButton(
                new ButtonId(Command, Will, one.Item.Post.Message), texts.Of("inbox.button.will", ("number", Written(one.Index + 1))))),
        ];
        if (page.HasMore)
        {
            buttons.Add(new MessageButton(new ButtonId(Command, More, page.Posts[^1].Post.Message), texts["inbox.button.more"]));
        }

        return buttons;
    }

    private static string Line(int number, InboxPost post, DateTimeOffset now, TextBook texts)
    {
        var (excerpt, channel) = (Excerpt.Of(post.Text), $"#{Excerpt.Of(post.ChannelName.TrimStart('#'))}");
        var waited = now - DateTimeOffset.FromUnixTimeMilliseconds(post.Post.At);
        var name = $"inbox.line{(waited < TimeSpan.FromMinutes(1) ? ".new" : string.Empty)}{(excerpt.Length == 0 ? ".bare" : string.Empty)}";
        var line = texts.Of(name, [("number", Written(number)), ("channel", channel), .. excerpt.Length == 0 ? [] : ((string, string)[])[("post", excerpt)], .. waited < TimeSpan.FromMinutes(1) ? [] : ((string, string)[])[("wait", Wait(waited))]]);
        var notes = new[] { post.IsByNewcomer ? texts["inbox.newcomer"] : null, post.IsClaimed ? texts["inbox.yours"] : null }.OfType<string>();
        return string.Join(" · ", notes.Prepend(line));
    }

    /// <summary>As exact as is of use.</summary>
    private static string Wait(TimeSpan wait) => wait >= TimeSpan.FromDays(2) ? $"{Written((int)wait.TotalDays)} d"
        : DurationText.Of(wait >= TimeSpan.FromHours(2) ? TimeSpan.FromHours(Math.Floor(wait.TotalHours)) : TimeSpan.FromMinutes(Math.Floor(wait.TotalMinutes)));

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
