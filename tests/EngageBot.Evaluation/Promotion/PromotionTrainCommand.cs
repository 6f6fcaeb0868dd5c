using System.CommandLine;

namespace EngageBot.Evaluation.Promotion;

/// <summary>From labelled posts to the model file: C# writes the features, the script beside this file fits, cross-validates and writes the model.</summary>
internal static class PromotionTrainCommand
{
    private static readonly string[] Packages = ["python3-numpy", "python3-scipy", "python3-sklearn", "python3-xgboost"];

    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "Labelled posts, JSON lines.", DefaultValueFactory = _ => "../shared/data/promotion/train.jsonl" };
        var output = new Option<string>("--output") { Description = "The model file.", DefaultValueFactory = _ => "src/EngageBot/SelfPromotion/promotion.model" };
        var features = new Option<string?>("--features") { Description = "Only write the features, to this file." };
        var python = new Option<string>("--python") { Description = "A Python with numpy, scipy, scikit-learn and xgboost.", DefaultValueFactory = _ => "/usr/bin/python3" };
        var command = new Command("promotion", "Fit the promotion model on labelled posts, print its cross-validation, write its file.") { input, output, features, python };
        command.SetAction(arguments => Verb.Run(() =>
            Train(arguments.GetValue(input)!, arguments.GetValue(output)!, arguments.GetValue(features), arguments.GetValue(python)!)));
        return command;
    }

    private static void Train(string input, string output, string? features, string python)
    {
        var posts = PostFile.Read(input, isLabelled: true);
        if (features is not null)
        {
            FeatureFile.Write(features, posts);
            return;
        }

        var folder = Directory.CreateTempSubdirectory("engagebot-train-");
        try
        {
            var file = Path.Combine(folder.FullName, "features.jsonl");
            FeatureFile.Write(file, posts);
            Fit(python, file, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Fit(string python, string features, string output) =>
        Python.Run(python, [Path.Combine(AppContext.BaseDirectory, "Promotion", "train_promotion.py"), features, output], Packages, ("OMP_NUM_THREADS", "1"));
}
