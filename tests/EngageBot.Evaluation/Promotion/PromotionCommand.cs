using System.CommandLine;
using System.Text.Json;
using EngageBot.SelfPromotion;

namespace EngageBot.Evaluation.Promotion;

/// <summary>Scores the posts of a file as the program does live, and measures the scores where the posts are labelled.</summary>
internal static class PromotionCommand
{
    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "Posts, JSON lines: id, text, and promotion where --score is given.", Required = true };
        var output = new Option<string>("--output") { Description = "Where to write id, score (0 to 1) and promotion, a JSON line for each post.", Required = true };
        var score = new Option<bool>("--score") { Description = "Compare with the labels of the input." };
        var command = new Command("promotion", "Say of each post whether it is promotion, by its text alone.") { input, output, score };
        command.SetAction(arguments => Verb.Run(() => Run(arguments.GetValue(input)!, arguments.GetValue(output)!, arguments.GetValue(score))));
        return command;
    }

    private static void Run(string input, string output, bool isScored)
    {
        var posts = PostFile.Read(input, isScored);
        var scores = posts.Select(post => PromotionClassifier.Score(post.Text)).ToList();
        Write(output, posts, scores);
        if (isScored)
        {
            Console.WriteLine(new BinaryScores([.. posts.Select((post, at) => (scores[at], post.Promotion!.Value))], PromotionClassifier.Threshold).Summary);
        }
    }

    private static void Write(string path, IReadOnlyList<LabelledPost> posts, IReadOnlyList<float> scores)
    {
        try
        {
            using var file = File.Create(path);
            using var json = new Utf8JsonWriter(file);
            for (var at = 0; at < posts.Count; at++)
            {
                json.WriteStartObject();
                json.WriteString("id", posts[at].Id);
                json.WriteNumber("score", MathF.Round(scores[at], 4));
                json.WriteBoolean("promotion", scores[at] >= PromotionClassifier.Threshold);
                json.WriteEndObject();
                json.Flush();
                json.Reset();
                file.WriteByte((byte)'\n');
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {fault.Message}", fault);
        }
    }
}
