using System.Collections.Frozen;
using EngageBot.Chat.Words;

namespace EngageBot.ReplyGraph.Model;

/// <summary>The words that give a line its signs, some by opening it, some wherever they stand; in several languages.</summary>
internal static class SignWords
{
    /// <summary>Signs of a word that opens a line.</summary>
    public static readonly FrozenDictionary<uint, LineSigns> Opening = Table(
        (LineSigns.OpensWithQuestionWord, "who what whats what's where when why how hows how's which whose wer was wo wann warum wie welche quien quién que qué donde dónde cuando cuándo como cómo cual cuál qui quoi où quand pourquoi comment quel quelle quem onde quando porque qual"),
        (LineSigns.OpensWithVerb, "is are was were am do does did can could should would will shall has have had may might isnt isn't aint ain't dont don't doesnt doesn't didnt didn't cant can't any ist sind kann hat haben gibt es hay est-ce tem tiene"),
        (LineSigns.Greets, "hi hello hey hiya yo howdy greetings morning evening hallo moin servus hola bonjour salut olá oi good"),
        (LineSigns.Affirms, "yes yeah yep yup yea ya ok okay okey right correct sure exactly true ah ahh oh ohh aha cool great nice indeed agreed ja jo genau stimmt klar si sí vale claro oui ouais d'accord sim isso"),
        (LineSigns.Denies, "no nope nah not never wrong nein nee nicht non não"),
        (LineSigns.GoesOn, "and but or so because cause also then btw anyway well plus though although und oder aber weil dann also y pero o et mais ou e mas"),
        (LineSigns.PointsBack, "it its it's that thats that's this these those they he she same there das dies eso esto ça c'est isso"),
        (LineSigns.Advises, "try use check go look see read type run just install edit open make get put remove add apt-get sudo google probier nimm schau prueba usa essaie tente"),
        (LineSigns.Commands, "nvm nevermind"));

    /// <summary>Signs of a word wherever it stands.</summary>
    public static readonly FrozenDictionary<uint, LineSigns> Anywhere = Table(
        (LineSigns.Thanks, "thanks thx thank ty tks thankyou thnx cheers danke merci gracias obrigado obrigada ありがとう"),
        (LineSigns.Apologises, "sorry oops whoops entschuldigung sorry pardon perdón desculpe"),
        (LineSigns.AddressesAll, "anyone anybody someone somebody everyone everybody all guys folks jemand alle alguien todos quelqu'un alguém"),
        (LineSigns.SaysI, "i i'm im i've ive i'd i'll my me mine ich mein meine mir mich yo mi je mon ma eu meu minha"),
        (LineSigns.SaysYou, "you your you're youre u ur yours yourself du dein dir dich sie tu tú te usted vous ton votre você seu"),
        (LineSigns.Laughs, "lol haha hehe lmao rofl heh hah jaja mdr kkk"),
        (LineSigns.Troubled, "not doesnt doesn't dont don't cant can't wont won't isn't isnt error errors problem problems fail fails failed failing broken trouble issue wrong unable stuck fehler problema erreur erro nicht geht"));

    private static FrozenDictionary<uint, LineSigns> Table(params (LineSigns Sign, string Words)[] rows)
    {
        var table = new Dictionary<uint, LineSigns>();
        foreach (var (sign, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                var hash = WordHash.Of(word);
                table[hash] = table.GetValueOrDefault(hash) | sign;
            }
        }

        return table.ToFrozenDictionary();
    }
}
