using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>
/// The buttons under a message that asks somebody to look at a post. They count for him alone and once; afterwards the message is one line of thanks, in the community's
/// language as it was. To who cannot read the channel any more it is over, and he can still say stop.
/// </summary>
internal sealed class AskCommand(DbDataSource database, RulesBook rules, Visibility visibility, Decide decide) : ISlashCommand
{
    private static readonly HotSql Find = new(
        $"""
        SELECT o.post, n.answer, c.platform_id FROM outbox o
        JOIN channels c ON c.id = o.channel
        JOIN members w ON w.id = o.member
        JOIN communities k ON k.id = o.community
        JOIN nudges n ON n.post = o.post AND n.member = o.member
        WHERE o.id = @ask AND o.kind = {OutboxKind.Ask:D} AND w.platform_id = @member AND k.platform = @platform AND k.platform_id = @community
        """,
        ("ask", DbType.Int64),
        ("member", DbType.String),
        ("platform", DbType.Int32),
        ("community", DbType.String));

    public string Name => AskTexts.Command;

    public bool IsListed => false;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.Pressed { Button: var button } || AnswerOf(button.Action) is not { } answer
            || await FindAsync(button.Subject, answer, request, cancellationToken) is not { } ask)
        {
            return new CommandReply.Says(texts["ask.over"]);
        }

        var shown = rules.Of(request.Community).Wording();
        if (ask.Given is { } given)
        {
            return new CommandReply.Replaces(AskTexts.After(given, shown));
        }

        if (answer is AskAnswer.WillReply or AskAnswer.NotNeeded && !ask.Post.IsOpen)
        {
            return new CommandReply.Replaces(shown[ask.Post.AnsweredAt is null ? "ask.settled" : "ask.answered"]);
        }

        if (answer == AskAnswer.Stop)
        {
            await decide(new MemberChoice.HelpsNoMore(request.Community, request.At, request.Member), cancellationToken);
        }

        await decide(new AskAnswered(request.Community, request.At, request.Member, button.Subject, answer), cancellationToken);
        return new CommandReply.Replaces(AskTexts.After(answer, shown));
    }

    private static AskAnswer? AnswerOf(string action) => action switch
    {
        AskTexts.Will => AskAnswer.WillReply,
        AskTexts.NotForMe => AskAnswer.NotForMe,
        AskTexts.NotNeeded => AskAnswer.NotNeeded,
        AskTexts.Stop => AskAnswer.Stop,
        _ => null,
    };

    /// <summary>How it stands with an ask; null for none of this member's.</summary>
    private async Task<(PostState Post, AskAnswer? Given)?> FindAsync(long id, AskAnswer answer, CommandRequest request, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        long post;
        AskAnswer? given;
        ChannelId channel;
        await using (var reader = await session.ReadAsync(Find, cancellationToken, id, request.Member.Value, (int)request.Community.Platform, request.Community.Value))
        {
            if (!await reader.ReadAsync(cancellationToken))
            {
                return null;
            }

            (post, given) = (reader.GetInt64(0), reader.IsDBNull(1) ? null : (AskAnswer)reader.GetInt32(1));
            channel = new ChannelId(request.Community, reader.GetString(2));
        }

        if (answer != AskAnswer.Stop && !await visibility.MaySeeAsync(request.Member, channel, cancellationToken))
        {
            return null;
        }

        return (await new PostQuery(session, rules).StateAsync(post, request.At.ToUnixTimeMilliseconds(), cancellationToken), given);
    }
}
