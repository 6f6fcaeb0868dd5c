using System.Text.RegularExpressions;

namespace EngageBot.Unanswered.Kinds;

/// <summary>Signs that somebody is in a crisis or has lost somebody. Recall first: all that follows is silence and a word to moderators. Machines and processes that die are none.</summary>
internal static partial class CrisisWords
{
    /// <param name="words">A text that has a cue of <see cref="KindCues"/>: the closer look costs too much for all.</param>
    public static bool Are(string words) => (English().IsMatch(words) && !Idiom().IsMatch(words)) || (Others().IsMatch(words));

    [GeneratedRegex(
        @"\b(suicid(e|al)\b|(kill|killing|hang|hanging|shoot|shooting|cut|cutting|harm|harming|hurt|hurting|starve|starving) myself\b|(end|ending|take|taking|took|ended) (my|his|her|their) (own )?life\b|(?<!\b(it|that|process|which) (doesn't |does not |didn't )?)(want(ed)?|wanna|ready) (to )?die\b"
        + @"|wish (that )?i (was|were) (dead|never born)|(do not|don'?t|didn'?t) (want|wanna) (to )?(live|be alive|exist|be here any ?more)|no (reason|point) (to|in) (live|living|go on|going on)|can(no|')?t go on (any ?more|like this)\b|better off (dead|without me)"
        + @"|self[- ]harm(ing|ed)?|overdos(e|ed|ing)|(no ?body|no ?one) (would|will|'d) miss me|give up on life|giving up on life|end it all|tired of (living|life|being alive)|hate (my life|being alive)"
        + @"|(passed away|(my|our) (\w+ ){0,2}(mom|mum|mother|dad|father|wife|husband|son|daughter|brother|sister|best friend|friend|grand(ma|mother|pa|father|dad|son)|gran|nan|partner|girlfriend|boyfriend|fianc[ée]+|uncle|aunt|cousin|baby|child|kid|parents|dog|cat)('s)? .{0,25}\b(died|has died|is dead|was killed|killed (him|her)self|is dying)\b|died (yesterday|last (night|week|month)|this (morning|week)|of cancer)|funeral|miscarriage|miscarried|sorry for (my|our|your) loss|lost my (\w+ )?(mom|mum|mother|dad|father|wife|husband|son|daughter|brother|sister|best friend|friend|grand(ma|mother|pa|father|dad|son)|gran|nan|partner|girlfriend|boyfriend|fianc[ée]+|uncle|aunt|cousin|baby|child|kid|parents|dog|cat)\b"
        + @"|(has|have|had|got|diagnosed with|with|of|terminal) cancer|in hospice|(being|been|was|is|am|physically|sexually|emotionally) abus(ed|ive)|raped|sexual assault|sexually assaulted|(he|she|husband|wife|boyfriend|girlfriend|dad|father|mother) (hits|beats|hit|beat) me\b"
        + @"|panic attacks?|(mental|nervous) breakdown|(i'?m|i am|i'?ve been|i have been|feel(ing)?|so|severe(ly)?|clinical(ly)?|with|my) (\w+ )?(depressed|depression)|(feel(ing)?|i'?m|am) (so |really |completely |totally |just )?(worthless|hopeless|empty inside)|grieving|in mourning))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex English();

    /// <summary>Said of things, not of people.</summary>
    [GeneratedRegex(
        @"\b(suicide (squad|burn|linux|run|door|note generator)|(career|social|data|political|commercial) suicide|(process|daemon|thread|server|job|child|kernel)s? .{0,20}suicide|(kill|shoot|hang|hurt) myself (laugh|in the foot)|(process|thread|daemon|server|disk|drive|battery|laptop|session|connection|router|gnome|kde|pc|computer|machine|phone|card|gpu|box)( has| just)? (died|passed away|is dead)|(abusive|abused) (user|ip|packet|request)s?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Idiom();

    [GeneratedRegex(
        @"\b((mich|mir) (\w+ )?(umbringen|das leben nehmen)|umbringen will ich mich|selbstmord|suizid|nicht mehr leben|keinen? (grund|sinn) (mehr )?(zu|im) leben|(will|möchte|wollte) (\w+ )?sterben|(mein|meine|unser|unsere) (\w+ )?(mutter|mama|vater|papa|mann|frau|sohn|tochter|bruder|schwester|freund|freundin|oma|opa|hund|katze|kind) (\w+ ){0,3}(gestorben|verstorben|tot)\b|ist verstorben|beerdigung|in trauer|trauerfall|ritze mich|leben (hat )?keinen sinn)"
        + @"|\b(matarme|quitarme la vida|suicid(io|arme|arse|a)\b|no quiero (seguir )?(vivir|viviendo)|(quiero|quisiera) morir(me)?|falleci(ó|o)|(murió|ha muerto|se murió) (mi|mis)|mi (\w+ )?(madre|mamá|padre|papá|esposa|esposo|hijo|hija|hermano|hermana|abuela|abuelo|perro|gato|amigo|amiga) (\w+ ){0,2}(murió|falleció|muerto)|me tuer\b|(envie de|veux) mourir|en finir avec (la vie|tout)|plus envie de vivre|décéd(é|ée|er)|(ma|mon) (\w+ )?(mère|maman|père|papa|femme|mari|fils|fille|frère|soeur|sœur|grand-mère|grand-père|chien|chat|ami|amie) est morte?|enterrement|en deuil)"
        + @"|\b(me matar|suic(í|i)dio|quero morrer|não quero (mais )?viver|sem vontade de viver|faleceu|(minha|meu) (\w+ )?(mãe|pai|esposa|marido|filho|filha|irmão|irmã|avó|avô|cachorro|gato|amigo|amiga) (\w+ ){0,2}morreu|morreu (meu|minha)|de luto)|死にたい|自殺|消えたい|亡くな(り|っ)|生きるのが|リスカ|リストカット|お?葬式|voglio morire|uccidermi|zelfmoord|is overleden|samobój|самоуб|не хочу жить|умер(ла)? (мам|пап|отец|мо)|自杀|想死|자살|죽고 ?싶",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Others();
}
