using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Unanswered.Chosen;

/// <summary>Finds the post that a member means who chose something on a message. What he may not read is as good as not known.</summary>
internal sealed class ChosenPosts(DbDataSource database, RulesBook rules, Visibility visibility)
{
    private const MessageTraits NotByPerson = MessageTraits.Bot | MessageTraits.Webhook | MessageTraits.System;

    /// <returns>The post; or, where nothing can be done about it, the name of the text that says why.</returns>
    public async Task<(ChosenPost? Post, string? WhyNot)> FindAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        await rules.RefreshAsync(cancellationToken);
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var query = new ChosenPostQuery(session);
        var found = request switch
        {
            CommandRequest.OnMessage { Message: var place } when place.Channel.Community == request.Community => await query.FindAsync(place, cancellationToken),
            CommandRequest.Pressed { Button.Subject: var post } => await query.FindAsync(post, request.Community, cancellationToken),
            _ => null,
        };
        if (found is null || !await visibility.MaySeeAsync(request.Member, found.Channel, cancellationToken))
        {
            return (null, "chosen.unknown");
        }

        if (!VisibilityPolicy.MaySpeakOf(found.IsForEveryone, found.ChannelName, found.Channel.Value, rules.Of(found.Community)))
        {
            return (null, "chosen.unwatched");
        }

        var state = await new PostQuery(session, rules).StateAsync(found.Post.Message, request.At.ToUnixTimeMilliseconds(), cancellationToken);
        var mark = await new PostMarks(session).FindAsync(found.Post.Message, cancellationToken);
        return (found.Traits & NotByPerson) != MessageTraits.None ? (null, "chosen.program")
            : !state.IsPost ? (null, "chosen.reply")
            : (found with { State = state, Mark = mark }, null);
    }
}
