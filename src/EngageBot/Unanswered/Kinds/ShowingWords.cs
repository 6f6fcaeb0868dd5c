using System.Buffers;
using System.Text.RegularExpressions;
using EngageBot.Chat;

namespace EngageBot.Unanswered.Kinds;

/// <summary>Words by which people show themselves or what they made.</summary>
internal static partial class ShowingWords
{
    /// <summary>Some part that every one of the English openings has; most messages have none, and are spared the closer look.</summary>
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "i'm", "i am", "joined", "new ", "name is", "made", "built", "finished", "printed", "released", "wrote", "here's", "first", "latest", "show",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static PostKind? KindOf(string words, KindCue cues)
    {
        var (maybe, maybeElsewhere) = (words.AsSpan().ContainsAny(Signs), cues.HasFlag(KindCue.ShowingElsewhere));
        return (maybe && Newcomer().IsMatch(words)) || (maybeElsewhere && NewcomerElsewhere().IsMatch(words)) ? PostKind.Introduction
            : (maybe && Work().IsMatch(words)) || (maybeElsewhere && WorkElsewhere().IsMatch(words)) ? PostKind.ShownWork
            : null;
    }

    [GeneratedRegex(
        @"\b(i('m| am) new (here|to (this|the) (server|community|channel|workspace))|just joined|new (member|here)\b.{0,40}\b(hi|hello|hey)|(hi|hello|hey)( all"
        + @"| everyone| everybody| folks| there)?[,!. ].{0,40}\b(i'm|i am|my name is|new here))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Newcomer();

    [GeneratedRegex(
        @"bin neu hier|soy nuev[oa]|sou nov[oa] (aqui|por)|je suis nouve|初めまして|はじめまして|ich heiße|(hallo|hi|moin|servus)( zusammen| alle| an alle)?[,!. ].{0,30}\bich bin\b"
        + @"|(hola|buenas)( a todos| todos)?[,!. ].{0,30}\b(soy|me llamo)\b|(bonjour|salut)( à tous| tout le monde)?[,!. ].{0,30}(je suis|je m'appelle)\b"
        + @"|(olá|oi)( a todos| pessoal| gente)?[,!. ].{0,30}\b(sou|me chamo)\b|と申します",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex NewcomerElsewhere();

    [GeneratedRegex(
        @"\b(((i|we)|just|finally)( just| finally)? (made(?! it (w[ou]rk|home|through|to |in |here|back|happen|out|run|go|boot|start))|built|finished|printed|released|wrote)\b|here's (my|what i)|(my|our) (first|latest|new) (project"
        + @"|build|print|post)|show(ing)? (off )?my)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Work();

    [GeneratedRegex(
        @"\b(habe?|ich) (\w+ ){1,6}(gebaut|gebastelt|programmiert|gedruckt|fertiggestellt)\b|mein (erstes|neues|neuestes) projekt|acabo de (hacer|terminar"
        + @"|construir|publicar|imprimir)|mi (primer|nuevo) proyecto|j'ai (enfin )?(créé|construit|fabriqué|imprimé|codé)|mon (premier|nouveau) projet|acabei de (fazer"
        + @"|terminar|construir|imprimir|lançar)|meu (primeiro|novo) projeto|作りました|作ってみ|完成しました",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex WorkElsewhere();
}
