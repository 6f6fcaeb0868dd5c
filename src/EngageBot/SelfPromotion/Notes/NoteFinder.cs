using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Profiles;
using EngageBot.Responders;
using EngageBot.Unanswered;

namespace EngageBot.SelfPromotion.Notes;

/// <summary>Finds open questions that somebody can read and can probably answer: by what he wrote and answered about before.</summary>
internal sealed class NoteFinder(WriteSession session, RulesBook rules, NoteQuery notes, Visibility visibility)
{
    /// <summary>The end of time: everything that is stored counts.</summary>
    private const long Whenever = long.MaxValue;

    private readonly ProfileStore _profiles = new(session);
    private readonly PostQuery _states = new(session, rules);

    public async Task<IReadOnlyList<OpenQuestion>> FindAsync(long community, NoteCandidate candidate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await _profiles.FindAsync(candidate.Member, cancellationToken) is not { } profile)
        {
            return [];
        }

        var since = (now - rules.Of(community).RestAfter).ToUnixTimeMilliseconds();
        var questions = await notes.QuestionsAsync(community, candidate.Member, since, now.ToUnixTimeMilliseconds(), cancellationToken);
        if (questions.Count == 0)
        {
            return [];
        }

        var counts = (await _profiles.WordsAsync(community, cancellationToken)).Counts;
        List<OpenQuestion> chosen = [];
        foreach (var question in NotePolicy.Ranked(questions.Select(question => question with { Match = Match(question, profile, counts) })))
        {
            if (NotePolicy.MayAdd(question, chosen) && await IsForAsync(question, community, candidate.MemberId, cancellationToken))
            {
                chosen.Add(question);
            }
        }

        return chosen;
    }

    /// <summary>Whether a question is still open, and somebody may read it.</summary>
    public async Task<bool> IsForAsync(OpenQuestion question, long community, MemberId member, CancellationToken cancellationToken) =>
        VisibilityPolicy.MaySpeakOf(isForEveryone: true, question.ChannelName, question.Place.Channel.Value, rules.Of(community))
        && (await _states.StateAsync(question.Post, Whenever, cancellationToken)).IsOpen
        && await visibility.MaySeeAsync(member, question.Place.Channel, cancellationToken);

    private static double Match(OpenQuestion question, MemberProfile profile, WordCounts counts)
    {
        Span<uint> buffer = stackalloc uint[TopicWords.Most];
        var words = buffer[..TopicWords.Read(question.Text, buffer)];
        return Math.Max(TopicMatch.Share(words, profile.Written, question.Channel, counts), TopicMatch.Share(words, profile.Answered, question.Channel, counts));
    }
}
