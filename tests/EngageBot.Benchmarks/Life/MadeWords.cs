using System.Text;

namespace EngageBot.Benchmarks.Life;

/// <summary>Made texts: a dozen words at the median, few of them common and many rare, each channel with some of its own; one start in three asks something.</summary>
internal sealed class MadeWords
{
    private const int WordsOfTheLanguage = 8_000;
    private const int WordsOfAChannel = 60;

    private static readonly string[] Asking = ["how do I get", "does anybody know why", "can someone help me with", "what is the best", "is there a way to use", "why does"];

    private static readonly string[] Answering = ["yes,", "you could try", "that is because", "I had the same with", "no,", "thanks!"];

    private static readonly string[] Common = "the a to and of in it is with for that on my you this not".Split(' ');

    private readonly string[] _words = Made();

    public string Text(Random random, int channel, bool isAnswer)
    {
        var asks = !isAnswer && random.Next(3) == 0;
        var text = new StringBuilder(asks ? Asking[random.Next(Asking.Length)] : isAnswer && random.Next(2) == 0 ? Answering[random.Next(Answering.Length)] : "so");
        var spread = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        for (var left = (int)Math.Clamp(12 * Math.Exp(0.7 * spread), 1, 150); left > 0; left--)
        {
            text.Append(' ').Append(Word(random, channel));
        }

        return text.Append(asks ? "?" : random.Next(80) == 0 ? $" https://site-{(int)(2_000 * Math.Pow(random.NextDouble(), 3))}.example/{random.Next(10_000)}" : string.Empty).ToString();
    }

    private string Word(Random random, int channel) => random.Next(10) switch
    {
        < 4 => Common[random.Next(Common.Length)],
        < 6 => _words[((channel * WordsOfAChannel) + random.Next(WordsOfAChannel)) % _words.Length],
        _ => _words[(int)(_words.Length * Math.Pow(random.NextDouble(), 3))],
    };

    private static string[] Made()
    {
        var random = new Random(20_260_131);
        return [.. Enumerable.Range(0, WordsOfTheLanguage).Select(_ => new string([.. Enumerable.Range(0, random.Next(3, 10)).Select(_ => (char)random.Next('a', 'z' + 1))]))];
    }
}
