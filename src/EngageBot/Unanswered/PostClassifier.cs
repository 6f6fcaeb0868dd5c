using System.Text.RegularExpressions;
using EngageBot.Chat;
using EngageBot.Unanswered.Kinds;

namespace EngageBot.Unanswered;

/// <summary>What a message wants, from its own words. Structure first (a question mark is one in every language), then openings in a few languages.</summary>
internal static class PostClassifier
{
    private const MessageTraits NotByPerson = MessageTraits.Bot | MessageTraits.Webhook | MessageTraits.System;

    /// <summary>A longer text is judged by its beginning: what it wants stands there or nowhere.</summary>
    private const int Judged = 2_000;

    /// <summary>A text no longer than this has no opening in a language that parts its words.</summary>
    private const int Shortest = 12;

    public static PostKind Classify(string text, MessageTraits traits)
    {
        if ((traits & NotByPerson) != MessageTraits.None || text.Length == 0)
        {
            return PostKind.Chat;
        }

        var words = text.Length > Judged ? text[..Judged] : text;
        try
        {
            return OfPerson(words, traits);
        }
        catch (RegexMatchTimeoutException)
        {
            return Asks(words) ? PostKind.Question : PostKind.Chat; // The machine stood still, or somebody found a text that makes it: neither stops the pipeline.
        }
    }

    /// <summary>A post of this kind invites a reply: left alone, it is a failure.</summary>
    public static bool InvitesReply(PostKind kind) =>
        kind is PostKind.Question or PostKind.HelpRequest or PostKind.FeedbackRequest or PostKind.Introduction or PostKind.ShownWork;

    private static PostKind OfPerson(string words, MessageTraits traits)
    {
        var cues = KindCues.In(words);
        if (ByCare(words, cues) is { } care)
        {
            return care;
        }

        var asks = Asks(words);
        if (asks && AdvertisementWords.Are(words))
        {
            return PostKind.Announcement;
        }

        if ((words.Length > Shortest || cues != KindCue.None) && ByWords(words, cues) is { } kind)
        {
            return kind;
        }

        return asks ? PostKind.Question : HasLink(words) || (traits & MessageTraits.Forwarded) != MessageTraits.None ? PostKind.Announcement : PostKind.Chat;
    }

    /// <summary>What calls for silence comes first: it is seldom, and to overlook it is worse than to see it where it is not.</summary>
    private static PostKind? ByCare(string words, KindCue cues) =>
        cues.HasFlag(KindCue.Crisis) && CrisisWords.Are(words) ? PostKind.Crisis
        : cues.HasFlag(KindCue.Quarrel) && QuarrelWords.Are(words) ? PostKind.Quarrel
        : cues.HasFlag(KindCue.Scam) && ScamWords.Are(words) ? PostKind.Scam
        : cues.HasFlag(KindCue.Complaint) && ComplaintWords.Are(words) ? PostKind.Complaint
        : null;

    private static PostKind? ByWords(string words, KindCue cues) =>
        AskingWords.KindOf(words, cues) ?? (cues.HasFlag(KindCue.Invitation) && InvitationWords.Are(words) ? PostKind.Invitation : ShowingWords.KindOf(words, cues));

    /// <summary>A question mark at the end of a word, in any script, that is no part of a link.</summary>
    private static bool Asks(string text)
    {
        for (var at = text.AsSpan().IndexOfAny("?？؟"); at >= 0; at = Next(text, at))
        {
            if (EndsWord(text, at) && !IsInLink(text, at))
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(string text, int at)
    {
        var next = text.AsSpan(at + 1).IndexOfAny("?？؟");
        return next < 0 ? -1 : at + 1 + next;
    }

    private static bool EndsWord(string text, int at) => at + 1 == text.Length || text[at] == '？' || !char.IsLetterOrDigit(text[at + 1]) && text[at + 1] is not ('=' or '&' or '/');

    private static bool IsInLink(string text, int at)
    {
        var word = text.AsSpan(0, at).LastIndexOfAny(" \n\t<(") + 1;
        return text.AsSpan(word, at - word).Contains("://", StringComparison.Ordinal) && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
    }

    private static bool HasLink(string text) => text.Contains("://", StringComparison.Ordinal);
}
