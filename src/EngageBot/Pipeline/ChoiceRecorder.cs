using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Members;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;

namespace EngageBot.Pipeline;

/// <summary>Writes what members decide about themselves, and forgets what they want forgotten, here and in the store.</summary>
internal sealed class ChoiceRecorder(WriteSession session, ChannelDirectory channels, MemberDirectory members, ReplyGraphRecorder replyGraph, ProfileRecorder profiles)
{
    private readonly MemberChoiceStore _store = new(session);

    public async ValueTask ChooseAsync(MemberChoice choice, CancellationToken cancellationToken)
    {
        var community = await channels.CommunityAsync(choice.Community, cancellationToken);
        var member = await members.MemberAsync(choice.Member, community, cancellationToken);
        var at = choice.At.ToUnixTimeMilliseconds();
        switch (choice)
        {
            case MemberChoice.Helps helps:
                await _store.HelpsAsync(member.Key, at, helps.Topics, helps.Hours, cancellationToken);
                break;
            case MemberChoice.HelpsNoMore:
                await _store.HelpsAsync(member.Key, since: null, topics: null, hours: null, cancellationToken);
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
            case MemberChoice.ComesBack back:
                await _store.ComesBackAsync(member.Key, back.Name, cancellationToken);
                members.Reread(choice.Member);
                break;
            default:
                throw new UnreachableException(choice.GetType().Name);
        }
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
