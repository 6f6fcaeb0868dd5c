using System.Text.RegularExpressions;

namespace EngageBot.Unanswered.Kinds;

/// <summary>An invitation: something to do together, to which anybody may come.</summary>
internal static partial class InvitationWords
{
    /// <param name="words">A text that has a cue of <see cref="KindCues"/>: the closer look costs too much for all.</param>
    public static bool Are(string words) => (English().IsMatch(words)) || (Others().IsMatch(words));

    [GeneratedRegex(
        @"\b((come |to |please |and |can |should )?join (us|me|our (\w+ )?(call|stream|meetup|event|game|session|meeting|party|table|hike|ride|club|team))\b.{0,60}\b(tonight|today|tomorrow|later|now|(on |this |next )?(mon|tues|wednes|thurs|fri|satur|sun)day|(this|next) (week(end)?|evening|afternoon|month)|at \d|in \d+ ?(min|hour|h\b)|in (voice|vc|the call))|(who|anyone|anybody|someone|everyone)('s| is)?( else)?( here)? (want|wants|wanna|up|down|keen|interested|fancy|fancies|coming|in)( to| for| in)? (join(ing)?|play(ing)?|meet(ing)?( up)?|come|hang( out)?|grab|watch(ing)?|team up|a (game|round|match|coffee|beer|drink|call|chat|hike|ride|walk|run)|lunch|dinner|coffee|drinks?|some \w+|tonight|tomorrow)"
        + @"|who('s| is) (in|coming|joining)\b.{0,40}(\?|(tonight|today|tomorrow|later|now|(on |this |next )?(mon|tues|wednes|thurs|fri|satur|sun)day|(this|next) (week(end)?|evening|afternoon|month)|at \d|in \d+ ?(min|hour|h\b)|in (voice|vc|the call)))|(you'?re|you are|everyone('s| is)|everybody('s| is)|all are|all) (all )?(invited|welcome to (join|come|attend|hop))|(feel free|come|hop|jump) (to )?(join( us| me| in)?|on|in(to)?) (the |our |a )?(voice|vc|call|stream|session|game|lobby)|let'?s (meet( up)?|play|hang( out)?|grab|get together|have (a )?(call|coffee|drinks?|beer|lunch)) .{0,40}(tonight|today|tomorrow|later|now|(on |this |next )?(mon|tues|wednes|thurs|fri|satur|sun)day|(this|next) (week(end)?|evening|afternoon|month)|at \d|in \d+ ?(min|hour|h\b)|in (voice|vc|the call))|(we'?re|we are|i'?m|i am) (hosting|organi[sz]ing|throwing) (a|an|our|the)\b"
        + @"|rsvp\b|(game|movie|quiz|trivia|pub|board game) night.{0,60}(tonight|today|tomorrow|later|now|(on |this |next )?(mon|tues|wednes|thurs|fri|satur|sun)day|(this|next) (week(end)?|evening|afternoon|month)|at \d|in \d+ ?(min|hour|h\b)|in (voice|vc|the call))|(tonight|today|tomorrow|later|now|(on |this |next )?(mon|tues|wednes|thurs|fri|satur|sun)day|(this|next) (week(end)?|evening|afternoon|month)|at \d|in \d+ ?(min|hour|h\b)|in (voice|vc|the call)).{0,60}(game|movie|quiz|trivia|board game) night|meet ?up (is )?.{0,20}(tonight|today|tomorrow|later|now|(on |this |next )?(mon|tues|wednes|thurs|fri|satur|sun)day|(this|next) (week(end)?|evening|afternoon|month)|at \d|in \d+ ?(min|hour|h\b)|in (voice|vc|the call))|watch party|save the date|looking for (some )?(\w+ )?(players|teammates|people to|someone to|others to) (play|join|team|hike|train|practi[cs]e|study|run|for)?|\blfg\b|(would|who'd|anyone) (you |anyone )?(like|love|care) to join (us|me|in)\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex English();

    [GeneratedRegex(
        @"\b((wer|jemand|hat jemand|hat wer) (hat )?lust (auf|zu|mit)|wer (kommt|ist dabei|macht mit|will mit|ist heute|kommt mit)|(ihr seid|alle sind|seid|jeder ist) (alle )?(herzlich )?(eingeladen|willkommen)|kommt (alle|doch|gerne) (vorbei|mit|dazu)|kommt vorbei|(wir )?treffen (wir )?uns (heute|morgen|am|um|nächste))"
        + @"|\b((están|estáis|quedan|todos|todas) (todos |todas )?invitad[oa]s|(quién|quien|alguien) (se (apunta|une|anima)|quiere (jugar|unirse|quedar|venir|participar))|quedamos (el|hoy|mañana|para)|(vengan|únanse) |qui (veut|vient|est (partant|chaud|dispo)|serait (partant|chaud))\b.{0,40}(jouer|venir|participer|rejoindre|ce soir|demain|\?)|(vous êtes|tous|toutes) (tous |toutes )?(les )?(invités?|bienvenus?)|rejoi(gnez|ns)[- ](nous|moi)|on se retrouve (ce|demain|à|au)|ça vous dit (de|d')|venez (nous|tous|nombreux|jouer))"
        + @"|\b(quem (quer|topa|vem|anima|se anima|bora) (jogar|participar|vir|sair|entrar|marcar|\w+ (hoje|amanhã))|(estão|todos|todas|vocês) (todos |todas )?convidad[oa]s|bora (jogar|marcar|sair|tomar)|junte-se a nós|venham (todos|jogar|participar))|一緒に(やり|遊び|遊ん|行き|参加|しま)|(参加者|メンバー|仲間).{0,4}募集|参加しませんか|来ませんか|やりませんか|飲みに行き",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Others();
}
