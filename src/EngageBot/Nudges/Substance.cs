using System.Collections.Frozen;

namespace EngageBot.Nudges;

/// <summary>
/// Whether a post says what it is about. Nobody can be asked to answer "anyone?" or "hello?": who wrote that writes more, or is talked with anyway. A false alarm costs more than a
/// missed case (Do 2023), so that such a post is left alone.
/// </summary>
internal static class Substance
{
    private const int Few = 2;

    /// <summary>With one word of substance among so many it is a sentence.</summary>
    private const int Sentence = 4;

    /// <summary>Letters of a script that does not part its words.</summary>
    private const int UnpartedLetters = 6;

    /// <summary>The letters of a word that can have substance.</summary>
    private const int Shortest = 3;

    /// <summary>Words of greetings, calls and questions themselves, in the languages of the texts.</summary>
    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        [
            "hello", "from", "hey", "hiya", "howdy", "yo", "morning", "evening", "good", "anyone", "anybody", "someone", "somebody", "everyone", "everybody", "here", "there", "help", "please",
            "pls", "plz", "thanks", "thank", "question", "quick", "know", "knows", "have", "has", "does", "did", "can", "could", "would", "will", "you", "your", "youre", "how", "hows",
            "what", "whats", "which", "who", "whos", "why", "when", "where", "the", "this", "that", "thats", "and", "but", "are", "was", "with", "for", "some", "any", "all", "guys", "folks",
            "now", "still", "again", "yes", "nope", "okay", "doing", "going", "ask", "around", "awake", "alive", "sure", "really", "too", "not", "its",
            "hallo", "moin", "servus", "guten", "morgen", "abend", "jemand", "wer", "hilfe", "bitte", "helfen", "kann", "mir", "hier", "alle", "leute", "frage", "wie", "gehts",
            "hola", "buenas", "buenos", "alguien", "ayuda", "ayudar", "puede", "pueden", "favor", "todos", "gente", "pregunta", "como", "que",
            "bonjour", "salut", "coucou", "quelqu", "quelquun", "aide", "aider", "peut", "peux", "plait", "svp", "tous", "tout", "monde", "une", "est",
            "olá", "alguém", "ajuda", "ajudar", "pode", "podem", "pessoal", "galera", "pergunta", "por",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsIn(string text)
    {
        var (words, full, unparted) = (0, 0, 0);
        foreach (var word in Words(text))
        {
            words++;
            unparted += word.Count(IsUnparted);
            full += word.Length >= Shortest && word.Any(char.IsLetter) && !Empty.Contains(word) ? 1 : 0;
        }

        return full >= Few || (full == 1 && words >= Sentence) || unparted >= UnpartedLetters;
    }

    /// <summary>Han, kana and hangul; Thai and its neighbours.</summary>
    private static bool IsUnparted(char letter) => letter is (>= '\u0e00' and <= '\u0eff') or (>= '\u3040' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af');

    /// <summary>Its words, whatever stands between them.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var isInside = at < text.Length && (char.IsLetterOrDigit(text[at]) || (start >= 0 && text[at] is '-' or '.' or '/' or '_' or '+' or '#'));
            if (isInside && start < 0)
            {
                start = at;
            }
            else if (!isInside && start >= 0)
            {
                yield return text[start..at];
                start = -1;
            }
        }
    }
}
