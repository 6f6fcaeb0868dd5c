using System.Text.RegularExpressions;

namespace EngageBot.Unanswered.Kinds;

/// <summary>Words that are no insult by themselves, and sharp where two people throw them at each other. Recall first: see <see cref="QuarrelPolicy"/>.</summary>
internal static partial class SharpWords
{
    public static bool Are(string text)
    {
        try
        {
            return text.Contains("!!", StringComparison.Ordinal) || Words().IsMatch(text.Length > 2_000 ? text[..2_000] : text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    [GeneratedRegex(
        @"\b(nonsense|bull ?shit|ridiculous|pathetic|stupid(ity)?|dumb|idiot\w*|moron\w*|liars?|you('re| are)? (lying|wrong|always|never|rude|arrogant|clueless|toxic|ignorant|a troll)|shut up|stop (lying|it|talking|trolling)|are you (kidding|serious)|grow up|get lost|clown|trolling|rude|arrogant|clueless|learn to read|can you (not )?read|your problem|mind your|how dare|wtf|stfu|screw you|f+uck\w*|toxic|ignorant|disgusting|(no ?one|nobody|who) asked|unbelievable|excuse me)\b"
        + @"|\b(unsinn|quatsch|schwachsinn|blödsinn|lächerlich|dumm|idiot\w*|lüg\w*|halt (die|den)|hör auf|frech\w*|unverschämt\w*|arrogant|ahnungslos|dein problem|spinnst)\b"
        + @"|\b(mentiros[oa]s?|mentira|tonter[ií]as?|rid[ií]culo|est[uú]pid[oa]s?|idiotas?|c[aá]llate|payas[oa]|maleducad[oa]|n'importe quoi|ridicule|stupide|menteu(r|se)|mensonge|ta gueule|débile|besteira|rid[ií]cul[oa]|cala a boca|palhaç[oa])\b|嘘|うるさい|黙れ|馬鹿|バカ|ふざけ|いい加減にしろ",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 500)]
    private static partial Regex Words();
}
