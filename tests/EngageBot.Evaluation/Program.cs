using System.CommandLine;
using EngageBot.Evaluation;
using EngageBot.Evaluation.Convert;
using EngageBot.Evaluation.Introductions;
using EngageBot.Evaluation.Responders;

var root = new RootCommand("Accuracy, measured on labelled chat, by the code that runs live: dotnet run -c Release --project tests/EngageBot.Evaluation -- VERB")
{
    ConvertCommand.Create(),
    RespondersCommand.Create(),
    IntroductionsCommand.Create(),
    TrainCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
