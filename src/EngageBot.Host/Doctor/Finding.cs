namespace EngageBot.Host.Doctor;

/// <summary>What a look at one thing found, in a sentence; of a problem it says what to do.</summary>
internal sealed record Finding(FindingLevel Level, string Sentence)
{
    public static Finding Fine(string sentence) => new(FindingLevel.Fine, sentence);

    public static Finding Note(string sentence) => new(FindingLevel.Note, sentence);

    public static Finding Problem(string sentence) => new(FindingLevel.Problem, sentence);
}
