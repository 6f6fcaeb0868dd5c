using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Members;
using EngageBot.Nudges.Inbox;
using EngageBot.Nudges.Seeking;
using EngageBot.Unanswered.Chosen;

namespace EngageBot.Pipeline;

/// <summary>Writes what members decide about posts.</summary>
internal sealed class PostChoiceRecorder(WriteSession session, ChannelDirectory channels, MemberDirectory members)
{
    private readonly PostMarks _marks = new(session);
    private readonly SoughtPosts _sought = new(session);
    private readonly InboxClaims _claims = new(session);

    public async ValueTask ChooseAsync(PostChoice choice, HandledBatch handled, CancellationToken cancellationToken)
    {
        var community = await channels.CommunityAsync(choice.Community, cancellationToken);
        var member = (await members.MemberAsync(choice.Member, community, cancellationToken)).Key;
        var at = choice.At.ToUnixTimeMilliseconds();
        switch (choice)
        {
            case PostChoice.Marks marks:
                await _marks.AddAsync(community, marks.Post, member, marks.Mark, marks.AsModerator, at, cancellationToken);
                break;
            case PostChoice.Unmarks unmarks:
                handled.Unsettle(await _marks.RemoveAsync(community, unmarks.Post, member, unmarks.AsModerator, cancellationToken) ? [unmarks.Post] : []);
                break;
            case PostChoice.Seeks seeks:
                handled.Seek(await _sought.AddAsync(community, seeks.Post, member, at, cancellationToken) ? seeks.Post : null);
                break;
            case PostChoice.Claims claims:
                await _claims.AddAsync(community, claims.Post, member, at, cancellationToken);
                break;
            default:
                throw new UnreachableException(choice.GetType().Name);
        }
    }
}
