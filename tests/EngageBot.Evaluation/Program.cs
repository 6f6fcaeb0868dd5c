using System.CommandLine;
using EngageBot.Evaluation;

var root = new RootCommand("Accuracy, measured on labelled chat, by the code that runs live: dotnet run -c Release --project tests/EngageBot.Evaluation -- VERB")
{
    TrainCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
