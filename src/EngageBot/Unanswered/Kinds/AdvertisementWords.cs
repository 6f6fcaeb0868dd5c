using System.Text.RegularExpressions;

namespace EngageBot.Unanswered.Kinds;

/// <summary>An advertisement that asks nobody: its question mark stands in an opening ("Want to earn more?") after which a link or a call follows.</summary>
internal static partial class AdvertisementWords
{
    /// <param name="words">What is known to have a question mark.</param>
    public static bool Are(string words)
    {
        var asked = words.AsSpan().IndexOfAny('?', '？');
        if (asked < 0 || asked + 8 > words.Length || !Opening().IsMatch(words.AsSpan(0, asked + 1)))
        {
            return false;
        }

        var rest = words.AsSpan(asked + 1);
        return Call().IsMatch(rest) || (rest.Contains("://", StringComparison.Ordinal) && Tempting().IsMatch(words.AsSpan(0, asked + 1)));
    }

    [GeneratedRegex(
        @"^\W*(want(ed)?|wanna|looking (to|for)|need|tired of|sick of|ready (to|for)|do you (want|need|struggle|dream|love|have what)|are you (tired|ready|looking|struggling|still|interested|an?)|did you know|ever (wondered|wanted|wish|dreamed)|have you ever|interested in|struggling|why (pay|wait|settle)|what if you|who (doesn't|wants)|love|like|bored|got|"
        + @"willst du|wollt ihr|möchtest du|suchst du|sucht ihr|keine lust|kennst du|hast du (auch )?genug|¿?(quieres|buscas|necesitas|cansad[oa]|sabías que|te gustaría)|(tu|vous) (veux|voulez|cherche[sz])|envie d|besoin d|marre d|saviez|(você )?(quer|procura(ndo)?|precisa|cansad[oa]|sabia que|gostaria))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Opening();

    /// <summary>Openings that nobody asks in earnest: a link after them is enough.</summary>
    [GeneratedRegex(
        @"^\W*(want to|wanna|tired of|sick of|ready (to|for)|struggling|ever (wondered|wanted|wish|dreamed)|did you know|are you (tired|ready|struggling)|"
        + @"willst du|wollt ihr|möchtest du|hast du (auch )?genug|¿?(quieres|cansad[oa]|sabías que|te gustaría)|(tu|vous) (veux|voulez)|envie d|marre d|saviez|você quer|cansad[oa]|sabia que)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Tempting();

    [GeneratedRegex(
        @"(?<![\p{L}'’] )\b(join|sign up|buy|shop|order|check out|check (it|this)|click|download|register|subscribe|contact|learn (more|how)|discover|try (it|our|us|out)|visit|start (now|today|here|earning)|follow|apply|book|grab|claim|get (it|yours|started|the|a free|your)|link in|join now|swipe|tap|find out|introducing|our (new|latest)|we('re| are) (here|hiring|the)|jetzt|hier klicken|melde dich|bestell\w*|únete|regístrate|compra|haz clic|descubre|inscri\w+|achete\w*|cliqu\w+|découvr\w+|clique|acesse|garanta|compre)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Call();
}
