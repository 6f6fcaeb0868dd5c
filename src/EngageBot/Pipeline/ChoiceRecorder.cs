using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Proposals;
using EngageBot.Members;
using EngageBot.Privacy;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;
using EngageBot.Why;

namespace EngageBot.Pipeline;

/// <summary>Writes what members decide about themselves, and forgets what they want forgotten, here and in the store.</summary>
internal sealed class ChoiceRecorder(
    WriteSession session, ChannelDirectory channels, MemberDirectory members, MemberErasures erasures, ReplyGraphRecorder replyGraph, ProfileRecorder profiles)
{
    private readonly MemberChoiceStore _store = new(session);
    private readonly MemberErasure _erasure = new(session, erasures);
    private readonly AccountChanges _changes = new(session);
    private readonly AccountLinks _links = new(session);
    private readonly LogLooks _looks = new(session);
    private readonly IntroductionRecorder _introductions = new(session);

    public async ValueTask ChooseAsync(MemberChoice choice, CancellationToken cancellationToken)
    {
        var community = await channels.CommunityAsync(choice.Community, cancellationToken);
        var member = await members.MemberAsync(choice.Member, community, cancellationToken);
        var at = choice.At.ToUnixTimeMilliseconds();
        switch (choice)
        {
            case MemberChoice.Helps helps:
                await _store.HelpsAsync(member.Key, helps, cancellationToken);
                break;
            case MemberChoice.HelpsNoMore:
                await _store.HelpsNoMoreAsync(member.Key, cancellationToken);
                break;
            case MemberChoice.Agrees agrees:
                await _store.AgreesAsync(member.Key, agrees.Kind, agrees.IsWanted, at, cancellationToken);
                break;
            case MemberChoice.HearsOffer:
                await _store.HearsOfferAsync(member.Key, at, cancellationToken);
                break;
            case MemberChoice.Pauses pauses:
                await _store.PausesAsync(member.Key, pauses.Until?.ToUnixTimeMilliseconds(), cancellationToken);
                break;
            case MemberChoice.LeavesOut:
                await LeaveOutAsync(choice.Member, member, at, cancellationToken);
                break;
            case MemberChoice.ForgetsAll:
                await _changes.NoteAsync(cancellationToken);
                await EraseAsync(await _erasure.EraseAsync(choice.Member, at, cancellationToken), cancellationToken);
                break;
            case MemberChoice.OffersLink or MemberChoice.TakesLink or MemberChoice.Unlinks:
                await _links.ChooseAsync(choice, member, cancellationToken);
                break;
            case MemberChoice.LooksAtLog look:
                await LookAsync(look, community, member, cancellationToken);
                break;
            case MemberChoice.ComesBack back:
                await ComeBackAsync(back, member, cancellationToken);
                break;
            default:
                throw new UnreachableException(choice.GetType().Name);
        }
    }

    private async ValueTask ComeBackAsync(MemberChoice.ComesBack back, MemberEntry member, CancellationToken cancellationToken)
    {
        await _changes.NoteAsync(cancellationToken);
        await erasures.RemoveAsync(back.Member, cancellationToken);
        await _store.ComesBackAsync(member.Key, back.Name, cancellationToken);
        members.Reread(back.Member);
    }

    private async ValueTask LookAsync(MemberChoice.LooksAtLog look, long community, MemberEntry member, CancellationToken cancellationToken)
    {
        long? about = look.About is { } whose ? (await members.MemberAsync(whose, community, cancellationToken)).Key : null;
        await _looks.AddAsync(community, member.Key, about, look.At.ToUnixTimeMilliseconds(), cancellationToken);
    }

    /// <summary>Erases whom the database, being older than they asked, knows still.</summary>
    public async ValueTask EraseMissedAsync(CancellationToken cancellationToken)
    {
        if (await erasures.MissingAsync(cancellationToken) is { Count: > 0 } missing)
        {
            await EraseAsync(await _erasure.EraseAsync(missing, cancellationToken), cancellationToken);
        }
    }

    /// <summary>What a source keeps for its next start, without the ids of those who were forgotten.</summary>
    public async ValueTask<SourceNote> WithoutForgottenAsync(SourceNote note, CancellationToken cancellationToken) =>
        note.Value is not null && Enum.TryParse<Platform>(note.Source, ignoreCase: true, out var platform)
            ? note with { Value = await erasures.WithoutForgottenAsync(platform, note.Value, cancellationToken) }
            : note;

    private async ValueTask EraseAsync(IReadOnlyList<long> erased, CancellationToken cancellationToken)
    {
        foreach (var member in erased)
        {
            await profiles.EraseAsync(member, cancellationToken);
        }

        profiles.RereadAll();
        members.Forget();
        replyGraph.RereadAll(); // He may stand in any window.
    }

    public async ValueTask ChooseAsync(IntroductionChoice choice, CancellationToken cancellationToken)
    {
        var community = await channels.CommunityAsync(choice.Community, cancellationToken);
        var member = await members.MemberAsync(choice.Member, community, cancellationToken);
        var at = choice.At.ToUnixTimeMilliseconds();
        switch (choice)
        {
            case IntroductionChoice.Asks asks when !member.OptedOut:
                long? with = asks.With is { } other ? (await members.MemberAsync(other, community, cancellationToken)).Key : null;
                await _introductions.AskAsync(community, member.Key, with, asks.About, at, cancellationToken);
                break;
            case IntroductionChoice.Asks:
                break;
            case IntroductionChoice.Answers answers:
                await _introductions.AnswerAsync(answers.Introduction, member.Key, answers.Answer, at, cancellationToken);
                break;
            case IntroductionChoice.Tells tells:
                await _introductions.TellAsync(tells.Introduction, member.Key, tells.Outcome, at, cancellationToken);
                break;
            case IntroductionChoice.Skips skips:
                await _introductions.SkipAsync(skips.Round, member.Key, at, cancellationToken);
                break;
            default:
                throw new UnreachableException(choice.GetType().Name);
        }
    }

    /// <summary>Whether somebody was forgotten, or came back, by another process.</summary>
    public ValueTask<bool> OthersChangedAsync(CancellationToken cancellationToken) => _changes.HappenedAsync(cancellationToken);

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        _changes.Forget();
        _introductions.Forget();
    }

    private async ValueTask LeaveOutAsync(MemberId id, MemberEntry member, long at, CancellationToken cancellationToken)
    {
        if (member.OptedOut)
        {
            return;
        }

        await _store.LeavesOutAsync(member.Key, at, cancellationToken);
        await profiles.EraseAsync(member.Key, cancellationToken);
        members.Reread(id);
        replyGraph.RereadAll(); // He may stand in any window.
    }
}
