using System.Text.RegularExpressions;

namespace EngageBot.Unanswered.Kinds;

/// <summary>A quarrel: insults and orders to be silent, said to somebody. Recall first: all that follows is silence and a word to moderators. Whoever calls himself or his driver stupid quarrels with nobody.</summary>
internal static partial class QuarrelWords
{
    /// <param name="words">A text that has a cue of <see cref="KindCues"/>: the closer look costs too much for all.</param>
    public static bool Are(string words) => (English().IsMatch(words) && !Idiom().IsMatch(words)) || (Others().IsMatch(words));

    [GeneratedRegex(
        @"\b((you'?re|you are|u are|ur|youre|you guys are|you people are|you all are|y'all are) (all |both |just |really |truly |being |acting like |nothing but |so |such |very |fucking |a fucking |an absolute |a complete |a total )*(an? )?(\w+ )?(idiots?|morons?|assholes?|arseholes?|stupid|pathetic|clowns?|liars?|trolls?|retard\w*|dumb\w*|ignorant|toxic|disgusting|losers?|imbeciles?|jerks?|pricks?|dicks?|dickheads?|bitch\w*|cunts?|scum|trash|cowards?|racists?|nazis?|fools?|insane|delusional|twats?|wankers?|bastards?|rude|full of (shit|crap|it))\b|are (you|u) (an? |really |that |just |fucking |so )*(idiot|moron|stupid|retarded|dumb|insane|deaf|blind|dense|mental|thick|troll(ing)?)\b"
        + @"|you (fucking|stupid|dumb|lying|little|ignorant|pathetic|damn|bloody|absolute|complete|miserable|idiot|moron|asshole|liar|bastard|bitch|jerk)( \w+)?\b|(idiot|moron|asshole|liar|bitch)s?[!.]*$|(what|who) an? (idiot|moron|asshole|jerk|liar)\b|such an? (idiot|moron|asshole|jerk|dick|liar|troll)\b"
        + @"|fuck (you|off|u|yourself)\b|go fuck|f\*{2,} ?(you|off)|stfu|gtfo|shut (the (fuck|hell) )?up\b|shut your (mouth|face|trap)|go to hell|\bkys\b|(kill|hang) yourself|piss off|screw you|how dare you|you people (are|always|never|make|suck|disgust)|(stop|quit|keep|kept) (harassing|bullying|insulting|attacking|mocking|belittling)|(harassing|bullying|insulting|attacking|threatening) me|personal attacks?|leave me alone|(^|[.,!;:] ?|go |just )get lost\b|watch your (mouth|language|tone)|(your|ur|yo) (mom|mother|mum|mama)\b|(the (fuck|hell) is |what'?s |what is )wrong with you\b|don'?t be (such )?(an? )?(ass|asshole|jerk|dick|idiot|rude|moron|prick))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex English();

    /// <summary>Said of oneself or of things.</summary>
    [GeneratedRegex(
        @"\b((i|i'll|will|i'd|better|should) (\w+ )?shut up|shut up and take|(i'?m|i am|i feel like|feel|felt like) (such |just |being |so )?(an? )?(\w+ )?(idiot|moron|stupid|dumb)|(me|myself)[,:]? (an? )?(idiot|moron)|your mother ?(board|tongue)|you('re| are) (right|welcome)|idiot[- ]?proof|(complete )?idiot'?s guide|(stupid|dumb|idiot) (question|me|mistake))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Idiom();

    [GeneratedRegex(
        @"\b((halt('s| die| dein| deine)?|haltet) (fresse|maul|klappe)|arschloch|hurensohn|vollidiot|volldepp|fick dich|fickt euch|verpiss dich|leck mich|(du|ihr|so ein|sind alle) (\w+ ){0,2}(idiot(en)?|depp(en)?|spinner|lügner)|(du|ihr) (bist|seid) (\w+ ){0,2}(dumm|blöd|bescheuert|lächerlich|peinlich))"
        + @"|\b((eres|sos|son) (un |una |unos )?(\w+ )?(idiotas?|imb[eé]cil(es)?|est[uú]pid[oa]s?|mentiros[oa]s?)|gilipollas|pendej[oa]s?|cabr[oó]n(es)?|hijo de puta|(vete|váyanse) a la mierda|cállate|que te jodan|(tu es|t'es|vous êtes|espèce de|quel|sale) (un |une |des )?(\w+ )?(idiote?|imb[eé]cile|abruti|menteu(r|se)|connard|connasse)|connard|connasse|ta gueule|va te faire|ferme[- ](la|ta)|enculé|dégage)"
        + @"|\b((você é|vocês são|tu és|seu|sua) (um |uma |uns )?(\w+ )?(idiotas?|imbecil|burr[oa]|otári[oa]|mentiros[oa])|cala a boca|cale a boca|(vai|vá) se (foder|ferrar)|vai tomar no|filho da puta|otári[oa]|babaca)|死ね|黙れ|うるさい[!！。]?$|馬鹿(野郎|か|じゃ)|バカ(野郎|か|じゃ)|消えろ|クズ(が|だ|め|野郎)|嘘つき|ふざけ(るな|んな)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Others();
}
