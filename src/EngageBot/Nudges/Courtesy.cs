using System.Collections.Frozen;

namespace EngageBot.Nudges;

/// <summary>Whether a line is a greeting, thanks or praise and nothing more: kind, and no answer to anything.</summary>
internal static class Courtesy
{
    private static readonly FrozenSet<string> Kind = FrozenSet.ToFrozenSet(
        [
            "hello", "hi", "hey", "hiya", "howdy", "yo", "morning", "evening", "welcome", "bye", "cheers", "thanks", "thank", "thx", "ty", "tysm", "congrats", "congratulations", "gz", "gratz",
            "great", "good", "nice", "cool", "awesome", "amazing", "wow", "love", "lovely", "beautiful", "perfect", "excellent", "fantastic", "brilliant", "wonderful", "superb", "fire", "lit", "neat", "sweet",
            "well", "done", "lol", "haha", "hahaha", "same", "gg", "wp", "fine", "impressive", "bravo", "yay", "woohoo",
            "hallo", "moin", "servus", "guten", "morgen", "abend", "tag", "willkommen", "danke", "dank", "dankeschön", "glückwunsch", "toll", "super", "schön", "klasse", "prima", "geil", "stark", "gut", "wunderbar",
            "hola", "buenas", "buenos", "días", "dias", "tardes", "noches", "bienvenido", "bienvenida", "gracias", "felicidades", "genial", "bonito", "bueno", "buen", "excelente", "increíble", "increible", "mola", "guay",
            "bonjour", "bonsoir", "salut", "coucou", "bienvenue", "merci", "félicitations", "felicitations", "génial", "genial", "beau", "belle", "bien", "joli", "parfait", "magnifique", "bon",
            "olá", "ola", "oi", "bom", "boa", "dia", "tarde", "noite", "bem-vindo", "bem-vinda", "obrigado", "obrigada", "valeu", "parabéns", "parabens", "ótimo", "otimo", "lindo", "linda", "legal", "demais", "perfeito",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that say nothing beside those.</summary>
    private static readonly FrozenSet<string> Around = FrozenSet.ToFrozenSet(
        [
            "a", "an", "the", "and", "so", "very", "much", "really", "too", "to", "you", "your", "you're", "youre", "u", "all", "everyone", "everybody", "guys", "folks", "there", "here", "this", "that", "it", "its",
            "is", "are", "was", "i", "we", "my", "our", "of", "for", "in", "on", "just", "oh", "man", "again", "work", "job", "one", "stuff", "post", "idea", "looks", "look", "looking", "sounds", "like", "s", "re", "m", "server", "community",
            "das", "ist", "sieht", "aus", "sehr", "ja", "ein", "eine", "der", "die", "und", "dir", "euch", "dich", "alle", "arbeit", "vielen", "für", "herzlichen", "ganz",
            "muy", "qué", "que", "trabajo", "muchas", "está", "esto", "es", "el", "la", "los", "por", "todos", "un", "una", "y", "al",
            "très", "tres", "beaucoup", "c'est", "c", "est", "ça", "le", "les", "travail", "à", "tous", "et", "boulot", "trop",
            "muito", "o", "os", "trabalho", "ficou", "isso", "é", "e", "pessoal", "uma", "um", "ao",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>In a script that does not part its words; the longer before the shorter.</summary>
    private static readonly string[] Unparted =
    [
        "ありがとうございました", "ありがとうございます", "よろしくお願いします", "おめでとうございます", "おはようございます", "ありがとう", "おめでとう", "はじめまして", "こんにちは", "こんばんは", "おはよう",
        "よろしく", "ようこそ", "素晴らしい", "すばらしい", "素敵", "最高", "すごい", "いいですね", "いいね", "です", "ます", "ね", "！", "!", "。", "、", "〜", "ー", "笑", "w", "ｗ",
    ];

    public static bool IsAll(string text)
    {
        var (words, isKind) = (0, false);
        foreach (var word in Substance.Words(text))
        {
            words++;
            var isCourteous = Kind.Contains(word) || IsUnparted(word);
            if (!isCourteous && !Around.Contains(word))
            {
                return false;
            }

            isKind |= isCourteous;
        }

        return words == 0 || isKind; // Signs and pictures alone are a nod.
    }

    private static bool IsUnparted(string word)
    {
        var left = word;
        foreach (var phrase in Unparted)
        {
            left = left.Replace(phrase, string.Empty, StringComparison.Ordinal);
        }

        return left.Length == 0 && word.Length > 1;
    }
}
