using System.CommandLine;
using EngageBot.Evaluation.Training;

namespace EngageBot.Evaluation;

/// <summary>The verb <c>train</c>: a sub-command for each model that ships.</summary>
internal static class TrainCommand
{
    public static Command Create() => new("train", "Makes what the models that ship are fitted from.")
    {
        ResponderTraining.Create(),
        IntroductionTraining.Create(),
    };
}
