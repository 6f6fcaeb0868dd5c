using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;
using EngageBot.Unanswered.Chosen;

namespace EngageBot.Nudges.Inbox;

/// <summary>
/// <c>/engage inbox</c>: open posts that the member can read, those that fit him first, a few at a time. <i>I'll reply</i> gives him two hours, as where he was asked: the author sees
/// eyes under his post, and nobody else is asked.
/// </summary>
internal sealed class InboxCommand(DbDataSource database, RulesBook rules, Visibility visibility, ChosenPosts posts, IEnumerable<IChatPlatform> platforms, Decide decide) : ISlashCommand
{
    public string Name => InboxTexts.Command;

    public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) => request switch
    {
        CommandRequest.Pressed { Button.Action: InboxTexts.Will } pressed => WillAsync(pressed, texts, cancellationToken),
        CommandRequest.Pressed { Button: { Action: InboxTexts.More, Subject: var after } } => ShowAsync(request, after, texts, cancellationToken),
        _ => ShowAsync(request, after: 0, texts, cancellationToken),
    };

    private async Task<CommandReply> ShowAsync(CommandRequest request, long after, TextBook texts, CancellationToken cancellationToken)
    {
        var page = await ReadAsync(request.By, after, cancellationToken);
        var (text, buttons) = (InboxTexts.Of(page, LinkTo, request.At, texts), InboxTexts.Buttons(page, texts));
        return request is CommandRequest.Pressed ? new CommandReply.Replaces(text) { Buttons = buttons } : new CommandReply.Says(text) { Buttons = buttons };
    }

    /// <summary>Its first page alone, for a place that has no more.</summary>
    public async Task<(string Text, IReadOnlyList<MessageButton> Buttons)> FirstAsync(Asker by, TextBook texts, CancellationToken cancellationToken)
    {
        var page = await ReadAsync(by, after: 0, cancellationToken) with { HasMore = false };
        return (InboxTexts.Of(page, LinkTo, by.At, texts), InboxTexts.Buttons(page, texts));
    }

    private async Task<InboxPage> ReadAsync(Asker by, long after, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await new InboxReader(session, rules, visibility).ReadAsync(by.Member, after, by.At, cancellationToken);
    }

    /// <summary>What he is told stands below the list, which he may still need.</summary>
    private async Task<CommandReply> WillAsync(CommandRequest.Pressed pressed, TextBook texts, CancellationToken cancellationToken)
    {
        var (post, whyNot) = await posts.FindAsync(pressed, cancellationToken);
        if (post is null)
        {
            return new CommandReply.Says(texts[whyNot!]);
        }

        if (post.Author == pressed.Member || !post.State.IsOpen)
        {
            return new CommandReply.Says(texts[post.State.AnsweredAt is null ? "ask.settled" : "ask.answered"]);
        }

        var said = await RefusedAsync(post, pressed, texts, cancellationToken);
        if (said is null)
        {
            await decide(new PostChoice.Claims(pressed.Community, pressed.At, pressed.Member, post.Post.Message), cancellationToken);
            said = texts["ask.will"];
        }

        return new CommandReply.Says(said);
    }

    /// <summary>Why his word is not taken, or not needed; null where it is.</summary>
    private async Task<string?> RefusedAsync(ChosenPost post, CommandRequest.Pressed pressed, TextBook texts, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var (claims, now) = (new InboxClaims(session), pressed.At.ToUnixTimeMilliseconds());
        var member = await new InboxQuery(session).MemberAsync(post.Community, pressed.Member, cancellationToken);
        return await claims.IsGivenAsync(post.Post.Message, member, cancellationToken) ? texts["inbox.already"]
            : await new ClaimQuery(session).UntilAsync(post.Post.Message, except: member, now, cancellationToken) is not null ? texts["inbox.claimed"]
            : (await claims.HeldAsync(member, now, cancellationToken)).Count >= InboxPolicy.MostClaims ? texts["inbox.enough"]
            : null;
    }

    private Uri? LinkTo(MessagePlace place) => platforms.FirstOrDefault(platform => platform.Platform == place.Channel.Community.Platform)?.LinkTo(place);
}
