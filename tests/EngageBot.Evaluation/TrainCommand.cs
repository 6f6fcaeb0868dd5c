using System.CommandLine;
using EngageBot.Evaluation.Promotion;
using EngageBot.Evaluation.ReplyLinks;
using EngageBot.Evaluation.Training;

namespace EngageBot.Evaluation;

/// <summary>The parent of what makes the model files that ship in src: each from labelled data by one command, the same each time.</summary>
internal static class TrainCommand
{
    public static Command Create() => new("train", "Make a model file that ships in src from labelled data.")
    {
        ReplyLinksTraining.Create(),
        PromotionTrainCommand.Create(),
        ResponderTraining.Create(),
        IntroductionTraining.Create(),
    };
}
