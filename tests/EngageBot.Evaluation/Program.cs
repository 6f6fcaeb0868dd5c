using System.CommandLine;

var root = new RootCommand("Accuracy, measured on labelled chat, by the code that runs live: dotnet run -c Release --project tests/EngageBot.Evaluation -- VERB");
return await root.Parse(args).InvokeAsync();
