using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Nudges;
using EngageBot.Onboarding;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;
using EngageBot.SelfPromotion.Queue;

namespace EngageBot.Pipeline;

/// <summary>
/// What happens to a batch of events, in order. Start reading here. A batch is one transaction with the position it came from: after a crash it is either
/// all there or comes again, and what comes twice is stored once.
/// </summary>
internal sealed class MessagePipeline(
    WriteSession session, ChannelDirectory channels, MessageRecorder messages, PeopleRecorder people, ChoiceRecorder choices, ModeratorRecorder moderators, PostChoiceRecorder posts, ReplyGraphRecorder replyGraph, ProfileRecorder profiles, Foresight foresight)
{
    /// <summary>Of so many events, what is written goes on beside the work, as nothing that is asked meanwhile waits for it.</summary>
    private const int FewestForeseen = 256;

    private readonly AskRecorder _asks = new(session);
    private readonly QueueStore _queue = new(session);
    private readonly PositionStore _positions = new(session);
    private readonly MarkStore _marks = new(session);
    private readonly SourceNoteStore _notes = new(session);

    public async Task<HandledBatch> HandleAsync(ChatEventBatch batch, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        if (await choices.OthersChangedAsync(cancellationToken))
        {
            ForgetPeople();
        }

        var handled = await WriteAsync(batch, cancellationToken);
        await session.CommitAsync(cancellationToken);
        return handled;
    }

    /// <summary>Once, before anything is stored: who was forgotten is so in this database too.</summary>
    public ValueTask EraseMissedAsync(CancellationToken cancellationToken) => choices.EraseMissedAsync(cancellationToken);

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        channels.Forget();
        choices.Forget();
        ForgetPeople();
    }

    /// <summary>What is known for the sake of a batch alone.</summary>
    private void ForgetBatch()
    {
        foresight.Forget();
        messages.ForgetBatch();
        profiles.ForgetBatch();
    }

    private void ForgetPeople()
    {
        people.Forget();
        replyGraph.Forget();
        profiles.Forget();
    }

    private async Task<HandledBatch> WriteAsync(ChatEventBatch batch, CancellationToken cancellationToken)
    {
        var handled = new HandledBatch();
        var texts = batch.Texts.Count == batch.Events.Count ? batch.Texts : ReadText.Of(batch.Events);
        if (session.IsFar || batch.Events.Count >= FewestForeseen)
        {
            await foresight.LookAsync(batch.Events, cancellationToken);
        }

        for (var at = 0; at < texts.Count; at++)
        {
            await ApplyAsync(batch.Events[at], texts[at], handled, cancellationToken);
        }

        ForgetBatch();
        await replyGraph.FinishAsync(cancellationToken);
        await WriteSourcesAsync(batch, cancellationToken);
        return handled;
    }

    /// <summary>How far the sources were read, and what they need to go on from there.</summary>
    private async Task WriteSourcesAsync(ChatEventBatch batch, CancellationToken cancellationToken)
    {
        foreach (var mark in batch.Marks)
        {
            await _marks.PutAsync((await channels.ChannelAsync(mark.Channel, cancellationToken)).Key, mark, cancellationToken);
        }

        foreach (var note in batch.Notes)
        {
            await _notes.PutAsync(await choices.WithoutForgottenAsync(note, cancellationToken), cancellationToken);
        }

        foreach (var position in batch.Positions)
        {
            await _positions.PutAsync(position, cancellationToken);
        }
    }

    private async ValueTask ApplyAsync(ChatEvent happened, ReadText? text, HandledBatch handled, CancellationToken cancellationToken)
    {
        switch (happened)
        {
            case MessageCreated created:
                handled.Add(await messages.CreateAsync(created, text!, cancellationToken));
                break;
            case MessageEdited edited:
                await messages.EditAsync(edited, cancellationToken);
                break;
            case MessageDeleted deleted:
                await messages.DeleteAsync(deleted, cancellationToken);
                break;
            case ReactionAdded reaction:
                await messages.ReactAsync(reaction, cancellationToken);
                break;
            case ReactionRemoved removed:
                handled.Unsettle(await messages.TakeBackAsync(removed, cancellationToken) is { } unsettled ? [unsettled] : []);
                break;
            case ChannelSeen channel:
                await people.SeeAsync(channel, cancellationToken);
                handled.ChangeChannels();
                break;
            case ThreadSeen thread:
                handled.Unsettle(await people.SeeAsync(thread, cancellationToken));
                break;
            case MemberSeen member:
                handled.Unsettle(await people.SeeAsync(member, cancellationToken));
                break;
            case MemberLeft left:
                await people.LeaveAsync(left, cancellationToken);
                handled.ChangePeople(await channels.CommunityAsync(left.Community, cancellationToken));
                break;
            case WrittenInPrivate written:
                await people.SeeAsync(written, cancellationToken);
                break;
            default:
                await DecideAsync(happened, handled, cancellationToken);
                break;
        }
    }

    /// <summary>What members and moderators decided.</summary>
    private async ValueTask DecideAsync(ChatEvent decision, HandledBatch handled, CancellationToken cancellationToken)
    {
        ForgetBatch();
        switch (decision)
        {
            case MemberChoice choice:
                await choices.ChooseAsync(choice, cancellationToken);
                handled.ChangePeople(await channels.CommunityAsync(choice.Community, cancellationToken));
                break;
            case CommunitySeen community:
                await moderators.SeeAsync(community, cancellationToken);
                break;
            case ModeratorChoice choice:
                await moderators.ChooseAsync(choice, cancellationToken);
                break;
            case IntroductionChoice choice:
                await choices.ChooseAsync(choice, cancellationToken);
                break;
            case AskAnswered answered:
                handled.AskAgain(await _asks.RecordAsync(answered, cancellationToken));
                break;
            case PostChoice choice:
                await posts.ChooseAsync(choice, handled, cancellationToken);
                break;
            case PromotionDecided decided:
                await _queue.DecideAsync(decided, cancellationToken);
                break;
            default:
                throw new UnreachableException(decision.GetType().Name);
        }
    }
}
