using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using EngageBot.Chat;

namespace EngageBot.Unanswered;

/// <summary>What a message wants, from its own words. Structure first (a question mark is one in every language), then openings in a few languages.</summary>
internal static partial class PostClassifier
{
    private const MessageTraits NotByPerson = MessageTraits.Bot | MessageTraits.Webhook | MessageTraits.System;

    /// <summary>A longer text is judged by its beginning: what it wants stands there or nowhere.</summary>
    private const int Judged = 2_000;

    /// <summary>Some word that every one of the openings below has; most messages have none, and are spared the closer look.</summary>
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "feedback", "think", "thoughts", "opinions", "critique", "one", "body", "help", "how ", "i'm", "i am", "idea", "tips", "suggestion", "advice", "pointers",
            "joined", "new ", "name is", "made", "built", "finished", "printed", "released", "wrote", "here's", "first", "latest", "show", "kann ", "jemand", "wer",
            "haltet", "alguien", "quelqu", "parece", "acham", "pensez", "soy ", "sou ", "je suis",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static PostKind Classify(string text, MessageTraits traits)
    {
        if ((traits & NotByPerson) != MessageTraits.None || text.Length == 0)
        {
            return PostKind.Chat;
        }

        var words = text.Length > Judged ? text[..Judged] : text;
        if (words.Length > 12 && ByWords(words) is { } kind)
        {
            return kind;
        }

        return Asks(words) ? PostKind.Question : HasLink(words) || (traits & MessageTraits.Forwarded) != MessageTraits.None ? PostKind.Announcement : PostKind.Chat;
    }

    /// <summary>A post of this kind invites a reply: left alone, it is a failure.</summary>
    public static bool InvitesReply(PostKind kind) => kind is not (PostKind.Chat or PostKind.Announcement);

    private static PostKind? ByWords(string words)
    {
        if (!words.AsSpan().ContainsAny(Signs) && Ascii.IsValid(words))
        {
            return null;
        }

        if (Feedback().IsMatch(words))
        {
            return PostKind.FeedbackRequest;
        }

        if (Help().IsMatch(words))
        {
            return PostKind.HelpRequest;
        }

        if (Newcomer().IsMatch(words))
        {
            return PostKind.Introduction;
        }

        return Work().IsMatch(words) ? PostKind.ShownWork : null;
    }

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

    [GeneratedRegex(
        @"\b(feedback|what do (you|y'all) think|thoughts\?|any thoughts|opinions\?|critique)\b|was haltet ihr|qué (os|les) parece|o que acham|qu'en pensez",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 200)]
    private static partial Regex Feedback();

    [GeneratedRegex(
        @"\b((can|could|would) (any|some)(one|body)|(any|some)(one|body) (know|knows|here know|has|have|tried)|any(one|body) (able|else)|(i )?need (some )?help|help me|please help|how (do|can|would|should) (i|you|we)|i('m| am) (stuck|having (trouble|problems?|issues?))|any (ideas?|tips|suggestions|advice|pointers))\b|kann (mir )?(jemand|wer)|wei(ß|ss) (jemand|wer)|alguien (sabe|puede)|alguém (sabe|pode)|quelqu'un (sait|peut)|教えて",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 200)]
    private static partial Regex Help();

    [GeneratedRegex(
        @"\b(i('m| am) new (here|to (this|the) (server|community|channel|workspace))|just joined|new (member|here)\b.{0,40}\b(hi|hello|hey)|(hi|hello|hey)( all| everyone| everybody| folks| there)?[,!. ].{0,40}\b(i'm|i am|my name is|new here))\b|bin neu hier|soy nuev[oa]|sou nov[oa] (aqui|por)|je suis nouve|初めまして|はじめまして",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 200)]
    private static partial Regex Newcomer();

    [GeneratedRegex(
        @"\b(((i|we)|just|finally)( just| finally)? (made|built|finished|printed|released|wrote)\b|here's (my|what i)|(my|our) (first|latest|new) (project|build|print|post)|show(ing)? (off )?my)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 200)]
    private static partial Regex Work();
}
