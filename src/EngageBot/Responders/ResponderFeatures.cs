using EngageBot.Profiles;

namespace EngageBot.Responders;

/// <summary>
/// What speaks for and against somebody answering a post, in numbers, for the live bot and for training alike. Times are measured by the channel's own pace
/// and by who spoke since, so that a fast channel and one where days pass look the same.
/// </summary>
internal static class ResponderFeatures
{
    /// <summary>In the order in which <see cref="Fill"/> writes them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "speakers_since", "lines_since", "gaps_since", "not_in_window", "lines_in_window", "lines_here", "answers_here", "gaps_since_answer", "lines", "helped",
        "answer_share", "help_share", "ask_share", "asked_last", "asked_in_window", "addressed_other_last", "just_addressed", "spoken_to", "to_author", "from_author",
        "replies_to_author", "replies_from_author", "mentioned", "topics_answered", "topics_written", "hour", "here_share", "last_was_answer", "address_share", "alone",
    ];

    public const int Count = 30;

    /// <summary>A candidate who did not speak within the window counts as so many lines back.</summary>
    private const double Beyond = 150;

    private const double LongestGaps = 20_000;
    private const long PartOfDay = 3 * 3_600_000;

    public static void Fill(ResponderCandidate candidate, ResponderSituation post, RecentTalk talk, Span<double> values)
    {
        var part = talk.Of(candidate.Member);
        var here = candidate.Profile.In(post.Channel);
        var last = Math.Max(part?.At ?? 0, here.LastWroteAt);
        values[0] = Log(part?.Rank ?? Math.Max(talk.People, 1) + 10);
        values[1] = Log(part?.Back ?? Beyond);
        values[2] = Log(Gaps(last, post.Now, talk.Pace));
        values[3] = part is null ? 1 : 0;
        FillProfile(candidate.Profile, here, post.Now, talk.Pace, values);
        FillTalk(candidate.Member, part, post, talk, values);
        values[4] = Log(part?.Lines ?? 0);
        values[20] = Log(candidate.RepliesToAuthor);
        values[21] = Log(candidate.RepliesFromAuthor);
        values[23] = TopicMatch.Share(post.Words, candidate.Profile.Answered, post.Channel, post.Counts);
        values[24] = TopicMatch.Share(post.Words, candidate.Profile.Written, post.Channel, post.Counts);
        values[27] = here.LastAnsweredAt > 0 && here.LastAnsweredAt == here.LastWroteAt ? 1 : 0;
    }

    private static void FillProfile(MemberProfile profile, ChannelActivity here, long now, double pace, Span<double> values)
    {
        var left = Fading.Of(Fading.Activity, now - profile.At);
        values[5] = Log(here.Lines * left);
        values[6] = Log(here.Answers * left);
        values[7] = Log(Gaps(here.LastAnsweredAt, now, pace));
        values[8] = Log(profile.Lines * left);
        values[9] = Log(profile.Helped * left);
        values[10] = (profile.Answers + 1) / (profile.Lines + 3);
        values[11] = (profile.Helped + 0.5) / (profile.Helped + profile.Asks + 1.5);
        values[12] = (profile.Asks + 0.2) / (profile.Lines + 2);
        values[25] = HourShare(profile, now);
        values[26] = (here.Lines + 1) / (profile.Lines + 2);
    }

    private static void FillTalk(long member, RecentTalk.Part? part, ResponderSituation post, RecentTalk talk, Span<double> values)
    {
        values[13] = part is { LastAsked: true } ? 1 : 0;
        values[14] = Log(part?.Asked ?? 0);
        values[15] = part?.LastAddressed is { } other && other != post.Author ? 1 : 0;
        values[16] = Log(part?.JustAddressed ?? 0);
        values[17] = Log(talk.SpokenTo(member));
        values[18] = Log(part?.ToAuthor ?? 0);
        values[19] = Log(part?.FromAuthor ?? 0);
        values[22] = post.Mentions.Contains(member) ? 1 : 0;
        values[28] = part is not { } spoke ? 0.3 : (spoke.Addressed + 0.6) / (spoke.Lines + 2.0);
        values[29] = part is { Lines: 1 } ? 1 : 0;
    }

    private static double Log(double number) => Math.Log(1 + number);

    /// <summary>How many lines would have been written since at the channel's usual pace.</summary>
    private static double Gaps(long at, long now, double pace) => at == 0 ? LongestGaps : Math.Clamp((now - at) / pace, 0, LongestGaps);

    /// <summary>How much he writes at this time of day against his average, shrunk where little is known: around 0.</summary>
    private static double HourShare(MemberProfile profile, long now)
    {
        const double Usual = 4;
        var here = profile.Hours[(int)(now / PartOfDay % MemberProfile.PartsOfDay)];
        return Math.Log((here + Usual) / ((profile.Lines / MemberProfile.PartsOfDay) + Usual));
    }
}
