using System.Data.Common;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Nudges;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>The second part of the queue: what nobody answered in a day, one after the other, before the bot leaves it in peace. A moderator sees of it what he can read himself.</summary>
internal sealed class LongWaitList(DbDataSource database, RulesBook rules, IEnumerable<IChatPlatform> platforms, Visibility visibility, Decide decide)
{
    public const string Answered = "answered-next";
    public const string NeedsNone = "no-reply-next";
    public const string Next = "wait-next";

    /// <summary>Whether a button is one of these.</summary>
    public static bool Is(ButtonId button) => button.Action is Answered or NeedsNone or Next;

    /// <summary>Does what a button says, and goes on with the next.</summary>
    public async Task<CommandReply> PressAsync(CommandRequest.Pressed pressed, TextBook texts, CancellationToken cancellationToken)
    {
        var post = pressed.Button.Subject;
        if (pressed.Button.Action != Next && (await SeenAsync(pressed, cancellationToken)).Any(wait => wait.Post.Message == post))
        {
            var mark = pressed.Button.Action == Answered ? PostMark.Answered : PostMark.NeedsNone;
            await decide(new PostChoice.Marks(pressed.Community, pressed.At, pressed.Member, post, mark, AsModerator: true), cancellationToken);
        }

        return await ShowAsync(pressed, post, texts, cancellationToken) is var (text, buttons)
            ? new CommandReply.Replaces(text) { Buttons = buttons }
            : new CommandReply.Replaces(texts["queue.wait.end"]);
    }

    /// <summary>The first post after another; null where there is none.</summary>
    /// <param name="after">Its key; 0 to begin.</param>
    public async Task<(string Text, IReadOnlyList<MessageButton> Buttons)?> ShowAsync(CommandRequest request, long after, TextBook texts, CancellationToken cancellationToken)
    {
        // Where a post stands among the others is told by its key: it may be settled by now.
        LongWait[] left = [.. (await SeenAsync(request, cancellationToken)).OrderBy(wait => wait.Post.Message).Where(wait => wait.Post.Message > after)];
        return left.Length == 0 ? null : (TextOf(left[0], left.Length - 1, request.At, texts), Buttons(left[0].Post.Message, isLast: left.Length == 1, texts));
    }

    private static MessageButton[] Buttons(long post, bool isLast, TextBook texts)
    {
        MessageButton[] buttons =
        [
            new(new ButtonId(QueueTexts.Command, Answered, post), texts["command.answered.on-message"]),
            new(new ButtonId(QueueTexts.Command, NeedsNone, post), texts["command.no-reply.on-message"]),
        ];
        return isLast ? buttons : [.. buttons, new(new ButtonId(QueueTexts.Command, Next, post), texts["queue.wait.button.next"])];
    }

    private string TextOf(LongWait wait, int others, DateTimeOffset now, TextBook texts)
    {
        var (excerpt, channel) = (Excerpt.Of(wait.Text), $"#{Excerpt.Of(wait.ChannelName.TrimStart('#'))}");
        var time = DurationText.Of(TimeSpan.FromHours(Math.Floor((now - DateTimeOffset.FromUnixTimeMilliseconds(wait.Post.At)).TotalHours)));
        var lines = new List<string?>
        {
            excerpt.Length == 0 ? texts.Of("queue.wait.bare", ("channel", channel), ("wait", time)) : texts.Of("queue.wait", ("post", excerpt), ("channel", channel), ("wait", time)),
            platforms.FirstOrDefault(platform => platform.Platform == wait.Place.Channel.Community.Platform)?.LinkTo(wait.Place)?.AbsoluteUri,
            others == 0 ? null : texts.Of("queue.more", ("count", others.ToString(CultureInfo.InvariantCulture))),
        };
        return string.Join('\n', lines.OfType<string>());
    }

    private async Task<IReadOnlyList<LongWait>> SeenAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        await rules.RefreshAsync(cancellationToken);
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await CommunityKey.OfAsync(session, request.Community, cancellationToken) is { } community
            ? await visibility.SeenAsync(request.Member, await new LongWaits(session, rules).FindAsync(community, request.At, cancellationToken), wait => wait.Place.Channel, cancellationToken)
            : [];
    }
}
