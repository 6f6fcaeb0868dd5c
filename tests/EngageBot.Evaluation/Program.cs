using System.CommandLine;
using EngageBot.Evaluation;
using EngageBot.Evaluation.Convert;
using EngageBot.Evaluation.Introductions;
using EngageBot.Evaluation.Promotion;
using EngageBot.Evaluation.ReplyLinks;
using EngageBot.Evaluation.Responders;
using EngageBot.Evaluation.Unanswered;

var root = new RootCommand("Accuracy, measured on labelled chat, by the code that runs live: dotnet run -c Release --project tests/EngageBot.Evaluation -- VERB")
{
    ReplyLinksCommand.Create(),
    UnansweredCommand.Create(),
    PromotionCommand.Create(),
    ConvertCommand.Create(),
    RespondersCommand.Create(),
    IntroductionsCommand.Create(),
    TrainCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
