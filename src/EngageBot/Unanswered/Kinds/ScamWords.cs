using System.Text.RegularExpressions;

namespace EngageBot.Unanswered.Kinds;

/// <summary>What looks like a fraud or asks to be written to in private. Recall first: all that follows is silence and a word to moderators. Who asks for a log in private is a helper.</summary>
internal static partial class ScamWords
{
    /// <param name="words">A text that has a cue of <see cref="KindCues"/>: the closer look costs too much for all.</param>
    public static bool Are(string words) => ((Fraud().IsMatch(words) || (Private().IsMatch(words) && !Helper().IsMatch(words)))) || (Others().IsMatch(words));

    [GeneratedRegex(
        @"\b((free|claim|get|gift(ing|ed)?|giv(e|ing)) .{0,25}nitro|nitro\b.{0,30}(free|gift|giveaway|giving|claim|months?)|(seed|recovery|secret) phrase|(your|share|send|enter) (\w+ )?private keys?.{0,40}(wallet|crypto|coin)|(connect|validate|verify|sync|link|drop|send) (your|ur|my|the|a)? ?(\w+ )?wallet|airdrops?|free (steam |amazon |apple )?gift ?cards?|(steam|amazon|apple) gift ?cards?"
        + @"|(crypto|btc|bitcoin|eth|sol|usdt|nft|token|cash|iphone|ps5)s? .{0,20}giveaway|giveaway.{0,60}(crypto|btc|bitcoin|eth\b|usdt|\$|wallet|cash|iphone|dm|claim|https?:)|(earn|earning|make|making|made|profit|income|paid|receive|get) .{0,30}([$€£] ?\d[\d.,]*k?|\d[\d.,]*k? ?([$€£]|(usd|usdt|dollars|bucks|euros?|pounds|btc|eth)\b|% (profit|return|roi))).{0,30}(a|per|every|each|in|/|an) ?(single )?(day|week|hour|hr|month|24|\d+ ?(days?|hours?|weeks?|min)|daily|weekly)|[$€£] ?\d[\d.,]*k? ?(daily|weekly|a day|per day|/ ?day|a week|per week|/ ?week|an hour|/ ?hr)"
        + @"|guaranteed (profits?|returns?|income|roi)|doubl(e|ing) your (money|btc|bitcoin|crypto|eth|investment)|(forex|bitcoin|btc|crypto|binary options?) (trad(ing|e|er)|invest\w*|mining|expert|account|manager|signals?)|passive income|financial freedom|(work|job|money) from home|investment (plans?|platform|opportunit\w+|company)|(hire|ethical|professional|genuine|legit) (a )?hackers?|recover(ed|y)? (of )?(my|your|the) (lost|stolen|scammed)? ?(funds?|crypto|bitcoin|wallet)"
        + @"|(easy|quick|fast|extra|make|earn|making|earning|made) (some |lots of |more |real |good |a lot of |extra )?(cash|money|income) (online|fast|now|today|easily|from|with(out)?|while|daily|at)|side hustle|sugar (daddy|mommy|momma|baby)|onlyfans|(send|selling|free|leaked|trade) (\w+ )?nudes|leaked (videos?|pics|nudes)|(accidentally|mistakenly) reported (you|your)|@everyone .{0,80}(free|gift|nitro|https?:)|first \d+ (people|persons|users|to)\b.{0,60}(\$|usdt|earn|money|profit|free|dm|message)"
        + @"|(whatsapp|telegram|signal)( me)?( at| on|:| number)? ?(\+\d|@\w|t\.me)|(t|wa)\.me/|(give|giving) (away|out) (my|a|an|this|our) .{0,40}(macbook|laptop|ps5|playstation|xbox|iphone|camera|piano|console).{0,80}(free|dm|message|interested))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Fraud();

    /// <summary>Asks to be written to where nobody else reads it.</summary>
    [GeneratedRegex(
        @"\b((just |please |kindly |pls |plz |so |and |or |, ?)?(dm|pm|inbox|message|msg|text|contact|write|slide)( to| into)? (me|my dms?)\b|hit me up\b|(message|contact|write( to)?|text|reach|hit|add) me (up )?(privately|in private|in (a )?(dm|pm)s?|directly|on (whatsapp|telegram|signal|discord|snap\w*|insta\w*|kik|skype)|via)|(send|shoot|drop) me an? (dm|pm|private message|direct message|friend request)|add me (on|as a friend|back)|dms?( are| is)? (open|me)|dm (for|to) (more|info|details|details|collab|price|prices|join|get|buy|claim)|inbox (is )?open|check (out )?my (bio|dms?|profile)\b|(in|to|my) inbox (for|if)|in(box)? (me )?for (more|details))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Private();

    /// <summary>Somebody helps: a log, an error, a file in private.</summary>
    [GeneratedRegex(
        @"((don'?t|do not|never|stop|no need to|why (did|do|would) you|(you|u) can'?t|didn'?t|not|he|she|they|who|someone|somebody|bot|to|keeps?|will|it('ll)?|that|which|nickserv|chanserv|can you( please)?) (ever |even |just )?(dm|pm|message|msg|text|contact|write|hit)(e?d|ing|s)? ?(to )?me\b|(dm|pm|message|msg|text|send|write|hit)( to)? me (up )?(the|your|a|an|that|those|it|them|what|some|with (the|your|a|that)|when|back|again|once|later|after|over|and i('ll| will| can)|screenshots?|logs?|links?|errors?|details|output|in #?\w+|here|if (it|that|this|you('re| are)? (still )?(need|stuck|get|run|hav|want help|can'?t|fail)))\b|(error|warning|fail\w*) (message|msg) me|text me(nu|ssage|thod))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Helper();

    [GeneratedRegex(
        @"\b((schnell|einfach|online|viel|leicht|nebenbei) geld (\w+ )?verdien\w*|geld (online |von zu hause |nebenbei )verdienen|passives einkommen|[€$] ?(am|pro) tag|\d ?(€|euro) (am|pro) tag|schreib(t|e)?( einfach)? (mir|mich)( \w+)? (privat|per|eine? (pn|dm|nachricht)|auf (whatsapp|telegram)|bei)|per (pn|dm) (melden|schreiben)|garantierte[rn]? gewinn)"
        + @"|\b(gana(r|s)? (mucho |más |hasta )?(dinero|[$€]\d|\d+ ?[$€])|ganar dinero|ingresos (pasivos|extras?)|escr[ií]b(eme|anme|idme) (al|por|a mi) ?(privado|whats\w*|telegram|dm|md|pv|interno)?|h[aá]blame (al|por) (privado|pv|dm)|\d+ ?([$€]|euros|dólares) (al|por) día|[$€]\d+ (al|por) día|gagne[rz]? (de l'|beaucoup d'|facilement )?argent|gagnez? \d|revenus? passifs?|écri(s|vez)[- ]moi (en |sur |au )(privé|mp|dm|whatsapp|telegram)|contacte[zr]?[- ]moi (en|sur) |\d+ ?(€|euros) par jour|(en|par) mp (si|pour)|envoie[zr]?[- ]moi un (mp|dm))"
        + @"|\b(ganh(e|ar|ando) (muito |mais )?dinheiro|renda (extra|passiva)|me cham(a|e|em) (no|na) (pv|privado|dm|whats\w*|insta\w*|direct)|[$€]? ?\d+( reais| ?r\$)? por dia trabalhando|lucro garantido)|副業|稼(げ|ぎ|ぐ|い)|月収|日給\d|DM(ください|下さい|まで|して)|LINE追加|不労所得|投資(案件|で)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Others();
}
