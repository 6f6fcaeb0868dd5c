using EngageBot.Chat.Words;

namespace EngageBot.Turns;

/// <summary>
/// Whether an author is reminded that somebody waits for him: a reply asks him something or is the first substantial one, he was active elsewhere since, and a day passed. A
/// reaction or thanks is a turn taken.
/// </summary>
internal static class YourTurnPolicy
{
    public static readonly TimeSpan Wait = TimeSpan.FromHours(24);

    /// <summary>Later than this nobody waits any more.</summary>
    public static readonly TimeSpan TooLate = TimeSpan.FromDays(7);

    private const int FewestWords = 4;

    /// <summary>Greetings and bare praise, in the languages of the texts; what they leave of a reply is counted.</summary>
    private static readonly HashSet<uint> Bare =
    [
        .. ("hi hello hey welcome thanks thank you ty thx congrats congratulations nice cool great awesome amazing wow lol haha good job work well done love it this is so very really "
            + "hallo willkommen danke super toll klasse glückwunsch sehr hola bienvenido bienvenida gracias genial felicidades muy bien bonjour bienvenue merci bravo félicitations très "
            + "olá oi bem-vindo obrigado obrigada legal parabéns muito ありがとう すごい").Split(' ').Select(word => WordHash.Of(word)),
    ];

    /// <summary>The reply with which it is his turn; null where it is not.</summary>
    /// <param name="now">Unix milliseconds.</param>
    public static TurnReply? WaitingWith(TurnFacts facts, long now)
    {
        var first = facts.Replies.FirstOrDefault(reply => reply.IsSubstantial);
        var taken = facts.Replies.Where(reply => reply.IsThanked).Select(reply => reply.At).Append(facts.LastTurnAt ?? long.MinValue).Max();
        return facts.Replies.FirstOrDefault(reply => (reply.Asks || reply == first) && !reply.IsTrouble && reply.At > taken && facts.LastSeenAt > reply.At
            && now - reply.At >= Wait.TotalMilliseconds && now - reply.At <= TooLate.TotalMilliseconds);
    }

    /// <summary>Whether a reply is more than a greeting or bare praise.</summary>
    /// <param name="text">Null where it is not kept.</param>
    public static bool IsSubstantial(string? text)
    {
        var words = 0;
        foreach (var word in new WordReader(text))
        {
            if (word.Kind == WordKind.Link)
            {
                return true;
            }

            words += word.Kind is WordKind.Word or WordKind.Number && !Bare.Contains(WordHash.Of(word.Word)) ? 1 : 0;
        }

        return words >= FewestWords;
    }
}
