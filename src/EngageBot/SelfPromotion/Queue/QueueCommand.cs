using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Onboarding;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.SelfPromotion.Queue;

/// <summary><c>/engage-mod queue</c>: what waits for a moderator's decision, one after the other: messages of the bot, then promotions, then what nobody answered in a day; and the buttons under what was shown in the moderators' channel.</summary>
internal sealed class QueueCommand(DbDataSource database, RulesBook rules, RulesStore changes, IEnumerable<IChatPlatform> platforms, Visibility visibility, Decide decide, ApprovalList approvals, LongWaitList waits) : ISlashCommand
{
    private const string Note = "note";
    private const string On = "on";
    private const string Off = "off";

    public string Name => QueueTexts.Command;

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options { get; } = [new(Note, CommandOptionKind.Text) { Choices = [On, Off] }];

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is CommandRequest.Typed typed && typed.Options.TryGetValue(Note, out var state))
        {
            return new CommandReply.Says(await SwitchAsync(request, state == On, texts, cancellationToken));
        }

        if (request is CommandRequest.Pressed { Button.Action: QueueTexts.NoteOn })
        {
            return new CommandReply.Replaces(await SwitchAsync(request, isOn: true, texts, cancellationToken));
        }

        return request is CommandRequest.Pressed { Button: var button } waiting && LongWaitList.Is(button) ? await waits.PressAsync(waiting, texts, cancellationToken)
            : request is CommandRequest.Pressed pressed ? await DecideAsync(pressed, texts, cancellationToken)
            : await NextAsync(request, texts, cancellationToken) is var (text, buttons) ? new CommandReply.Says(text) { Buttons = buttons }
            : new CommandReply.Says(await EmptyAsync(request, texts, cancellationToken));
    }

    /// <summary>Nothing waits; what comes in without a person behind it is told here, where only moderators see it.</summary>
    private async Task<string> EmptyAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var feeds = await CommunityKey.OfAsync(session, request.Community, cancellationToken) is { } community
            ? await new FeedQuery(session).FindAsync(community, request.Community, request.At.ToUnixTimeMilliseconds(), cancellationToken)
            : [];
        return QueueTexts.Empty(await visibility.SeenAsync(request.Member, feeds, feed => feed.Channel, cancellationToken), texts);
    }

    private async Task<CommandReply> ContinueAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) =>
        await NextAsync(request, texts, cancellationToken) is var (next, more) ? new CommandReply.Replaces(next) { Buttons = more } : new CommandReply.Replaces(texts["queue.empty"]);

    private async Task<CommandReply> DecideAsync(CommandRequest.Pressed pressed, TextBook texts, CancellationToken cancellationToken)
    {
        if (ApprovalList.Is(pressed.Button))
        {
            await approvals.DecideAsync(pressed, cancellationToken);
            return await ContinueAsync(pressed, texts, cancellationToken);
        }

        var isAccepted = pressed.Button.Action is QueueTexts.Accept or QueueTexts.AcceptInList;
        if (!isAccepted && pressed.Button.Action is not (QueueTexts.Dismiss or QueueTexts.DismissInList))
        {
            return new CommandReply.Says(texts["queue.gone"]);
        }

        if (await FindAsync(pressed.Button.Subject, pressed, cancellationToken) is not { } post)
        {
            return new CommandReply.Says(texts["queue.gone"]);
        }

        if (post.IsAccepted is null)
        {
            await decide(new PromotionDecided(pressed.Community, pressed.At, pressed.Member, post.Message, isAccepted), cancellationToken);
        }

        return pressed.Button.Action is QueueTexts.Accept or QueueTexts.Dismiss
            ? new CommandReply.Replaces(QueueTexts.After(post, post.IsAccepted ?? isAccepted, rules.Of(pressed.Community).Wording()))
            : await ContinueAsync(pressed, texts, cancellationToken);
    }

    private async Task<(string Text, IReadOnlyList<MessageButton> Buttons)?> NextAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (await approvals.ShowAsync(request, Name, texts, cancellationToken) is { } unsaid)
        {
            return unsaid;
        }

        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var all = await new QueueStore(session).WaitingAsync(request.Community, request.At.ToUnixTimeMilliseconds(), cancellationToken);
        var waiting = await visibility.SeenAsync(request.Member, all, post => post.Place.Channel, cancellationToken);
        return waiting.Count == 0 ? await waits.ShowAsync(request, after: 0, texts, cancellationToken) : (QueueTexts.InList(waiting[0], LinkTo(waiting[0].Place), waiting.Count - 1, texts), QueueTexts.Buttons(waiting[0], inList: true, texts));
    }

    /// <summary>Off until moderators agreed with the queue often enough.</summary>
    private async Task<string> SwitchAsync(CommandRequest request, bool isOn, TextBook texts, CancellationToken cancellationToken)
    {
        if (isOn && !await MayBeOnAsync(request, cancellationToken))
        {
            return texts["queue.note.not-yet"];
        }

        await changes.ChangeAsync(request.By, own => own with { PromoterNote = isOn }, cancellationToken);
        return isOn ? texts["queue.note.on"] : texts["queue.note.off"];
    }

    private async Task<bool> MayBeOnAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await CommunityKey.OfAsync(session, request.Community, cancellationToken) is { } community
            && QueueTeachingPolicy.MayOfferNote(await new QueueStore(session).DecisionsAsync(community, request.At.ToUnixTimeMilliseconds(), cancellationToken), request.At);
    }

    /// <summary>Of this community only, and what he can read himself: what a button names comes from outside.</summary>
    private async Task<QueuedPromotion?> FindAsync(long post, CommandRequest request, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await new QueueStore(session).FindAsync(post, cancellationToken) is { } found && found.Place.Channel.Community == request.Community
            && await visibility.MaySeeAsync(request.Member, found.Place.Channel, cancellationToken) ? found : null;
    }

    private Uri? LinkTo(MessagePlace place) => platforms.FirstOrDefault(platform => platform.Platform == place.Channel.Community.Platform)?.LinkTo(place);
}
