using System.CommandLine;
using EngageBot.Evaluation;
using EngageBot.Evaluation.Promotion;
using EngageBot.Evaluation.ReplyLinks;
using EngageBot.Evaluation.Unanswered;

var root = new RootCommand("Accuracy, measured on labelled chat, by the code that runs live: dotnet run -c Release --project tests/EngageBot.Evaluation -- VERB")
{
    ReplyLinksCommand.Create(),
    UnansweredCommand.Create(),
    PromotionCommand.Create(),
    TrainCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
