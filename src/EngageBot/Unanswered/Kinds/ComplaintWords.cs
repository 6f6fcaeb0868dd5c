using System.Text.RegularExpressions;

namespace EngageBot.Unanswered.Kinds;

/// <summary>A complaint about the community or what it is about: for the team, not for helpers.</summary>
internal static partial class ComplaintWords
{
    /// <param name="words">A text that has a cue of <see cref="KindCues"/>: the closer look costs too much for all.</param>
    public static bool Are(string words) => (English().IsMatch(words)) || (Others().IsMatch(words));

    [GeneratedRegex(
        @"\b((this|the|your|our) (\w+ )?(server|community|discord|channel|workspace|slack|forum|subreddit|mods?|moderators?|moderation|admins?|staff|support|customer service|service|company|devs|developers|team|product|subscription|app|update|website|shop|store|bot)\b( here)?('s| is| are| was| has become| have become| has been| have been| got|) (\w+ ){0,3}(suck(s|ed)?|trash|garbage|terrible|awful|horrible|horrendous|useless|a joke|a disgrace|toxic|the worst|ridiculous|unacceptable|pathetic|a scam|a rip[- ]?off|unprofessional|incompetent|rude|biased|unfair|disgusting|disappointing|a mess|dead|ruined|crap|shit)\b|(worst|terrible|awful|horrible|disappointing|useless|poor) (\w+ )?(server|community|discord|mods?|moderators?|moderation|admins|staff|support|customer (service|support)|service|company|product)\b|rude (mods|moderators|staff|admins)"
        + @"|(want|demand|give me|need|get me|still waiting for) (a|my|our|the) (full )?(refund|money back)|give (me|us) (a|my|our) (refund|money)|(so |very |really |extremely |deeply |quite |beyond )?(disappointed|frustrated|fed up|unhappy|dissatisfied|ashamed) (with|by|in|at|of) (this|the|your|you|how) (\w+ )?(server|community|discord|mods?|moderat\w+|admins?|staff|support|service|company|team|product|update|app|you)\b|(this|that) (\w+ )?(is|are|was) (simply |totally |completely |absolutely )?unacceptable"
        + @"|(mods|moderators|admins|staff|support|devs) (\w+ )?((keep|are|is|were) )?(abus(e|ing)|power[- ]?trip\w*|ignor(e|es|ed|ing) (me|us|every|my|all)|delet(e|ed|ing) my|ban(ned|ning)? me|do(es)? nothing|never (answer|repl|respond|help|do))|(i'?m|i am|we'?re|we are) (leaving|quitting|done with|so done with|sick of) this (server|community|discord|channel|workspace|company|product)"
        + @"|(no ?body|no ?one) (here )?ever (answers?|repl(y|ies)|helps?|responds?)( me| here|$|[.! ]+$)|why (do|did|are|were) (the )?(mods|moderators|admins|you guys|you) (keep )?(delet|bann?|mut|remov|ignor)(e|ed|ing) (my|me|every)|cancel(l)?(ing|ed) my (subscription|membership|account|order|pledge)|waste of money|rip[- ]?off\b|false advertising|(file|make|lodge|have) a complaint)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex English();

    [GeneratedRegex(
        @"\b((so ein |was für ein |sehr |echt )?schlechter? (service|support|kundendienst|laden|kundenservice)|unverschämt(heit)?|(eine|so eine) frechheit|(mein|das|unser) geld zurück|enttäuscht (von|über) (euch|eure\w*|dem|den|dies\w*)|(möchte|will|muss) mich (\w+ )?beschweren|beschwerde|saftladen|unzumutbar|(service|support|server|update) (\w+ ){0,2}katastroph\w+)"
        + @"|\b(p[eé]sim[oa] (servicio|soporte|atención|comunidad|experiencia)|devuélv(an|e)(me|nos)|(quiero|exijo) (un |mi |el )?reembolso|decepcionad[oa]s? (con|de)|(es|qué|una) (una )?(vergüenza|estafa)|(presentar|poner|tengo) una queja|inaceptable|(service|support|serveur)( client)? (\w+ )?(nul|pourri|déplorable)|inadmissible|inacceptable|(veux|exige|demande) (un |mon |le )?remboursement|rembourse[zr]?[- ](moi|nous)|déçue?s? (de|par) (ce|cette|votre|vous|le|la)|c'est (une honte|honteux)|me plaindre)"
        + @"|\b(p[eé]ssim[oa] (serviço|suporte|atendimento|comunidade)|inaceitável|(quero|exijo) (um |meu |o )?reembolso|decepcionad[oa]s? com|(é|que) uma vergonha|reclamação)|(対応|サポート|運営|サービス|サーバー)(が|は|も).{0,6}(最悪|ひどい|酷い|遅い|悪い)|返金(して|しろ|を|希望)|ひどい対応|クレーム|許せない",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Others();
}
