using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.SelfPromotion;
using EngageBot.Unanswered;

namespace EngageBot.Benchmarks;

/// <summary>What reading a text costs: kinds, promotion, sketch. Over the lines of a file of one's own.</summary>
internal static class TextBenchmark
{
    private const int Rounds = 3;

    public static Command Command()
    {
        var input = new Option<string>("--input") { Description = "Texts, one a line; the names of an IRC log before them are taken off.", Required = true };
        var command = new Command("texts", "Microseconds a text: kind, promotion score, sketch.") { input };
        command.SetAction(arguments => Run(arguments.GetValue(input)!));
        return command;
    }

    private static void Run(string input)
    {
        var files = Directory.Exists(input) ? Directory.GetFiles(input, "*.ascii.txt") : [input];
        var texts = files.Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(line => line.Length > 0 && !line.StartsWith("===", StringComparison.Ordinal)).Select(TextOf).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"texts      {texts.Length:N0}, {texts.Average(text => text.Length):F0} characters at the mean"));
        Measure("kind", texts, text => (int)PostClassifier.Classify(text, MessageTraits.None));
        Measure("promotion", texts, text => PromotionClassifier.Score(text) > 0.5f ? 1 : 0);
        Measure("sketch", texts, text => TextSketch.Of(text) is null ? 0 : 1);
        var twoHundred = texts.Where(text => text.Length is >= 180 and <= 220).ToArray();
        if (twoHundred.Length > 0)
        {
            Measure("promotion, 200 characters", twoHundred, text => PromotionClassifier.Score(text) > 0.5f ? 1 : 0);
        }
    }

    private static string TextOf(string line) => line.StartsWith('[') && line.IndexOf("> ", StringComparison.Ordinal) is > 0 and var end ? line[(end + 2)..] : line;

    private static void Measure(string name, string[] texts, Func<string, int> read)
    {
        var (best, sum) = (double.MaxValue, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var text in texts)
            {
                sum += read(text);
            }

            best = Math.Min(best, watch.Elapsed.TotalMicroseconds / texts.Length);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-26} {best:F2} µs a text (sum {sum})"));
    }
}
